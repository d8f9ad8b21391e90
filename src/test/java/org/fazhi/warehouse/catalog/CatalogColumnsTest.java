package org.fazhi.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comment's brackets say, and that nothing else can stand there. */
class CatalogColumnsTest {

    private static final WarehouseFiles FILES = WarehouseFiles.of(Path.of("warehouse"));
    private static final UsageWarnings VOCABULARY = UsageWarnings.of(FILES);

    @TempDir
    private Path root;

    /** Tables by the mart that shows their columns under the same names. */
    private static final Map<String, String> SHOWN_IN = Map.of(
            "dim_document", "mart_document",
            "document_text", "mart_document",
            "fact_section", "mart_section",
            "fact_figure", "mart_figure",
            "fact_observation", "mart_observation",
            "fact_check", "mart_quality",
            "fact_coverage", "mart_coverage",
            "dim_indicator", "mart_observation",
            "dim_issuer", "mart_observation");

    @Test
    void warnsOfAColumnInItsTableAsInItsMart() throws SQLException {
        Home home = new Home(root);
        home.build();
        Map<String, List<String>> warnings = new HashMap<>();
        List<String[]> columns = new ArrayList<>();
        for (String row : Home.rows(
                home.home.build(),
                "SELECT table_name, column_name, regexp_extract(comment, ' \\[([^\\]]*)\\]$', 1) FROM duckdb_columns() ORDER BY ALL")) {
            String[] cells = row.split("\\|", -1);
            columns.add(cells);
            warnings.put(cells[0] + "." + cells[1], List.of(cells[2].split(", ")));
        }
        List<String> silent = new ArrayList<>();
        int compared = 0;
        for (String[] column : columns) {
            List<String> ofMart = warnings.getOrDefault(SHOWN_IN.get(column[0]) + "." + column[1], List.of());
            compared += ofMart.isEmpty() ? 0 : 1;
            if (!warnings.getOrDefault(column[0] + "." + column[1], List.of()).containsAll(ofMart)) {
                silent.add(column[0] + "." + column[1] + " lacks some of " + ofMart);
            }
        }
        assertThat(silent).isEmpty();
        assertThat(compared).isGreaterThan(80);
    }

    @Test
    void warnsOfRanksWhoseFirstIsTheWorstOrTheOnlyOne() {
        Home home = new Home(root);
        home.build();
        assertThat(
                        Home.rows(
                                home.home.build(),
                                "SELECT warning_code, list(column_name ORDER BY column_name) FROM catalog_usage_warning WHERE table_name ="
                                        + " 'mart_comparison' AND warning_code LIKE 'rank%' AND column_name <> '*' GROUP BY ALL ORDER BY ALL"))
                .containsExactly(
                        "rank_direction|[percentile_all, percentile_in_province, rank_all, rank_in_province]",
                        "rank_of_one|[peer_count, percentile_all, percentile_in_province, province_peer_count, rank_all,"
                                + " rank_in_province]");
    }

    @Test
    void takesUnitAndWarningsOffAComment() {
        assertThat(CatalogComment.of("m.c", "Value (a number) [unit=column:unit, part_year, conflicts]", VOCABULARY))
                .isEqualTo(new CatalogComment(
                        "Value (a number)", Optional.of("column:unit"), List.of("part_year", "conflicts")));
        assertThat(CatalogComment.of("m.c", "Name of the region", VOCABULARY))
                .isEqualTo(new CatalogComment("Name of the region", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X [part_yaer]; part_yaer",
                "X [part_year, part_year]; part_year",
                "X [unit=day, unit=month]; unit=month",
                "X [unit=%]; unit=%",
                "X [part_year,conflicts]; part_year,conflicts"
            })
    void refusesWhatIsNoUnitAndNoCode(String comment, String item) {
        assertThatThrownBy(() -> CatalogComment.of("mart_x.y", comment, VOCABULARY))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith("mart_x.y: comment: expected unit=… and each of aggregation_hazard, ")
                .hasMessageEndingWith(", got " + item);
    }

    @Test
    void refusesAnUnknownCodeAndAColumnWithoutACommentInABuild() {
        Home home = new Home(root);
        String comment = "COMMENT ON COLUMN mart_section.level IS ";
        String marts = FILES.text("marts/11_mart_section.sql");
        home.write("marts/11_mart_section.sql", marts + "\n" + comment + "'Depth [half_baked]';\n");
        assertThatThrownBy(home::build)
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("mart_section.level: comment: expected unit=…")
                .hasMessageEndingWith(", got half_baked");
        home.write("marts/11_mart_section.sql", marts + "\n" + comment + "NULL;\n");
        assertThatThrownBy(home::build).hasMessageContaining("mart_section.level: expected a COMMENT, got none");
        home.write("marts/11_mart_section.sql", marts + "\nCOMMENT ON VIEW mart_section IS NULL;\n");
        assertThatThrownBy(home::build).hasMessageContaining("mart_section: expected a COMMENT, got none");
    }

    @Test
    void namesUnitAndWarningsOfEveryNumberInAMart() throws SQLException {
        Home home = new Home(root);
        home.build();
        try (WorkingFile file = WorkingFile.open(home.home.build(), home.home.spill(), Home.SETTINGS, List.of())) {
            assertThat(CatalogColumns.of(file, FILES))
                    .filteredOn(column -> column.table().startsWith("mart_") && column.isNumeric())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(column -> {
                        assertThat(column.unit()).as("unit of %s", column).isPresent();
                        // Years and places are no quantities: nobody is misled by them.
                        assertThat(List.of("year", "ordinal", "code_points")
                                                .contains(column.unit().orElse(""))
                                        || !column.warnings().isEmpty())
                                .as("warnings of %s", column)
                                .isTrue();
                    });
            assertThat(CatalogColumns.tables(file, FILES))
                    .filteredOn(CatalogTable::isMart)
                    .hasSize(9)
                    .allSatisfy(
                            mart -> assertThat(mart.warnings()).as(mart.name()).isNotEmpty());
        }
    }

    @Test
    void tellsAnAnalystInTheFileItself() {
        Home home = new Home(root);
        Path file = home.build().file();
        assertThat(
                        Home.rows(
                                file,
                                "SELECT column_name, warning_code FROM catalog_usage_warning JOIN usage_warning USING (warning_code)"
                                        + " WHERE table_name = 'mart_observation' AND column_name IN ('*', 'value') ORDER BY ALL"))
                .contains("*|self_reported", "value|aggregation_hazard", "value|part_year", "value|conflicts");
        assertThat(Home.rows(
                        file,
                        "SELECT data_type, unit, meaning FROM catalog_column"
                                + " WHERE table_name = 'mart_comparison' AND column_name = 'percentile_all'"))
                .containsExactly("DECIMAL(5,2)|percent|Per cent of all peers with this value or a lower one");
        assertThat(Home.rows(file, "SELECT count(*) FROM usage_warning"))
                .containsExactly(Integer.toString(VOCABULARY.all().size()));
        assertThat(Home.rows(file, "SELECT column_name FROM catalog_column WHERE column_name LIKE '%*%'"))
                .isEmpty();
    }

    @Test
    void usesEveryWarningOfTheVocabulary() {
        Home home = new Home(root);
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT warning_code FROM usage_warning ANTI JOIN catalog_usage_warning USING (warning_code)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warnings:\n  - code: part_year\n    meaning: A.\n    remedy: B.\n    cause: C.\n#:5: cause: expected one of code, meaning, remedy, got an unknown key",
                "warnings:\n  - code: part_year\n    meaning: A.\n#:2: warnings: expected key remedy, got none",
                "warnings:\n  - code: Part Year\n    meaning: A.\n    remedy: B.\n#:2: code: expected a code such as part_year, got Part Year",
                "warnings:\n  - code: ocr\n    meaning: A.\n    remedy: B.\n  - code: ocr\n    meaning: A.\n    remedy: B.\n#:5: code: expected each code once, got ocr twice"
            })
    void readsTheVocabularyStrictly(String lines) {
        Home home = new Home(root);
        String[] parts = lines.split("#", 2);
        home.write("usage_warnings.yml", parts[0]);
        assertThatThrownBy(() -> UsageWarnings.of(WarehouseFiles.of(home.folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("warehouse/usage_warnings.yml" + parts[1]);
    }

    @Test
    void isAnotherReleaseWithAnotherVocabulary() {
        Home home = new Home(root);
        String before = WarehouseFiles.of(home.folder).schemaVersion();
        home.write("usage_warnings.yml", FILES.text("usage_warnings.yml").replace("misread", "read wrongly"));
        assertThat(WarehouseFiles.of(home.folder).schemaVersion()).isNotEqualTo(before);
    }
}
