package org.fazhi.warehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder belong to the warehouse, and what changes its version. */
class WarehouseFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String path : new String[] {
            "schema/02_b.sql",
            "schema/01_a.sql",
            "schema/keys.csv",
            "schema/notes.yml",
            "schema/deeper/03.sql",
            "knowledge/words.yml",
            "queries/ask.sql",
            "other/01_a.sql",
            "loose.sql",
            "usage_warnings.yml",
            "README.md"
        }) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), "text of " + path);
        }
    }

    private WarehouseFiles files() {
        return WarehouseFiles.of(folder);
    }

    @Test
    void findsTheFilesThatShapeAReleaseAndNoOthers() {
        assertThat(files().paths())
                .containsExactly(
                        "knowledge/words.yml",
                        "queries/ask.sql",
                        "schema/01_a.sql",
                        "schema/02_b.sql",
                        "schema/keys.csv",
                        "usage_warnings.yml");
        assertThat(files().sql("schema"))
                .containsExactly(
                        new SqlFile("schema/01_a.sql", "text of schema/01_a.sql"),
                        new SqlFile("schema/02_b.sql", "text of schema/02_b.sql"));
        assertThatThrownBy(() -> files().sql("audits")).hasMessage("warehouse/audits: expected SQL files, got none");
        assertThat(files().find("audits/none.sql")).isEmpty();
        assertThatThrownBy(() -> files().text("audits/none.sql"))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("warehouse/audits/none.sql: expected a file, got none");
    }

    @Test
    void readsAFileWithoutItsByteOrderMarkAndNoneThatIsTooLong() throws IOException {
        Path file = folder.resolve("schema/01_a.sql");
        Files.writeString(file, "\ufeff一");
        assertThat(files().text("schema/01_a.sql")).isEqualTo("一");
        Files.write(file, new byte[16 << 20]);
        assertThat(files().text("schema/01_a.sql")).hasSize(16 << 20);
        Files.write(file, new byte[(16 << 20) + 1]);
        assertThatThrownBy(() -> files().text("schema/01_a.sql"))
                .hasMessage("warehouse/schema/01_a.sql: expected at most 16777216 bytes, got 16777217");
    }

    @Test
    void isAnotherVersionWithEveryFileButAQuery() throws IOException {
        String before = files().schemaVersion();
        assertThat(before).matches("[0-9a-f]{16}");
        Files.writeString(folder.resolve("queries/ask.sql"), "other");
        assertThat(files().schemaVersion()).isEqualTo(before);
        Files.writeString(folder.resolve("schema/keys.csv"), "other");
        assertThat(files().schemaVersion()).isNotEqualTo(before);
    }

    @Test
    void readsTheCopyInsideTheProgram() {
        WarehouseFiles bundled = WarehouseFiles.bundled();
        WarehouseFiles real = WarehouseFiles.of(Path.of("warehouse"));
        assertThat(bundled.paths()).isEqualTo(real.paths());
        assertThat(bundled.schemaVersion()).isEqualTo(real.schemaVersion());
        assertThat(bundled.find("schema/none.sql")).isEmpty();
    }

    @Test
    void refusesAFolderWithoutASchema() {
        assertThatThrownBy(() -> WarehouseFiles.of(folder.resolve("schema")))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(folder.resolve("schema") + ": expected a folder with schema/, got none");
    }
}
