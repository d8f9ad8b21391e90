package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.descriptor.PackagedTable;
import org.fazhi.warehouse.descriptor.PackagedTables;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Parquet mirror holds what the file holds, whoever reads it, and costs the disk what is new. */
class ParquetMirrorTest {

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = MirroredHome.in(root);
    }

    private Path mirror() {
        return home.home.parquet();
    }

    private Set<String> names(String table) {
        Set<String> names = new TreeSet<>();
        Home.files(mirror().resolve(table))
                .forEach(file -> names.add(file.getFileName().toString()));
        return names;
    }

    @Test
    void putsAFileAProvinceAndYearAndNamesNoFolderByAKey() {
        home.published();
        assertThat(names("mart_observation"))
                .containsExactly(
                        "mart_observation-370000-2022.parquet",
                        "mart_observation-370000-2023.parquet",
                        "mart_observation-370000-2024.parquet",
                        "mart_observation-991000-2022.parquet",
                        "mart_observation-991000-2023.parquet",
                        "mart_observation-991000-2024.parquet");
        assertThat(names("mart_section")).containsExactly("mart_section.parquet");
        assertThat(names("mart_change")).containsExactly("mart_change.parquet");
        assertThat(Home.files(home.home.releases()))
                .noneMatch(file -> file.toString().contains("="));
    }

    @Test
    void agreesWithDimRegionOnTheProvinceOfEveryRow() {
        home.published();
        String rows = "SELECT DISTINCT observation.region_code, region.province_code,"
                + " regexp_extract(observation.filename, '-([0-9]{6})-', 1) FROM read_parquet('" + mirror()
                + "/mart_observation/*.parquet', filename = true) AS observation JOIN '" + mirror()
                + "/dim_region/dim_region.parquet' AS region USING (region_code) ORDER BY ALL";
        assertThat(home.rows(rows)).containsExactly("371322|370000|370000", "991101|991000|991000");
        assertThat(
                        home.rows(
                                "SELECT region_code FROM dim_region GROUP BY region_code HAVING count(DISTINCT province_code) > 1"))
                .isEmpty();
    }

    @Test
    void putsRowsOfNoKnownRegionYearOrProvinceApartAndTakesNoNameFromWhatIsNoCode() {
        BuiltRelease build = home.build();
        Home.execute(
                build.file(),
                "UPDATE dim_document SET region_code = NULL WHERE report_year = 2022 AND source_id = 'tancheng';"
                        + "UPDATE dim_document SET report_year = NULL WHERE report_year = 2023 AND source_id = 'tancheng';"
                        + "UPDATE dim_region SET province_code = '../../x' WHERE region_code = '991101'");
        home.publisher().publish(build, new AuditReport(1, List.of()), LoadProgress.NONE);
        assertThat(names("mart_document"))
                .containsExactly(
                        "mart_document-370000-2024.parquet",
                        "mart_document-370000-none.parquet",
                        "mart_document-none-2022.parquet",
                        "mart_document-none-2023.parquet",
                        "mart_document-none-2024.parquet");
        assertThat(home.rows("SELECT count(*) FROM '" + mirror() + "/mart_document/*.parquet'"))
                .containsExactly("6");
    }

    @Test
    void holdsTheRowsColumnsAndTypesOfTheFile() {
        Manifest manifest = home.published();
        Set<String> mirrored = new TreeSet<>();
        for (Path folder : children(mirror())) {
            String table = folder.getFileName().toString();
            mirrored.add(table);
            String files = "read_parquet('" + folder + "/**/*.parquet')";
            assertThat(home.rows("SELECT count(*) FROM (FROM " + table + " EXCEPT ALL FROM " + files + ")"))
                    .as(table)
                    .containsExactly("0");
            assertThat(home.rows("SELECT count(*) FROM " + files))
                    .isEqualTo(home.rows("SELECT count(*) FROM " + table));
            String described = "SELECT column_name, column_type FROM (DESCRIBE FROM ";
            assertThat(home.rows(described + files + ")")).isEqualTo(home.rows(described + table + ")"));
        }
        assertThat(mirrored)
                .containsAll(manifest.rows().keySet())
                .contains("dim_region", "dim_indicator", "dim_source", "dim_unit", "dim_period", "dim_issuer")
                .contains("release", "due_rule", "catalog_column", "catalog_usage_warning", "usage_warning")
                .noneMatch(table -> table.startsWith("fact_"))
                .doesNotContain("document_text", "quarantine");
    }

    private static List<Path> children(Path folder) {
        try (var list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void linksWhatIsTheSameInTheReleaseBefore() throws IOException {
        Manifest first = home.published();
        MirroredHome.add(home, "shiqiao", "991101", "石桥县人民政府", 2025, "12");
        Manifest second = home.published();
        Path old = home.home.release(first.release()).resolve("parquet");
        Path now = home.home.release(second.release()).resolve("parquet");
        for (String same : List.of(
                "mart_figure/mart_figure-370000-2024.parquet",
                "mart_figure/mart_figure-991000-2024.parquet",
                "dim_region/dim_region.parquet")) {
            assertThat(Files.isSameFile(old.resolve(same), now.resolve(same)))
                    .as(same)
                    .isTrue();
        }
        assertThat(Files.isSameFile(
                        old.resolve("mart_section/mart_section.parquet"),
                        now.resolve("mart_section/mart_section.parquet")))
                .isFalse();
        assertThat(now.resolve("mart_figure/mart_figure-991000-2025.parquet")).exists();
        Releases releases = new Releases(home.home);
        assertThat(releases.verify(first)).isEmpty();
        assertThat(releases.verify(second)).isEmpty();

        releases.rollback(first.release());
        FileTree.delete(home.home.release(second.release()));
        assertThat(releases.verify(first)).isEmpty();
        assertThat(home.rows("SELECT count(*) FROM '" + mirror() + "/mart_figure/*.parquet'"))
                .containsExactly("12");
    }

    /** Rows are sorted, so that the order in which reports were read does not show. */
    @Test
    void writesTheSameBytesWhateverTheOrderOfArrival() throws IOException {
        Manifest first = home.published();
        Home other = MirroredHome.in(root.resolve("other"));
        Collections.reverse(other.extracts);
        Manifest second = other.published();
        assertThat(second.contentHash()).isEqualTo(first.contentHash());
        List<Manifest.FileEntry> marts = parquet(first, "mart_");
        assertThat(marts).hasSizeGreaterThan(30).isEqualTo(parquet(second, "mart_"));
    }

    private static List<Manifest.FileEntry> parquet(Manifest manifest, String prefix) {
        return manifest.files().stream()
                .filter(file -> file.path().startsWith("parquet/" + prefix))
                .toList();
    }

    @Test
    void copiesWhereTheFileSystemHasNoLinksAndNeverLinksADamagedFile() throws Exception {
        Manifest first = home.published();
        Path old = home.home.release(first.release()).resolve("parquet");
        Path damaged = old.resolve("dim_unit/dim_unit.parquet");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        Path copied = Files.createDirectories(root.resolve("copied"));
        writeMirror(copied, old, (name, file) -> {
            throw new FileSystemException(name.toString(), file.toString(), "Operation not supported");
        });
        Path linked = Files.createDirectories(root.resolve("linked"));
        writeMirror(linked, old, Files::createLink);

        String unit = "dim_unit/dim_unit.parquet";
        String region = "dim_region/dim_region.parquet";
        assertThat(Files.isSameFile(old.resolve(region), copied.resolve(region)))
                .isFalse();
        assertThat(copied.resolve(region)).hasSameBinaryContentAs(old.resolve(region));
        assertThat(Files.isSameFile(old.resolve(region), linked.resolve(region)))
                .isTrue();
        assertThat(Files.isSameFile(old.resolve(unit), linked.resolve(unit))).isFalse();
        assertThat(Home.files(linked)).noneMatch(file -> file.toString().endsWith(".link"));
    }

    private void writeMirror(Path folder, Path before, ParquetMirror.Linker linker) throws SQLException, IOException {
        Path built = root.resolve("built.duckdb");
        Files.copy(home.home.published(), built, StandardCopyOption.REPLACE_EXISTING);
        try (WorkingFile file = WorkingFile.open(built, home.home.spill(), new DuckSettings(256, 1), List.of(folder))) {
            ParquetMirror mirror = new ParquetMirror(file, folder, Optional.of(before), linker);
            for (PackagedTable table : new PackagedTables(file, WarehouseFiles.of(home.folder)).read()) {
                mirror.write(table);
            }
        }
    }

    @Test
    void letsTheOldReleaseStandWhereTheDiskFillsDuringTheMirror() {
        Manifest first = home.published();
        home.write("marts/99_dim_full.sql", """
                -- Grain: none.
                CREATE VIEW dim_full AS SELECT error('No space left on device') AS nothing;
                COMMENT ON VIEW dim_full IS 'Nothing';
                COMMENT ON COLUMN dim_full.nothing IS 'Nothing';
                """);
        MirroredHome.add(home, "shiqiao", "991101", "石桥县人民政府", 2025, "12");
        assertThatThrownBy(home::night)
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("the publish failed")
                .hasMessageContaining("No space left on device");
        assertThat(home.home.releases().resolve(".staging")).doesNotExist();
        assertThat(new Releases(home.home).list()).containsExactly(first);
        assertThat(new Releases(home.home).verify(first)).isEmpty();
        assertThat(home.rows("SELECT count(*) FROM '" + mirror() + "/mart_figure/*.parquet'"))
                .containsExactly("12");
    }

    /** Format 1 had Hive's folders and no descriptors. */
    @Test
    void replacesAReleaseOfTheFormerLayoutThoughItsRowsAreTheSame() throws IOException {
        Manifest first = home.published();
        Path folder = home.home.release(first.release());
        FileTree.delete(folder.resolve("parquet"));
        Path hive =
                Files.createDirectories(folder.resolve("parquet/mart_figure/province_code=370000/report_year=2022"));
        Files.writeString(hive.resolve("mart_figure_0.parquet"), "PAR1");
        Files.delete(folder.resolve("datapackage.json"));
        Files.delete(folder.resolve("croissant.json"));
        Path manifest = folder.resolve(ManifestFile.NAME);
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"formatVersion\" : 2", "\"formatVersion\" : 1"));
        new Releases(home.home).settle();
        assertThat(home.home.root().resolve("datapackage.json")).doesNotExist();
        assertThat(home.home.root().resolve("croissant.json")).doesNotExist();

        Manifest anew = home.published();

        assertThat(anew.formatVersion()).isEqualTo(HomeFormat.VERSION);
        assertThat(anew.contentHash()).isEqualTo(first.contentHash());
        assertThat(names("mart_figure")).hasSize(6).contains("mart_figure-370000-2022.parquet");
        assertThat(Home.files(mirror())).noneMatch(file -> file.toString().contains("="));
        assertThat(home.home.root().resolve("datapackage.json")).exists();
        assertThat(home.night()).isEqualTo(new Publication.Unchanged(anew));
    }
}
