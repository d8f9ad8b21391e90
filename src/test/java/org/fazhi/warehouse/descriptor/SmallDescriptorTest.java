package org.fazhi.warehouse.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both descriptors of a release of three tables, whole; what they must hold by their standards is held elsewhere. */
class SmallDescriptorTest {

    private static final Path GOLDEN = Path.of("src/test/resources/warehouse/descriptors.txt");

    @TempDir
    private Path root;

    private static PackagedColumn column(
            String name, String type, boolean isRequired, String unit, String... warnings) {
        return new PackagedColumn(
                name, type, isRequired, "Meaning of " + name, Optional.ofNullable(unit), List.of(warnings));
    }

    private static PackagedFile file(String path, long bytes) {
        return new PackagedFile(path, bytes, Long.toString(bytes).repeat(4));
    }

    private static PackagedRelease release(List<PackagedRelease.Publisher> publishers) {
        PackagedTable mart = new PackagedTable(
                "mart_part",
                "Parts",
                List.of("part_year"),
                List.of(
                        column("region_code", "VARCHAR", true, null),
                        column("report_year", "INTEGER", true, "year"),
                        column("value", "DECIMAL(24,6)", false, "column:unit", "part_year", "conflicts"),
                        column("share", "DOUBLE", false, null),
                        column("names", "VARCHAR[]", false, null),
                        column("is_new", "BOOLEAN", false, null),
                        column("due", "DATE", false, null),
                        column("seen_at", "TIMESTAMP", false, null),
                        column("size", "BIGINT", false, "bytes")),
                Optional.of(List.of("region_code", "report_year")),
                List.of(
                        new TableKeys.Reference(List.of("region_code"), "dim_region", List.of("code")),
                        new TableKeys.Reference(List.of("region_code", "size"), "mart_part", List.of("names", "size"))),
                7,
                List.of());
        PackagedTable region = new PackagedTable(
                "dim_region",
                "Regions",
                List.of(),
                List.of(column("code", "VARCHAR", true, null)),
                Optional.empty(),
                List.of(),
                0,
                List.of());
        List<PackagedFile> files = List.of(
                file("parquet/mart_part/mart_part-990000-2024.parquet", 11),
                file("parquet/mart_part/mart_part-990000-2025.parquet", 12),
                file("parquet/mart_part_other/mart_part.parquet", 13),
                file("parquet/dim_region/dim_region.parquet", 14));
        return new PackagedRelease(
                "2026-01-10-abc",
                LocalDate.of(2026, 1, 10),
                Instant.parse("2026-01-10T20:00:00Z"),
                "hash",
                "inputs",
                "1.2",
                "schema",
                file("fazhi.duckdb", 99),
                List.of(mart.withFilesOf(files), region.withFilesOf(files)),
                publishers);
    }

    @Test
    void writesBothDescriptorsWhole() throws IOException {
        PackagedRelease release = release(List.of(
                new PackagedRelease.Publisher("yunxi", "云溪县人民政府"), new PackagedRelease.Publisher("again", "云溪县人民政府")));
        String text = DataPackage.of(release) + Croissant.of(release);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void namesNoSourcesWhereThereAreNone() {
        assertThat(DataPackage.of(release(List.of()))).doesNotContain("\"sources\"");
        assertThat(Croissant.of(release(List.of()))).contains("\"archive\"").doesNotContain("Reports of");
    }

    @Test
    void isCitedByReleaseAndContent() {
        Citation citation = release(List.of()).citation();
        assertThat(citation.text())
                .startsWith("fazhi: ")
                .endsWith(", release 2026-01-10-abc, content hash hash, made by fazhi 1.2.");
        assertThat(citation.bibtex())
                .startsWith("@misc{fazhi-2026-01-10-abc,\n")
                .contains("  year = {2026},\n");
    }

    @Test
    void knowsNoOtherTypes() {
        assertThatThrownBy(() -> ColumnType.of("BLOB"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageEndingWith("or TIMESTAMP, got BLOB");
    }

    @Test
    void saysWhatIsLicensedHow() {
        assertThat(DataLicence.of("dim_region")).isEqualTo(DataLicence.REGIONS);
        assertThat(DataLicence.of("dim_indicator")).isEqualTo(DataLicence.PROGRAM);
        assertThat(DataLicence.of("catalog_column")).isEqualTo(DataLicence.PROGRAM);
        assertThat(DataLicence.of("mart_part")).isEqualTo(DataLicence.REPORTS);
        assertThat(DataLicence.REPORTS.url()).isEmpty();
        assertThat(DataLicence.PROGRAM.url()).isPresent();
    }

    @Test
    void readsTheTablesThatArePackaged() throws Exception {
        Path folder = root.resolve("warehouse");
        Files.createDirectories(folder.resolve("schema"));
        Files.writeString(folder.resolve("schema/keys.csv"), """
                table,columns,to_table,to_columns
                dim_body,code,,
                dim_body,parent,dim_body,code
                """);
        Files.writeString(
                folder.resolve("usage_warnings.yml"), "warnings:\n  - {code: part_year, meaning: M., remedy: R.}\n");
        WarehouseFiles files = WarehouseFiles.of(folder);
        try (WorkingFile file =
                WorkingFile.open(root.resolve("home/a.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of())) {
            file.execute("""
                    CREATE TABLE dim_body (code VARCHAR, parent VARCHAR, size INTEGER NOT NULL);
                    INSERT INTO dim_body VALUES ('a', NULL, 1), ('b', 'a', 2);
                    COMMENT ON TABLE dim_body IS 'Bodies [part_year]';
                    COMMENT ON COLUMN dim_body.code IS 'Code';
                    COMMENT ON COLUMN dim_body.parent IS 'Parent';
                    COMMENT ON COLUMN dim_body.size IS 'Heads [unit=person]';
                    CREATE TABLE fact_body AS SELECT code FROM dim_body;
                    COMMENT ON TABLE fact_body IS 'Facts';
                    COMMENT ON COLUMN fact_body.code IS 'Code'""");
            PackagedTable table = new PackagedTable(
                    "dim_body",
                    "Bodies",
                    List.of("part_year"),
                    List.of(
                            new PackagedColumn("code", "VARCHAR", true, "Code", Optional.empty(), List.of()),
                            new PackagedColumn("parent", "VARCHAR", false, "Parent", Optional.empty(), List.of()),
                            new PackagedColumn("size", "INTEGER", true, "Heads", Optional.of("person"), List.of())),
                    Optional.of(List.of("code")),
                    List.of(new TableKeys.Reference(List.of("parent"), "dim_body", List.of("code"))),
                    2,
                    List.of());
            assertThat(new PackagedTables(file, files).read()).containsExactly(table);
            assertThat(table.has("size")).isTrue();
            assertThat(table.has("none")).isFalse();
        }
        assertThat(TableKeys.of(files).keyed()).containsExactly("dim_body");
        assertThat(TableKeys.of(files).referring()).containsExactly("dim_body");
    }
}
