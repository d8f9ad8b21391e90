package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.descriptor.PackagedColumn;
import org.fazhi.warehouse.descriptor.PackagedTable;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hash, mirror and comparison, each over a few rows of a file of its own. */
class ReleasePartsTest {

    private static final String OBSERVED = """
            CREATE TABLE mart_a (region_code VARCHAR, report_year INTEGER, value INTEGER, fetched_at INTEGER);
            INSERT INTO mart_a VALUES ('990101', 2024, 2, 1), ('990101', 2024, 1, 1), ('980101', NULL, 3, 1), (NULL, 2024, 4, 1);
            CREATE TABLE mart_section (heading VARCHAR, text VARCHAR);
            INSERT INTO mart_section VALUES ('一', '字');
            CREATE TABLE mart_document (url VARCHAR, text VARCHAR);
            INSERT INTO mart_document VALUES ('u', '字'), ('v', NULL);
            CREATE TABLE mart_change (field VARCHAR);
            INSERT INTO mart_change VALUES ('x');
            CREATE TABLE other (n INTEGER);
            CREATE TABLE fact_review (review_id VARCHAR, file VARCHAR, line INTEGER, outcome VARCHAR);
            CREATE TABLE dim_region (region_code VARCHAR, province_code VARCHAR);
            INSERT INTO dim_region VALUES ('990101', '990000'), ('990101', '990000'), ('980101', 'no code')""";

    @TempDir
    private Path root;

    private WorkingFile file;

    @BeforeEach
    void open() throws SQLException {
        file = WorkingFile.open(root.resolve("state/a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of(root));
        file.execute(OBSERVED);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private String hash() throws SQLException {
        return ContentHash.of(file, ReleaseBuilder.martRows(file));
    }

    @Test
    void countsTheRowsOfEveryMart() throws SQLException {
        assertThat(ReleaseBuilder.martRows(file))
                .isEqualTo(Map.of("mart_a", 4L, "mart_section", 1L, "mart_document", 2L, "mart_change", 1L));
    }

    @Test
    void hashesWhatReadersSeeAndNothingElse() throws SQLException {
        String before = hash();
        assertThat(before).matches("[0-9a-f]{64}");
        for (String same : List.of(
                "UPDATE mart_a SET fetched_at = 2",
                "UPDATE mart_section SET text = 'other'",
                "INSERT INTO mart_change VALUES ('y')",
                "INSERT INTO other VALUES (1)",
                "CREATE OR REPLACE TABLE mart_a AS SELECT * FROM mart_a ORDER BY value DESC")) {
            file.execute(same);
            assertThat(hash()).as(same).isEqualTo(before);
        }
        for (String other : List.of(
                "UPDATE mart_a SET value = 9 WHERE value = 1",
                "UPDATE mart_a SET region_code = '' WHERE region_code IS NULL",
                "INSERT INTO mart_a SELECT * FROM mart_a WHERE value = 2",
                "UPDATE mart_section SET heading = '二'",
                "UPDATE mart_document SET text = '' WHERE text IS NULL",
                "UPDATE mart_document SET text = 'other' WHERE url = 'u'",
                "ALTER TABLE mart_a RENAME COLUMN value TO amount",
                "INSERT INTO fact_review VALUES ('r1', 'f', 1, 'applied')",
                "UPDATE fact_review SET outcome = 'unmatched'")) {
            file.execute(other);
            String after = hash();
            assertThat(after).as(other).isNotEqualTo(before);
            before = after;
        }
        file.execute("UPDATE fact_review SET file = 'g', line = 2");
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void countsReviews() throws SQLException {
        assertThat(ReviewCount.of(file)).isEqualTo(ReviewCount.NONE);
        file.execute("INSERT INTO fact_review VALUES ('r1', 'f', 1, 'applied'), ('r2', 'f', 2, 'unmatched')");
        assertThat(ReviewCount.of(file)).isEqualTo(new ReviewCount(2, 1));
        assertThat(ReviewCount.of(file).text()).isEqualTo("1 of 2 reviews applied");
    }

    private static PackagedColumn column(String name) {
        return new PackagedColumn(name, "VARCHAR", false, name, Optional.empty(), List.of());
    }

    private static PackagedTable table(String name, long rows, Optional<List<String>> key, String... columns) {
        return new PackagedTable(
                name,
                name,
                List.of(),
                List.of(columns).stream().map(ReleasePartsTest::column).toList(),
                key,
                List.of(),
                rows,
                List.of());
    }

    private static List<String> names(Path folder) {
        return Home.files(folder).stream()
                .map(each -> folder.relativize(each).toString())
                .toList();
    }

    private void mirror(Path folder, Optional<Path> before, ParquetMirror.Linker linker, PackagedTable... tables)
            throws SQLException, IOException {
        ParquetMirror mirror = new ParquetMirror(file, folder, before, linker);
        for (PackagedTable table : tables) {
            mirror.write(table);
        }
    }

    @Test
    void mirrorsATableByProvinceAndYearOrAsAWhole() throws Exception {
        PackagedTable parts =
                table("mart_a", 4, Optional.of(List.of("value")), "region_code", "report_year", "value", "fetched_at");
        PackagedTable whole = table("mart_document", 2, Optional.empty(), "url", "text");
        PackagedTable empty = table("mart_e", 0, Optional.empty(), "region_code", "report_year");
        file.execute("CREATE TABLE mart_e (region_code VARCHAR, report_year INTEGER)");
        Path first = root.resolve("first");
        mirror(first, Optional.empty(), Files::createLink, parts, whole, empty);
        assertThat(names(first))
                .containsExactly(
                        "mart_a/mart_a-990000-2024.parquet",
                        "mart_a/mart_a-none-2024.parquet",
                        "mart_a/mart_a-none-none.parquet",
                        "mart_document/mart_document.parquet",
                        "mart_e/mart_e.parquet");
        assertThat(file.rows("FROM '" + first.resolve("mart_a/mart_a-990000-2024.parquet") + "'", 9))
                .containsExactly(List.of("990101", "2024", "1", "1"), List.of("990101", "2024", "2", "1"));
        assertThat(file.rows("SELECT value FROM '" + first + "/mart_a/*.parquet' ORDER BY 1", 9))
                .hasSize(4);
        assertThat(file.columns("mart_e")).hasSize(2);
        assertThat(file.rows("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'mirror%'", 9))
                .isEmpty();

        file.execute("UPDATE mart_a SET value = 5 WHERE value = 3");
        Path second = root.resolve("second");
        mirror(second, Optional.of(first), Files::createLink, parts, whole);
        assertThat(names(second)).hasSize(4);
        String same = "mart_a/mart_a-990000-2024.parquet";
        String changed = "mart_a/mart_a-none-none.parquet";
        assertThat(Files.isSameFile(first.resolve(same), second.resolve(same))).isTrue();
        assertThat(Files.isSameFile(first.resolve(changed), second.resolve(changed)))
                .isFalse();

        Path third = root.resolve("third");
        mirror(
                third,
                Optional.of(first),
                (name, old) -> {
                    throw new FileSystemException("no links");
                },
                parts);
        assertThat(Files.isSameFile(first.resolve(same), third.resolve(same))).isFalse();
        assertThat(Files.mismatch(first.resolve(same), third.resolve(same))).isEqualTo(-1);
    }

    @Test
    void laysAReleaseBesideOrNothing() throws SQLException {
        ReleaseBefore.none(file);
        for (String view : List.of(
                "before_document",
                "before_observation",
                "before_reading",
                "before_source",
                "before_mart",
                "before_review",
                "before_review_match")) {
            assertThat(file.count("SELECT count(*) FROM " + view)).as(view).isZero();
        }
        assertThat(file.single("SELECT getvariable('release_before')")).isEmpty();
        SortedMap<String, Long> rows = new TreeMap<>(Map.of("mart_a", 4L, "mart_b", 0L));
        Path poor = root.resolve("poor.duckdb");
        Home.execute(poor, "CREATE TABLE fact_reading (document_id VARCHAR)");
        assertThat(ReleaseBefore.attach(file, poor, "poor", rows))
                .hasValueSatisfying(reason -> assertThat(reason).contains("mart_document"));
        assertThat(file.single("SELECT getvariable('release_before')")).isEmpty();
        file.execute("DETACH before");
        Path whole = root.resolve("whole.duckdb");
        Home.execute(whole, """
                CREATE TABLE mart_document AS SELECT 'd1' AS document_id, 1 AS version, 'u' AS url, 'r' AS region_code,
                    'k' AS issuer_kind, 2024 AS report_year, 'p' AS payload_digest, 'i' AS issuer, 't' AS title,
                    DATE '2025-01-01' AS published_date, 1 AS figure_count, 1 AS section_count, 'ik' AS issuer_key,
                    'in' AS issuer_name, 'if' AS issuer_function, true AS is_current;
                CREATE TABLE mart_observation AS SELECT 'r' AS region_code, 'k' AS issuer_kind, 2024 AS report_year,
                    'a.b' AS indicator_code, 7::DECIMAL(24, 6) AS value, '件' AS unit, 'f' AS figure_id, 'd1' AS document_id,
                    'u' AS url, 'ik' AS issuer_key, 'in' AS issuer_name, 'if' AS issuer_function;
                CREATE TABLE fact_reading AS SELECT 'd1' AS document_id, 'p' AS payload_digest;
                CREATE TABLE dim_document AS SELECT 'd1' AS document_id, 's1' AS source_id, 2024 AS report_year,
                    true AS is_current;
                CREATE TABLE fact_review AS SELECT 'r1' AS review_id, 'code' AS verdict""");
        assertThat(ReleaseBefore.attach(file, whole, "it's", rows)).isEmpty();
        assertThat(file.single("SELECT getvariable('release_before')")).isEqualTo("it's");
        assertThat(file.rows("SELECT document_id, source_id FROM before_source", 9))
                .containsExactly(List.of("d1", "s1"));
        assertThat(file.rows("FROM before_mart ORDER BY mart", 9))
                .containsExactly(List.of("mart_a", "4"), List.of("mart_b", "0"));
        assertThat(file.count("SELECT count(*) FROM before_review")).isEqualTo(1);
        assertThat(file.count("SELECT count(*) FROM before_review_match")).isZero();
        try (WorkingFile apart = WorkingFile.inMemory(Home.SETTINGS, List.of(root))) {
            apart.execute("ATTACH '" + whole + "' AS after (READ_ONLY)");
            ReleaseBefore.layLaterTables(apart, "after");
            assertThat(apart.count("SELECT count(*) FROM fact_review")).isEqualTo(1);
            assertThat(apart.count("SELECT count(*) FROM fact_review_match")).isZero();
        }
        file.execute("DETACH before");
        assertThat(ReleaseBefore.attach(file, whole, "whole", new TreeMap<>())).isEmpty();
        assertThat(file.count("SELECT count(*) FROM before_mart")).isZero();
    }
}
