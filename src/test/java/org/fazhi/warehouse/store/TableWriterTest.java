package org.fazhi.warehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.warehouse.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

    @TempDir
    private Path root;

    private WorkingFile file;

    @BeforeEach
    void makeATable() throws SQLException {
        file = WorkingFile.open(root.resolve("a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of());
        file.execute("CREATE TABLE counted (name VARCHAR NOT NULL, number INTEGER, value DECIMAL(24,6), day DATE,"
                + " seen_at TIMESTAMP, is_new BOOLEAN, share DOUBLE, size BIGINT, tags VARCHAR[])");
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void putsEachValueUnderItsNameInAnyOrder() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "counted")) {
            writer.row()
                    .texts("tags", List.of("a", "b"))
                    .bigint("size", 5_000_000_000L)
                    .number("share", 0.5)
                    .flag("is_new", true)
                    .instant("seen_at", Instant.parse("2024-02-29T01:02:03.000004Z"))
                    .date("day", LocalDate.of(2024, 2, 29))
                    .value("value", new BigDecimal("28.8"))
                    .integer("number", 7)
                    .text("name", "云溪")
                    .end();
            assertThat(writer.rows()).isEqualTo(1);
            writer.flush();
        }
        assertThat(file.rows("SELECT * FROM counted", 9))
                .containsExactly(List.of(
                        "云溪",
                        "7",
                        "28.800000",
                        "2024-02-29",
                        "2024-02-29 01:02:03.000004",
                        "true",
                        "0.5",
                        "5000000000",
                        "[a, b]"));
    }

    @Test
    void leavesWhatARowDoesNotNameAsNullAlsoAfterARowThatDid() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "counted")) {
            writer.row().text("name", "a").integer("number", 1).end();
            writer.row()
                    .text("name", Optional.of("b"))
                    .integer("number", OptionalInt.empty())
                    .value("value", Optional.empty())
                    .date("day", Optional.empty())
                    .instant("seen_at", Optional.empty())
                    .end();
            writer.flush();
        }
        assertThat(file.rows("SELECT name, number FROM counted WHERE value IS NULL ORDER BY name", 9))
                .containsExactly(List.of("a", "1"), List.of("b", ""));
    }

    @Test
    void refusesARowWithoutAValueThatItsTableWants() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "counted")) {
            writer.row().integer("number", 1);
            assertThatThrownBy(writer::end)
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("counted.name: expected a value, got none");
            assertThat(writer.rows()).isZero();
        }
    }

    @Test
    void refusesAValueThatItsColumnDoesNotTakeAndGoesOnWithTheNextRow() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "counted")) {
            refuses(
                    writer.row().text("name", "a").date("day", LocalDate.of(10_000, 1, 1)),
                    "counted.day: expected a value");
            refuses(
                    writer.row().text("name", "a").date("day", LocalDate.of(-1, 12, 31)),
                    "counted.day: expected a value");
            refuses(
                    writer.row().text("name", "a").instant("seen_at", Instant.parse("+10000-01-01T00:00:00Z")),
                    "counted.seen_at: expected a value that the column holds, got +10000-01-01T00:00:00Z");
            refuses(
                    writer.row().text("name", "a").instant("seen_at", Instant.MIN),
                    "counted.seen_at: expected a value");
            assertThatThrownBy(() -> writer.row().value("value", new BigDecimal("1e18")))
                    .isInstanceOf(UnfitValue.class)
                    .hasMessage("expected a number of at most 18 digits and 6 behind the point, got 1E+18");
            writer.row()
                    .text("name", "b\uD800\0")
                    .date("day", LocalDate.of(9999, 12, 31))
                    .instant("seen_at", TableWriter.nearest(Instant.MAX))
                    .end();
            writer.row()
                    .text("name", "c")
                    .instant("seen_at", TableWriter.nearest(Instant.MIN))
                    .end();
            writer.flush();
        }
        assertThat(file.rows("SELECT name, day, year(seen_at) FROM counted ORDER BY name", 9))
                .containsExactly(List.of("b\uFFFD\uFFFD", "9999-12-31", "9999"), List.of("c", "", "0"));
    }

    private static void refuses(TableWriter row, String message) {
        assertThatThrownBy(row::end).isInstanceOf(UnfitValue.class).hasMessageStartingWith(message);
    }

    @Test
    void refusesColumnsAndTablesThatAreNotThere() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "counted")) {
            assertThatThrownBy(() -> writer.row().text("nam", "a"))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("counted: expected one of the columns name, number, value, day, seen_at, is_new,"
                            + " share, size, tags, got nam");
        }
        assertThatThrownBy(() -> new TableWriter(file.connection(), "count"))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("count: expected a table of the schema, got none of that name");
    }
}
