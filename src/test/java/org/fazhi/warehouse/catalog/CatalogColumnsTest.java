package org.fazhi.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
