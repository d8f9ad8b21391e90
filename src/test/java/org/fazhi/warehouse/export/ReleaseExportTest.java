package org.fazhi.warehouse.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.store.WarehouseException;
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
        return new ReleaseExport(home.home, Home.SETTINGS).export(release, format, folder);
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
        assertThat(Files.readAllLines(folder.resolve("wide_2023.csv")))
                .containsExactly(
                        "\ufeffregion_code,region_name,province_name,issuer_kind,report_year,conflicting_count,"
                                + "reconsideration.accepted,reconsideration.correction_rate",
                        "990101,云溪县,青岚省,government,2023,0,2023.000000,28.800000");
        assertThat(Files.readString(folder.resolve("indicators.csv")))
                .contains("reconsideration.correction_rate,行政复议纠错率,%,rate,false");
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
