package org.fazhi.warehouse.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fazhi.warehouse.store.SqlFile;
import org.junit.jupiter.api.Test;

class SqlMutatorTest {

    private static List<String> texts(String sql) {
        return SqlMutator.of(new SqlFile("audits/a.sql", sql)).stream()
                .map(SqlMutant::text)
                .toList();
    }

    @Test
    void dropsEachArmWithWhatLeavesTheOthersAsTheyAre() {
        assertThat(texts("SELECT a FROM t WHERE (b OR c) AND f(d)"))
                .contains(
                        "SELECT a FROM t WHERE true AND f(d)",
                        "SELECT a FROM t WHERE (b OR c) AND true",
                        "SELECT a FROM t WHERE (false OR c) AND f(d)",
                        "SELECT a FROM t WHERE (b OR false) AND f(d)");
        assertThat(texts("SELECT a FROM t WHERE b BETWEEN x AND y AND c"))
                .containsExactly(
                        "SELECT a FROM t WHERE true AND c", "SELECT a FROM t WHERE b BETWEEN x AND y AND true");
        assertThat(texts("SELECT a FROM t WHERE b GROUP BY a"))
                .containsExactly("SELECT a FROM t WHERE true GROUP BY a");
        assertThat(texts("SELECT a FROM t HAVING count(*) FILTER (b) > c OR d"))
                .contains("SELECT a FROM t HAVING false OR d");
        assertThat(texts("SELECT CASE WHEN a THEN b END")).containsExactly("SELECT CASE WHEN false THEN b END");
    }

    @Test
    void blindsEachBranchOfAUnion() {
        assertThat(texts("SELECT a UNION ALL SELECT b UNION SELECT c ORDER BY ALL"))
                .contains(
                        "SELECT * FROM (SELECT a) AS blinded WHERE false UNION ALL SELECT b UNION SELECT c ORDER BY ALL",
                        "SELECT a UNION ALL SELECT * FROM (SELECT b) AS blinded WHERE false UNION SELECT c ORDER BY ALL",
                        "SELECT a UNION ALL SELECT b UNION SELECT * FROM (SELECT c) AS blinded WHERE false ORDER BY ALL",
                        "SELECT a UNION ALL SELECT b UNION SELECT c ORDER BY ALL DESC")
                .hasSize(4);
    }

    @Test
    void flipsComparisonsButNoAssignment() {
        assertThat(texts("SELECT a > b, a >= b, a < b, a <= b, a = b, a <> b"))
                .containsExactly(
                        "SELECT a >= b, a >= b, a < b, a <= b, a = b, a <> b",
                        "SELECT a > b, a > b, a < b, a <= b, a = b, a <> b",
                        "SELECT a > b, a >= b, a <= b, a <= b, a = b, a <> b",
                        "SELECT a > b, a >= b, a < b, a < b, a = b, a <> b",
                        "SELECT a > b, a >= b, a < b, a <= b, a <> b, a <> b",
                        "SELECT a > b, a >= b, a < b, a <= b, a = b, a = b");
        assertThat(texts("UPDATE t SET a = b WHERE c = d"))
                .containsExactly("UPDATE t SET a = b WHERE true", "UPDATE t SET a = b WHERE c <> d");
    }

    @Test
    void reversesAndShortensAnOrder() {
        assertThat(texts("SELECT row_number() OVER (PARTITION BY p, q ORDER BY a DESC, f(b, c))"))
                .containsExactly(
                        "SELECT row_number() OVER (PARTITION BY  q ORDER BY a DESC, f(b, c))",
                        "SELECT row_number() OVER (PARTITION BY p ORDER BY a DESC, f(b, c))",
                        "SELECT row_number() OVER (PARTITION BY p, q ORDER BY a , f(b, c))",
                        "SELECT row_number() OVER (PARTITION BY p, q ORDER BY  f(b, c))",
                        "SELECT row_number() OVER (PARTITION BY p, q ORDER BY a DESC, f(b, c) DESC)",
                        "SELECT row_number() OVER (PARTITION BY p, q ORDER BY a DESC)");
    }

    @Test
    void negatesNullAndMembership() {
        assertThat(texts("SELECT a IS NULL, b IS NOT NULL, c IN (d), c NOT IN (d), e IS NOT DISTINCT FROM f, NOT g"))
                .containsExactly(
                        "SELECT a IS NOT NULL, b IS NOT NULL, c IN (d), c NOT IN (d), e IS NOT DISTINCT FROM f, NOT g",
                        "SELECT a IS NULL, b IS NULL, c IN (d), c NOT IN (d), e IS NOT DISTINCT FROM f, NOT g",
                        "SELECT a IS NULL, b IS NOT NULL, c NOT IN (d), c NOT IN (d), e IS NOT DISTINCT FROM f, NOT g",
                        "SELECT a IS NULL, b IS NOT NULL, c IN (d), c IN (d), e IS NOT DISTINCT FROM f, NOT g",
                        "SELECT a IS NULL, b IS NOT NULL, c IN (d), c NOT IN (d), e IS DISTINCT FROM f, NOT g",
                        "SELECT a IS NULL, b IS NOT NULL, c IN (d), c NOT IN (d), e IS NOT DISTINCT FROM f,  g");
    }

    @Test
    void movesBoundsAndTakesTheContrary() {
        assertThat(texts("SELECT min(a) + 4, 0, count(DISTINCT b)"))
                .containsExactly(
                        "SELECT max(a) + 4, 0, count(DISTINCT b)",
                        "SELECT min(a) - 4, 0, count(DISTINCT b)",
                        "SELECT min(a) + 5, 0, count(DISTINCT b)",
                        "SELECT min(a) + 40, 0, count(DISTINCT b)",
                        "SELECT min(a) + 4, 1, count(DISTINCT b)",
                        "SELECT min(a) + 4, 0, count( b)");
        assertThat(texts("SELECT a FROM t LEFT JOIN u USING (b) ANTI JOIN v USING (c)"))
                .containsExactly(
                        "SELECT a FROM t  JOIN u USING (b) ANTI JOIN v USING (c)",
                        "SELECT a FROM t LEFT JOIN u USING (b) SEMI JOIN v USING (c)");
    }

    @Test
    void leavesCommentsTypesQuotedNamesAndRowsOfValues() {
        assertThat(texts("-- a > 1 AND 'b'\nSELECT \"a > 1\", b::DECIMAL(24, 6) FROM (VALUES (1, 'x')) AS v (c)\n"
                        + "COMMENT ON TABLE t IS 'more than 3';"))
                .isEmpty();
        assertThat(texts("-- it's\nSELECT 'it''s -- 1'")).containsExactly("-- it's\nSELECT 'it''s -- ~'");
    }

    @Test
    void misspellsAWordInItsLastLetter() {
        assertThat(texts("SELECT rtrim(a, '0'), '', 'it''', b LIKE 'c%'"))
                .containsExactly(
                        "SELECT rtrim(a, '~'), '', 'it''', b LIKE 'c%'",
                        "SELECT rtrim(a, '0'), '~', 'it''', b LIKE 'c%'",
                        "SELECT rtrim(a, '0'), '', 'it''~', b LIKE 'c%'",
                        "SELECT rtrim(a, '0'), '', 'it''', b LIKE 'c~'");
    }

    @Test
    void namesEveryFaultOnce() {
        List<SqlMutant> mutants = SqlMutator.of(new SqlFile("a.sql", "SELECT a > 1, a > 1"));
        assertThat(mutants.stream().map(SqlMutant::key)).doesNotHaveDuplicates().hasSize(4);
        assertThat(mutants.get(0).key()).isEqualTo("a.sql: flip SELECT a [> -> >=] 1 , a");
    }
}
