package org.fazhi.warehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file under construction may do, and what may be done with it. */
class WorkingFileTest {

    @TempDir
    private Path root;

    private WorkingFile open() {
        return WorkingFile.open(root.resolve("it's/a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of());
    }

    @Test
    void keepsWhatWasWrittenAndReadsItAsText() throws SQLException {
        try (WorkingFile file = open()) {
            file.execute("CREATE TABLE t (a INTEGER, b VARCHAR); INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, 'z')");
        }
        try (WorkingFile file = open()) {
            assertThat(file.rows("SELECT * FROM t ORDER BY a", 2)).containsExactly(List.of("1", "x"), List.of("2", ""));
            assertThat(file.rows("SELECT * FROM t", 9)).hasSize(3);
            assertThat(file.columns("t")).containsExactly("a", "b");
            assertThat(file.count("SELECT count(*) FROM t")).isEqualTo(3);
            assertThat(file.single("SELECT b FROM t WHERE a = 1")).isEqualTo("x");
            assertThatThrownBy(() -> file.single("SELECT b FROM t WHERE a = 9"))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("expected a row, got none: SELECT b FROM t WHERE a = 9");
            List<List<String>> each = new ArrayList<>();
            file.each("SELECT b, a FROM t ORDER BY a", each::add);
            assertThat(each).containsExactly(List.of("x", "1"), List.of("", "2"), List.of("z", "3"));
        }
    }

    @Test
    void reachesNoFolderItWasNotGivenAndChangesNoSetting() throws SQLException, IOException {
        Path given = Files.createDirectories(root.resolve("given"));
        Files.writeString(root.resolve("out.csv"), "a\n1\n");
        try (WorkingFile file =
                WorkingFile.open(root.resolve("in/a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of(given))) {
            file.execute("COPY (SELECT 1 AS a) TO " + WorkingFile.literal(given.resolve("x.csv")));
            assertThat(file.rows("FROM " + WorkingFile.literal(given.resolve("x.csv")), 9))
                    .hasSize(1);
            assertThatThrownBy(() -> file.rows("FROM " + WorkingFile.literal(root.resolve("out.csv")), 9))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> file.execute("SET threads = 3")).isInstanceOf(SQLException.class);
            assertThat(file.single("SELECT current_setting('threads')")).isEqualTo("1");
            assertThat(file.single("SELECT current_setting('memory_limit')")).startsWith("244");
            assertThat(file.single("SELECT current_setting('temp_directory')"))
                    .isEqualTo(root.resolve("spill").toString());
            assertThat(file.single("SELECT current_setting('preserve_insertion_order')"))
                    .isEqualTo("false");
            assertThat(file.single("SELECT current_database()")).isEqualTo(WorkingFile.CATALOG);
        }
    }

    @Test
    void worksInMemoryWithNoFileAtAll() throws SQLException {
        try (WorkingFile file = WorkingFile.inMemory(Home.SETTINGS, List.of())) {
            assertThat(file.single("SELECT 1")).isEqualTo("1");
            assertThat(file.single("SELECT current_setting('temp_directory')")).isEmpty();
        }
    }

    @Test
    void saysWhatIsNoDuckDbFileAndWhatIsNoFolder() throws IOException {
        Path file = Files.writeString(root.resolve("text"), "no DuckDB file".repeat(999));
        assertThatThrownBy(() -> WorkingFile.open(file, root.resolve("spill"), Home.SETTINGS, List.of()))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(file + ": expected a DuckDB file to work on, got: ");
        assertThatThrownBy(() ->
                        WorkingFile.open(file.resolve("a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of()))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(file.resolve("a.duckdb") + ": expected a folder that can be written, got ");
        assertThatThrownBy(() -> WorkingFile.open(Path.of("/"), root.resolve("spill"), Home.SETTINGS, List.of()))
                .hasMessage("/: expected a file in a folder, got a root");
    }

    @Test
    void refusesAWorkOnNothingOnceClosed() throws SQLException {
        WorkingFile file = open();
        file.close();
        assertThat(file.connection().isClosed()).isTrue();
        assertThatThrownBy(() -> file.execute("SELECT 1")).isInstanceOf(SQLException.class);
    }
}
