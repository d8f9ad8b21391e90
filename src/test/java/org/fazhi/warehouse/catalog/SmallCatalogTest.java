package org.fazhi.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of one table and one mart says of itself. */
class SmallCatalogTest {

    private static final String TABLE = """
            -- Grain: one body.
            CREATE TABLE dim_body (code VARCHAR NOT NULL, size INTEGER);
            COMMENT ON TABLE dim_body IS 'Bodies';
            COMMENT ON COLUMN dim_body.code IS 'Code of the body';
            COMMENT ON COLUMN dim_body.size IS 'Heads [unit=person, part_year]';
            """;
    private static final String MART = """
            -- Grain: one body that has a size.
            CREATE VIEW mart_body AS SELECT size / 2 AS half, code FROM dim_body WHERE size > 0;
            COMMENT ON VIEW mart_body IS 'Bodies with a size [conflicts]';
            COMMENT ON COLUMN mart_body.half IS 'Half [unit=column:code, conflicts, part_year]';
            COMMENT ON COLUMN mart_body.code IS 'Code';
            """;

    @TempDir
    private Path root;

    private WarehouseFiles files;
    private WorkingFile file;

    @BeforeEach
    void open() throws Exception {
        write("schema/10_dim_body.sql", TABLE);
        write("marts/20_mart_body.sql", MART);
        write("usage_warnings.yml", """
                warnings:
                  - code: part_year
                    meaning: A part of the year.
                    remedy: Leave it out.
                  - code: conflicts
                    meaning: Two values.
                    remedy: Look at both.
                """);
        files = WarehouseFiles.of(root.resolve("warehouse"));
        file = WorkingFile.open(root.resolve("home/a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of());
        file.execute(TABLE + MART);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private void write(String path, String text) throws IOException {
        Path place = root.resolve("warehouse").resolve(path);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    @Test
    void readsColumnsAndTablesTheMartsFirst() throws SQLException {
        assertThat(CatalogColumns.of(file, files))
                .containsExactly(
                        new CatalogColumn(
                                "mart_body",
                                1,
                                "half",
                                "DOUBLE",
                                true,
                                "Half",
                                Optional.of("column:code"),
                                List.of("conflicts", "part_year")),
                        new CatalogColumn("mart_body", 2, "code", "VARCHAR", true, "Code", Optional.empty(), List.of()),
                        new CatalogColumn(
                                "dim_body",
                                1,
                                "code",
                                "VARCHAR",
                                false,
                                "Code of the body",
                                Optional.empty(),
                                List.of()),
                        new CatalogColumn(
                                "dim_body",
                                2,
                                "size",
                                "INTEGER",
                                true,
                                "Heads",
                                Optional.of("person"),
                                List.of("part_year")));
        assertThat(CatalogColumns.tables(file, files))
                .containsExactly(
                        new CatalogTable("mart_body", "Bodies with a size", List.of("conflicts")),
                        new CatalogTable("dim_body", "Bodies", List.of()));
        assertThat(CatalogColumns.tables(file, files))
                .extracting(CatalogTable::isMart)
                .containsExactly(true, false);
        assertThat(CatalogColumns.of(file, files))
                .extracting(CatalogColumn::isNumeric)
                .containsExactly(true, false, false, true);
    }

    @Test
    void writesWhatTheCommentsSayIntoTheFile() throws SQLException {
        WarehouseFiles real = WarehouseFiles.of(Path.of("warehouse"));
        file.execute(real.text("schema/50_usage_warning.sql")
                + real.text("schema/51_catalog_column.sql")
                + real.text("schema/52_catalog_usage_warning.sql"));
        // The real vocabulary, which the comments of the real tables are written in.
        new CatalogWriter(file, real).write();
        assertThat(Home.rows(
                        file.connection(), "SELECT * FROM catalog_column WHERE table_name LIKE '%_body' ORDER BY ALL"))
                .containsExactly(
                        "dim_body|1|code|VARCHAR|Code of the body|-",
                        "dim_body|2|size|INTEGER|Heads|person",
                        "mart_body|1|half|DOUBLE|Half|column:code",
                        "mart_body|2|code|VARCHAR|Code|-");
        assertThat(Home.rows(
                        file.connection(),
                        "SELECT * FROM catalog_usage_warning WHERE table_name LIKE '%_body' ORDER BY ALL"))
                .containsExactly(
                        "dim_body|size|part_year",
                        "mart_body|*|conflicts",
                        "mart_body|half|conflicts",
                        "mart_body|half|part_year");
        assertThat(Home.rows(file.connection(), "SELECT * FROM usage_warning WHERE warning_code = 'conflicts'"))
                .singleElement()
                .asString()
                .startsWith("conflicts|");
    }

    @Test
    void writesTheCatalogOfTablesColumnsAndWords() throws SQLException {
        String text = Catalog.of(file, files);
        assertThat(text).startsWith("# Catalog\n\nWritten by a test").contains("""

                ## Usage warnings

                What to know before a column is used. The file holds the same in `usage_warning` and, column by column, in\
                 `catalog_usage_warning`.

                | warning | what can go wrong | what to do |
                |---|---|---|
                | part_year | A part of the year. | Leave it out. |
                | conflicts | Two values. | Look at both. |

                ## mart_body

                Bodies with a size.

                Grain: one body that has a size.

                Warnings: conflicts.

                | column | type | unit | meaning | warnings |
                |---|---|---|---|---|
                | half | DOUBLE | column:code | Half | conflicts, part_year |
                | code | VARCHAR |  | Code |  |

                ## dim_body

                Bodies.

                Grain: one body.

                | column | type | unit | meaning | warnings |
                |---|---|---|---|---|
                | code | VARCHAR |  | Code of the body |  |
                | size | INTEGER | person | Heads | part_year |

                ## States and reasons
                """);
        Arrays.stream(FetchState.values())
                .forEach(state -> assertThat(text)
                        .contains("| `" + state.code() + "` | "
                                + (state == FetchState.PENDING ? "fact_link" : "fact_fetch, fact_link") + " | "
                                + state.meaning() + " | " + state.remedy() + " |\n"));
        Arrays.stream(Reason.values())
                .forEach(reason -> assertThat(text)
                        .contains(
                                "| `" + reason.code() + "` | " + reason.scope().place() + " | " + reason.meaning()
                                        + " | " + reason.remedy() + " |\n"));
    }

    @Test
    void refusesATableOrColumnWithoutAComment() throws SQLException {
        file.execute("COMMENT ON COLUMN dim_body.size IS NULL");
        assertThatThrownBy(() -> CatalogColumns.of(file, files))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("dim_body.size: expected a COMMENT, got none");
        file.execute("COMMENT ON TABLE dim_body IS ' '");
        assertThatThrownBy(() -> CatalogColumns.tables(file, files))
                .hasMessage("dim_body: expected a COMMENT, got none");
        assertThatThrownBy(() -> CatalogComment.of("a.b", "X [half]", UsageWarnings.of(files)))
                .hasMessage("a.b: comment: expected unit=… and each of part_year, conflicts at most once, got half");
        assertThatThrownBy(() -> CatalogComment.of("a.b", "X [unit=a, unit=b]", UsageWarnings.of(files)))
                .hasMessageEndingWith("got unit=b");
    }

    @Test
    void readsTheVocabularyStrictly() throws IOException {
        assertThat(UsageWarnings.of(files).all())
                .containsExactly(
                        new UsageWarning("part_year", "A part of the year.", "Leave it out."),
                        new UsageWarning("conflicts", "Two values.", "Look at both."));
        write("usage_warnings.yml", "warnings:\n  - {code: A, meaning: M., remedy: R.}\n");
        assertThatThrownBy(() -> UsageWarnings.of(files))
                .hasMessage("warehouse/usage_warnings.yml:2: code: expected a code such as part_year, got A");
        write(
                "usage_warnings.yml",
                "warnings:\n  - {code: a, meaning: M., remedy: R.}\n  - {code: a, meaning: M., remedy: R.}\n");
        assertThatThrownBy(() -> UsageWarnings.of(files))
                .hasMessage("warehouse/usage_warnings.yml:3: code: expected each code once, got a twice");
    }
}
