package org.fazhi.warehouse.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseExportTest {

    @TempDir
    private Path root;

    private Home home;
    private String release;

    @BeforeEach
    void publish() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        for (int year = 2022; year < 2024; year++) {
            home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                    .titled("=HYPERLINK(\"http://x.example\",\"年度报告\")")
                    .figure("受理", year + "件", Integer.toString(year), "件", "reconsideration.accepted")
                    .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                    .extract("yunxi", "http://yunxi.example/" + year));
        }
        release = home.published().release();
    }

    private List<Path> export(ReleaseExport.Format format, Path folder) {
        return export(format, ReleaseExport.PartYear.LEFT_OUT, folder);
    }

    private List<Path> export(ReleaseExport.Format format, ReleaseExport.PartYear partYear, Path folder) {
        return new ReleaseExport(home.home, Home.SETTINGS).export(release, format, partYear, folder);
    }

    /** Key, name and function of the issuing body are what ObservationTest and its like are about. */
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst(",[0-9a-f]{16},[^,]*,[^,]*,", ",BODY,"))
                .toList();
    }

    @Test
    void writesAMartAFileThatASpreadsheetReadsAndDoesNotRun() throws IOException {
        Path folder = root.resolve("out/csv");
        assertThat(export(ReleaseExport.Format.CSV, folder)).hasSize(9);
        String documents = Files.readString(folder.resolve("mart_document.csv"), StandardCharsets.UTF_8);
        assertThat(documents).startsWith("\ufeffdocument_id,version,is_current,region_code,region_name,");
        assertThat(documents).contains("\"'=HYPERLINK(\"\"http://x.example\"\",\"\"年度报告\"\")\"");
        // Read back, it is the same rows.
        assertThat(Home.rows(
                        home.home.published(),
                        "SELECT value FROM read_csv('" + folder.resolve("mart_observation.csv")
                                + "', header = true) ORDER BY 1"))
                .containsExactly("28.8", "28.8", "2022.0", "2023.0");
        assertThat(Files.readString(folder.resolve("mart_observation.csv")))
                .contains(",件,2022,exact,", ",%,28.8,exact,")
                .doesNotContain(".000000", "28.80");
    }

    @Test
    void defusesEveryFirstCharacterOfAFormula() throws Exception {
        Path place = root.resolve("cells.csv");
        try (WorkingFile file = WorkingFile.inMemory(Home.SETTINGS, List.of(root))) {
            CsvFile.write(
                    file,
                    "SELECT * FROM (VALUES ('=1+1', -1), ('+1', 2), ('-1', 3), ('@A1', 4), (chr(9) || '=1', 5),"
                            + " ('＝1', 6), ('1-1', 7), (NULL, 8), ('', 9)) AS t (cell, number)",
                    place);
        }
        assertThat(Files.readString(place))
                .isEqualTo("\ufeffcell,number\n'=1+1,-1\n'+1,2\n'-1,3\n'@A1,4\n'\t=1,5\n'＝1,6\n1-1,7\n,8\n\"\",9\n");
    }

    @Test
    void writesAMartAParquetFile() {
        Path folder = root.resolve("parquet");
        assertThat(export(ReleaseExport.Format.PARQUET, folder)).hasSize(9);
        assertThat(home.rows("SELECT DISTINCT region_name FROM '" + folder.resolve("mart_figure.parquet") + "'"))
                .containsExactly("云溪县");
    }

    @Test
    void writesATableAYearWithAColumnAnIndicator() throws IOException {
        Path folder = root.resolve("wide");
        assertThat(export(ReleaseExport.Format.WIDE, folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("indicators.csv", "wide_2022.csv", "wide_2023.csv");
        assertThat(lines(folder.resolve("wide_2023.csv")))
                .containsExactly(
                        "\ufeffregion_code,region_name,province_name,issuer_kind,report_year,issuer_key,"
                                + "issuer_name,issuer_function,conflicting_count,"
                                + "part_year_count,reconsideration.accepted,reconsideration.correction_rate",
                        "990101,云溪县,青岚省,government,2023,BODY,0,0,2023,28.8");
        assertThat(Files.readString(folder.resolve("indicators.csv")))
                .contains("reconsideration.correction_rate,行政复议纠错率,%,rate,false");
    }

    /** A report whose values run to October, over years, and to the year's end. */
    private void publishPartYear() {
        home.extracts.add(Reports.report("990102", "松坪县人民政府", "government", 2023)
                .figure("1至10月受理", "100件", "100", "件", figure -> {
                    figure.code = Optional.of("reconsideration.accepted");
                    figure.asOf = Optional.of("2023-10");
                })
                .figure("五年来累计举办", "900场次", "900", "场次", figure -> {
                    figure.code = Optional.of("publicity.events");
                    figure.tense = "cumulative";
                })
                .extract("yunxi", "http://yunxi.example/songping"));
        home.extracts.add(Reports.report("990103", "白鹭县人民政府", "government", 2023)
                .figure("截至12月底受理", "120件", "120", "件", figure -> {
                    figure.code = Optional.of("reconsideration.accepted");
                    figure.asOf = Optional.of("2023-12");
                })
                .figure("2019年至2023年9月累计举办", "700场次", "700", "场次", figure -> {
                    figure.code = Optional.of("publicity.events");
                    figure.tense = "cumulative";
                    figure.asOf = Optional.of("2023-09");
                })
                .extract("yunxi", "http://yunxi.example/bailu"));
        release = home.published().release();
    }

    @Test
    void leavesPartYearValuesOutOfTheWideTableAndCountsThem() throws IOException {
        publishPartYear();
        Path folder = root.resolve("wide");
        export(ReleaseExport.Format.WIDE, folder);
        assertThat(lines(folder.resolve("wide_2023.csv")))
                .containsExactly(
                        "\ufeffregion_code,region_name,province_name,issuer_kind,report_year,issuer_key,"
                                + "issuer_name,issuer_function,conflicting_count,"
                                + "part_year_count,publicity.events,reconsideration.accepted,reconsideration.correction_rate",
                        "990101,云溪县,青岚省,government,2023,BODY,0,0,,2023,28.8",
                        "990102,松坪县,青岚省,government,2023,BODY,0,2,,,",
                        "990103,白鹭县,青岚省,government,2023,BODY,0,1,,120,");
    }

    @Test
    void marksPartYearValuesInTheWideTableWhereTheyAreAskedFor() throws IOException {
        publishPartYear();
        Path folder = root.resolve("wide");
        export(ReleaseExport.Format.WIDE, ReleaseExport.PartYear.MARKED, folder);
        assertThat(lines(folder.resolve("wide_2023.csv")))
                .containsExactly(
                        "\ufeffregion_code,region_name,province_name,issuer_kind,report_year,issuer_key,"
                                + "issuer_name,issuer_function,conflicting_count,"
                                + "part_year_count,publicity.events,publicity.events.part_year,reconsideration.accepted,"
                                + "reconsideration.accepted.part_year,reconsideration.correction_rate,"
                                + "reconsideration.correction_rate.part_year",
                        "990101,云溪县,青岚省,government,2023,BODY,0,0,,,2023,,28.8,",
                        "990102,松坪县,青岚省,government,2023,BODY,0,2,900,cumulative,100,to 2023-10,,",
                        "990103,白鹭县,青岚省,government,2023,BODY,0,1,700,cumulative to 2023-09,120,,,");
    }

    @Test
    void writesTheWideTableOfAReleaseThatDoesNotSayIsWholeYear() throws IOException {
        publishPartYear();
        String mart = WarehouseFiles.of(home.folder).text("marts/20_mart_observation.sql");
        Home.execute(
                home.home.release(release).resolve("fazhi.duckdb"),
                "DROP VIEW mart_observation; "
                        + mart.replace("    observation.is_whole_year,\n", "").replaceAll("COMMENT ON .*\n", ""));
        Path folder = root.resolve("wide");
        export(ReleaseExport.Format.WIDE, folder);
        assertThat(lines(folder.resolve("wide_2023.csv")))
                .contains(
                        "990102,松坪县,青岚省,government,2023,BODY,0,2,,,", "990103,白鹭县,青岚省,government,2023,BODY,0,1,,120,");
    }

    @Test
    void printsDecimalsExactlyAndLeavesWholeNumbersAlone() throws Exception {
        Path place = root.resolve("cells.csv");
        try (WorkingFile file = WorkingFile.inMemory(Home.SETTINGS, List.of(root))) {
            CsvFile.write(
                    file,
                    "SELECT 100::DECIMAL(24, 6) AS a, 0::DECIMAL(24, 6) AS b, 0.1::DECIMAL(24, 6) AS c,"
                            + " 123456789012345678.123456::DECIMAL(24, 6) AS d, -5.50::DECIMAL(5, 2) AS e,"
                            + " 500::DECIMAL(18, 0) AS f, 100 AS g, NULL::DECIMAL(24, 6) AS h",
                    place);
        }
        assertThat(Files.readString(place))
                .isEqualTo("\ufeffa,b,c,d,e,f,g,h\n100,0,0.1,123456789012345678.123456,-5.5,500,100,\n");
    }

    @Test
    void leavesNothingWhereItCannotWriteAndOverwritesNothing() throws IOException {
        Path taken = Files.createDirectory(root.resolve("taken"));
        assertThatThrownBy(() -> export(ReleaseExport.Format.CSV, taken))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(taken + ": expected a folder that is not there yet, got one that is");
        Path file = Files.writeString(root.resolve("file"), "not a folder");
        assertThatThrownBy(() -> export(ReleaseExport.Format.CSV, file.resolve("out")))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("the export failed");
        assertThat(taken).isEmptyDirectory();
        assertThat(file).hasContent("not a folder");
    }
}
