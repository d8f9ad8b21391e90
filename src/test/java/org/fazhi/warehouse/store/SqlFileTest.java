package org.fazhi.warehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The head of an SQL file. */
class SqlFileTest {

    private static final SqlFile FILE = new SqlFile("audits/orphan.sql.sql", """
            -- Title: Rows without
            --    a parent
            -- a note: with two words
            --    goes on with nothing
            -- remedy: Read again
            SELECT 1;
            -- severity: error
            """);

    @Test
    void hasTheNameOfItsPathWithoutFolderAndEnding() {
        assertThat(FILE.name()).isEqualTo("orphan.sql");
        assertThat(new SqlFile("a.sql", "").name()).isEqualTo("a");
    }

    @Test
    void readsItsHeadUntilTheFirstLineThatIsNoComment() {
        assertThat(FILE.head("title")).contains("Rows without a parent goes on with nothing");
        assertThat(FILE.head("remedy")).contains("Read again");
        assertThat(FILE.head("severity")).isEmpty();
        assertThat(FILE.head("a note")).isEmpty();
        assertThat(new SqlFile("a.sql", "--    goes on\n-- x: y").head("")).isEmpty();
        assertThat(new SqlFile("a.sql", "--: y\n--x: z").head("x")).isEmpty();
    }

    @Test
    void saysOnWhichLineAHeadLineStands() {
        assertThat(FILE.line("remedy")).isEqualTo(5);
        assertThat(FILE.line("Title")).isEqualTo(1);
        assertThat(FILE.line("none")).isEqualTo(1);
        assertThat(FILE.require("remedy")).isEqualTo("Read again");
        assertThatThrownBy(() -> FILE.require("severity"))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(
                        "warehouse/audits/orphan.sql.sql:1: expected a line \"-- severity: …\" in the head, got none");
    }
}
