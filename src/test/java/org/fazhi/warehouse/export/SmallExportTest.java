package org.fazhi.warehouse.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.export.ReleaseExport.Format;
import org.fazhi.warehouse.export.ReleaseExport.PartYear;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a release of one mart. */
class SmallExportTest {

    private static final String HEAD = "region_code,region_name,province_name,issuer_kind,report_year,issuer_key,"
            + "issuer_name,issuer_function,conflicting_count,part_year_count,a.b";
    private static final String BODY = "990101,云溪县,青岚省,government,2024,k1,云溪县人民政府,general,";

    @TempDir
    private Path root;

    private WarehouseHome home;
    private Path out;

    @BeforeEach
    void keepARelease() throws Exception {
        home = new WarehouseHome(root.resolve("home"));
        out = root.resolve("out");
        Path file = home.release("r1").resolve("fazhi.duckdb");
        try (WorkingFile release = WorkingFile.open(file, root.resolve("spill"), Home.SETTINGS, List.of())) {
            release.execute("""
                    CREATE TABLE mart_observation (region_code VARCHAR, region_name VARCHAR, province_name VARCHAR,
                        issuer_kind VARCHAR, report_year INTEGER, issuer_key VARCHAR, issuer_name VARCHAR,
                        issuer_function VARCHAR, indicator_code VARCHAR, value DECIMAL(24,6), is_conflicting BOOLEAN,
                        is_whole_year BOOLEAN, tense VARCHAR, as_of VARCHAR);
                    INSERT INTO mart_observation VALUES
                        ('990101', '云溪县', '青岚省', 'government', 2024, 'k1', '云溪县人民政府', 'general', 'a.b', 790, false,
                            true, 'actual', NULL),
                        ('990101', '云溪县', '青岚省', 'government', 2024, 'k1', '云溪县人民政府', 'general', 'a.c', 28.5, true,
                            false, 'cumulative', '2024-11'),
                        ('990101', '=1+1', '青岚省', 'government', 2023, 'k1', '云溪县人民政府', 'general', 'a.b', 0, false,
                            true, 'actual', NULL),
                        ('990101', '=1+1', '青岚省', 'government', 2023, 'k1', '云溪县人民政府', 'general', 'a.c', 5, false,
                            false, 'actual', NULL);
                    CREATE TABLE dim_indicator (definition VARCHAR, indicator_code VARCHAR, indicator_name VARCHAR,
                        unit VARCHAR, kind VARCHAR, is_additive BOOLEAN, domain VARCHAR, task VARCHAR, later VARCHAR);
                    INSERT INTO dim_indicator VALUES ('受理的案件数。', 'a.b', '受理数', '件', 'count', true, 'a', NULL, 'x')""");
        }
        Files.writeString(home.release("r1").resolve("manifest.json"), """
                {"release": "r1", "night": "2026-01-10", "publishedAt": "2026-01-10T20:00:00Z", "contentHash": "h",
                 "inputsFingerprint": "i", "codeVersion": "c", "schemaVersion": "s", "dictionaryVersion": "d",
                 "storageVersion": "v1.4.0", "formatVersion": 2, "rows": {"mart_observation": 4}, "files": [],
                 "sources": [], "warningCount": 0}
                """);
    }

    private List<Path> export(Format format, PartYear partYear) {
        return new ReleaseExport(home, Home.SETTINGS).export("r1", format, partYear, out);
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(root)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".partial"));
        }
    }

    @Test
    void writesAMartAsCsvWithAMarkAndWithoutFormulas() throws IOException {
        assertThat(export(Format.CSV, PartYear.LEFT_OUT)).containsExactly(out.resolve("mart_observation.csv"));
        assertThat(Files.readAllLines(out.resolve("mart_observation.csv")))
                .hasSize(5)
                .contains(
                        "990101,'=1+1,青岚省,government,2023,k1,云溪县人民政府,general,a.b,0,false,true,actual,",
                        BODY + "a.b,790,false,true,actual,")
                .first()
                .asString()
                .startsWith("\ufeffregion_code,region_name,");
        assertNothingIsLeft();
    }

    @Test
    void writesAMartAsParquet() throws IOException {
        assertThat(export(Format.PARQUET, PartYear.LEFT_OUT)).containsExactly(out.resolve("mart_observation.parquet"));
        assertThat(Home.rows(
                        home.release("r1").resolve("fazhi.duckdb"),
                        "SELECT count(*), sum(value) FROM '" + out.resolve("mart_observation.parquet") + "'"))
                .containsExactly("4|823.500000");
    }

    @Test
    void writesATableAYearWithoutPartsOfAYear() throws IOException {
        assertThat(export(Format.WIDE, PartYear.LEFT_OUT))
                .containsExactly(
                        out.resolve("indicators.csv"), out.resolve("wide_2023.csv"), out.resolve("wide_2024.csv"));
        assertThat(Files.readAllLines(out.resolve("wide_2024.csv")))
                .containsExactly("\ufeff" + HEAD + ",a.c", BODY + "1,1,790,");
        assertThat(Files.readAllLines(out.resolve("wide_2023.csv")))
                .contains("990101,'=1+1,青岚省,government,2023,k1,云溪县人民政府,general,0,1,0,");
        assertThat(Files.readAllLines(out.resolve("indicators.csv")))
                .containsExactly(
                        "\ufeffindicator_code,indicator_name,unit,kind,is_additive,domain,task,definition,later",
                        "a.b,受理数,件,count,true,a,,受理的案件数。,x");
    }

    @Test
    void marksPartsOfAYearWhereTheyAreAskedFor() throws IOException {
        export(Format.WIDE, PartYear.MARKED);
        assertThat(Files.readAllLines(out.resolve("wide_2024.csv")))
                .containsExactly(
                        "\ufeff" + HEAD + ",a.b.part_year,a.c,a.c.part_year",
                        BODY + "1,1,790,,28.5,cumulative to 2024-11");
        assertThat(Format.WIDE.code()).isEqualTo("wide");
    }

    @Test
    void tellsAWholeYearInAReleaseThatDoesNotSay() throws IOException {
        Home.execute(
                home.release("r1").resolve("fazhi.duckdb"), "ALTER TABLE mart_observation DROP COLUMN is_whole_year");
        export(Format.WIDE, PartYear.LEFT_OUT);
        assertThat(Files.readAllLines(out.resolve("wide_2024.csv"))).contains(BODY + "1,1,790,");
    }

    @Test
    void leavesNothingWhereItFailsAndOverwritesNothing() throws IOException {
        Files.createDirectories(root.resolve(".out.partial/left"));
        export(Format.CSV, PartYear.LEFT_OUT);
        assertThat(out.resolve("left")).doesNotExist();
        assertThatThrownBy(() -> export(Format.CSV, PartYear.LEFT_OUT))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(out + ": expected a folder that is not there yet, got one that is");
        Home.execute(home.release("r1").resolve("fazhi.duckdb"), "ALTER TABLE mart_observation RENAME TO other");
        out = root.resolve("other");
        assertThatThrownBy(() -> export(Format.CSV, PartYear.LEFT_OUT))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(out + ": the export failed: ");
        assertThat(out).doesNotExist();
        assertNothingIsLeft();
    }
}
