package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real histories of GB/T 2260, each as its rows in {@code warehouse/region} tell it. */
class RegionHistoryTest {

    @TempDir
    private static Path root;

    private static Home home;
    private static Connection reader;

    @BeforeAll
    static void build() throws SQLException {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        report("370123", 2000, "40");
        report("370113", 2015, "44");
        report("372822", 1990, "7");
        reader = Home.reader(home.build().file());
    }

    @AfterAll
    static void close() throws SQLException {
        reader.close();
    }

    private static void report(String region, int year, String value) {
        home.extracts.add(Reports.report(region, "本级人民政府", "government", year)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/" + region + "/" + year));
    }

    private static List<String> history(String codes) throws SQLException {
        return Home.rows(
                reader,
                "SELECT region_code, region_name, valid_from_year, valid_to_year, successor_codes, split_codes, current_code"
                        + " FROM dim_region WHERE region_code IN (" + codes
                        + ") ORDER BY valid_from_year, region_code");
    }

    @Test
    void aCountyThatBecameADistrictOfItsCity() throws SQLException {
        assertThat(history("370123, 370113"))
                .containsExactly("370123|长清县|1981|2001|[370113]|[]|370113", "370113|长清区|2001|-|[]|[]|370113");
    }

    @Test
    void aCountyWhosePrefectureBecameACity() throws SQLException {
        assertThat(history("372822, 371322"))
                .containsExactly("372822|郯城县|1981|1994|[371322]|[]|371322", "371322|郯城县|1994|-|[]|[]|371322");
    }

    @Test
    void aCountyThatWentThroughFourCodes() throws SQLException {
        assertThat(history("322726, 320523, 329012, 320583"))
                .containsExactly(
                        "322726|昆山县|1981|1983|[320523]|[]|320583",
                        "320523|昆山县|1983|1989|[329012]|[]|320583",
                        "329012|昆山市|1989|1990|[320583]|[]|320583",
                        "320583|昆山市|1990|-|[]|[]|320583");
    }

    @Test
    void threeDistrictsThatBecameOne() throws SQLException {
        assertThat(history("320202, 320203, 320204, 320213"))
                .containsExactly(
                        "320202|崇安区|1983|2015|[320213]|[]|320213",
                        "320203|南长区|1983|2015|[320213]|[]|320213",
                        "320204|北塘区|1983|2015|[320213]|[]|320213",
                        "320213|梁溪区|2015|-|[]|[]|320213");
    }

    @Test
    void aCountyThatWasDividedHasNoOneFollower() throws SQLException {
        assertThat(history("610321")).containsExactly("610321|宝鸡县|1981|2003|[610302, 610303, 610304]|[]|-");
    }

    @Test
    void aCountyThatGaveAPartAwayStandsOn() throws SQLException {
        assertThat(history("342821, 340822"))
                .containsExactly(
                        "342821|怀宁县|1981|1988|[340822]|[]|340822", "340822|怀宁县|1988|-|[]|[340803, 340811]|340822");
    }

    @Test
    void leadsFromEveryRegionThatStandsToItselfAndLosesNone() throws SQLException {
        assertThat(Home.rows(
                        reader,
                        "SELECT count(*) FILTER (valid_to_year IS NULL AND current_code IS DISTINCT FROM region_code),"
                                + " count(*) FILTER (len(successor_codes) = 1 AND NOT EXISTS (SELECT 1 FROM dim_region AS later"
                                + " WHERE later.region_code = earlier.successor_codes[1]"
                                + " AND later.valid_from_year <= earlier.valid_to_year)),"
                                + " count(*) FILTER (current_code NOT IN (SELECT region_code FROM dim_region"
                                + " WHERE valid_to_year IS NULL)) FROM dim_region AS earlier"))
                .containsExactly("0|0|0");
    }

    @Test
    void followsValuesThroughRenamesByTheQueryForIt() throws SQLException {
        SqlFile query = WarehouseFiles.of(home.folder).sql("queries").stream()
                .filter(file -> file.name().equals("region_through_renames"))
                .findFirst()
                .orElseThrow();
        assertThat(Home.rows(reader, query.text()))
                .containsExactly(
                        "370113|行政复议受理数|government|general|[2000 长清县 40 件, 2015 长清区 44 件]",
                        "371322|行政复议受理数|government|general|[1990 郯城县 7 件]");
    }
}
