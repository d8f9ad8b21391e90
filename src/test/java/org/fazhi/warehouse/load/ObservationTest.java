package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Reports.Report;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the marts make of figures and parts. */
class ObservationTest {

    private static final String ACCEPTED = "reconsideration.accepted";
    private static final String OBSERVED =
            "SELECT value, unit, qualifier, mention_count, is_conflicting, verified_by FROM mart_observation ORDER BY ALL";

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
    }

    private static Report yunxi(int year) {
        return Reports.report("990101", "云溪县人民政府", "government", year);
    }

    private List<String> observed(Report report) {
        home.extracts.add(report.extract("yunxi", "http://yunxi.example/report.html"));
        return Home.rows(home.build().file(), OBSERVED);
    }

    @Test
    void countsTheMentionsOfTheValueChosen() {
        assertThat(observed(
                        yunxi(2024).figure("受理", "79件", "79", "件", ACCEPTED).figure("共受理", "79件", "79", "件", ACCEPTED)))
                .containsExactly("79.000000|件|exact|2|false|-");
    }

    @Test
    void takesTheFirstOfTwoAndFlagsTheConflict() {
        assertThat(observed(
                        yunxi(2024).figure("受理", "79件", "79", "件", ACCEPTED).figure("受理", "81件", "81", "件", ACCEPTED)))
                .containsExactly("79.000000|件|exact|1|true|-");
    }

    @Test
    void showsBothValuesOfAConflictToTheAnalyst() {
        observed(yunxi(2024).figure("受理", "79件", "79", "件", ACCEPTED).figure("受理", "81件", "81", "件", ACCEPTED));
        String question = WarehouseFiles.of(java.nio.file.Path.of("warehouse")).text("queries/conflicting_values.sql");

        assertThat(Home.rows(home.build().file(), question)).hasSize(2);
    }

    @Test
    void takesTheYearsOwnNumberBeforeARunningTotal() {
        assertThat(observed(yunxi(2024)
                        .figure("累计受理", "500件", "500", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.tense = "cumulative";
                        })
                        .figure("受理", "81件", "81", "件", ACCEPTED)))
                .containsExactly("81.000000|件|exact|1|false|-");
    }

    @Test
    void takesTheWholeYearBeforeAPart() {
        assertThat(observed(yunxi(2024)
                        .figure("截至11月底受理", "70件", "70", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.asOf = Optional.of("2024-11");
                        })
                        .figure("受理", "81件", "81", "件", ACCEPTED)))
                .containsExactly("81.000000|件|exact|1|false|-");
    }

    @Test
    void takesTheConfirmedNumberBeforeOthers() {
        assertThat(observed(
                        yunxi(2024).figure("受理", "79件", "79", "件", ACCEPTED).figure("受理", "81件", "81", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.verifiedBy = Optional.of("correction_rate");
                        })))
                .containsExactly("81.000000|件|exact|1|true|correction_rate");
    }

    @Test
    void takesTheSectionOfAchievementsBeforeOthers() {
        assertThat(observed(yunxi(2024)
                        .figure("受理", "79件", "79", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.role = "problems";
                        })
                        .figure("受理", "81件", "81", "件", ACCEPTED)))
                .containsExactly("81.000000|件|exact|1|true|-");
    }

    @Test
    void doesNotHoldARoundedNumberAgainstAnExactOne() {
        assertThat(observed(yunxi(2024)
                        .figure("受理", "70余件", "70", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.qualifier = "more_than";
                        })
                        .figure("受理", "79件", "79", "件", ACCEPTED)))
                .containsExactly("79.000000|件|exact|1|false|-");
    }

    @Test
    void leavesOutPlansAndForeignUnits() {
        assertThat(observed(yunxi(2024)
                        .figure("计划受理", "90件", "90", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.tense = "plan";
                        })
                        .figure("涉及", "30人", "30", "人", ACCEPTED)))
                .isEmpty();
    }

    @Test
    void takesAChangeWhereTheIndicatorIsOne() {
        assertThat(observed(yunxi(2024).figure("压缩", "70件", "70", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.change = Optional.of("decrease");
                })))
                .containsExactly("70.000000|件|exact|1|false|-");
    }

    @Test
    void keepsTheUnitAsStated() {
        assertThat(observed(yunxi(2024).figure("受理", "79件次", "79", "件次", ACCEPTED)))
                .containsExactly("79.000000|件次|exact|1|false|-");
    }

    @Test
    void takesTheIssuersOwnSiteBeforeARepostAndNeverMixesABureauWithItsGovernment() {
        home.sources.add(Reports.source("a-province", "青岚省人民政府", "990000", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(yunxi(2024)
                .figure("受理", "97件", "97", "件", ACCEPTED)
                .extract("a-province", "http://province.example/repost"));
        home.extracts.add(
                yunxi(2024).figure("受理", "79件", "79", "件", ACCEPTED).extract("yunxi", "http://yunxi.example/1"));
        home.extracts.add(Reports.report("990101", "云溪县司法局", "bureau", 2024)
                .figure("受理", "5件", "5", "件", ACCEPTED)
                .extract("yunxi", "http://yunxi.example/2"));
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT issuer_kind, value, is_conflicting FROM mart_observation ORDER BY issuer_kind"))
                .containsExactly("bureau|5.000000|false", "government|79.000000|true");
    }

    @Test
    void ranksAmongAllAndWithinTheProvinceAndAgainstTheYearBefore() {
        add("990101", 2024, "40");
        add("990102", 2024, "60");
        add("990103", 2024, "60");
        add("991101", 2024, "10");
        add("990101", 2023, "32");
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT region_name, report_year, value, rank_all, peer_count, percentile_all, rank_in_province,"
                                + " province_peer_count, percentile_in_province, previous_value, change_value, change_pct"
                                + " FROM mart_comparison ORDER BY report_year, region_code"))
                .containsExactly(
                        "云溪县|2023|32.000000|1|1|100.00|1|1|100.00|-|-|-",
                        "云溪县|2024|40.000000|3|4|50.00|3|3|33.33|32.000000|8.000000|25.0",
                        "松坪县|2024|60.000000|1|4|100.00|1|3|100.00|-|-|-",
                        "白鹭县|2024|60.000000|1|4|100.00|1|3|100.00|-|-|-",
                        "石桥县|2024|10.000000|4|4|25.00|1|1|100.00|-|-|-");
    }

    @Test
    void followsARegionThatGotANewCode() {
        add("370123", 2000, "40");
        add("370113", 2001, "44");
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT region_name, previous_value FROM mart_comparison WHERE report_year = 2001"))
                .containsExactly("长清区|40.000000");
    }

    /** 崇安区, 南长区 and 北塘区 of 无锡 became 梁溪区 in 2015. */
    @Test
    void givesARegionThatWasMergedNoYearBeforeThoughOnlyOneOfTheFormerReported() {
        add("320203", 2013, "30");
        add("320203", 2014, "40");
        add("320213", 2015, "100");
        add("320213", 2016, "110");
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT region_name, report_year, previous_value FROM mart_comparison ORDER BY report_year"))
                .containsExactly("南长区|2013|-", "南长区|2014|30.000000", "梁溪区|2015|-", "梁溪区|2016|100.000000");
    }

    @Test
    void comparesAPartOfTheYearAndARunningTotalWithNothing() {
        add("990101", 2023, "100");
        home.extracts.add(yunxi(2024)
                .figure("1至10月受理", "60件", "60", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.asOf = Optional.of("2024-10");
                })
                .extract("yunxi", "http://yunxi.example/990101/2024"));
        home.extracts.add(Reports.report("990102", "松坪县政府", "government", 2024)
                .figure("五年来累计受理", "900件", "900", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.tense = "cumulative";
                })
                .extract("yunxi", "http://yunxi.example/990102/2024"));
        add("990103", 2024, "80");
        add("990101", 2025, "120");
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT region_name, report_year, value::INTEGER, rank_all, peer_count, percentile_in_province,"
                                        + " previous_value FROM mart_comparison WHERE report_year > 2023 ORDER BY report_year, region_code"))
                .containsExactly(
                        "云溪县|2024|60|-|-|-|-",
                        "松坪县|2024|900|-|-|-|-",
                        "白鹭县|2024|80|1|1|100.00|-",
                        "云溪县|2025|120|1|1|100.00|-");
    }

    private void add(String region, int year, String value) {
        home.extracts.add(Reports.report(region, "人民政府", "government", year)
                .figure("受理", value + "件", value, "件", ACCEPTED)
                .extract("yunxi", "http://yunxi.example/" + region + "/" + year));
    }

    @Test
    void scoresTheFivePrescribedParts() {
        home.extracts.add(yunxi(2024)
                .part("achievements", true)
                .part("problems", true)
                .part("leadership", false)
                .part("plan", true)
                .extract("yunxi", "http://yunxi.example/1"));
        assertThat(Home.rows(home.build().file(), "SELECT * EXCLUDE (document_id) FROM mart_compliance"))
                .containsExactly("true|true|false|true|false|3|1|990101|云溪县人民政府|government|2024");
    }

    @Test
    void leadsFromACheckToItsFigures() {
        home.extracts.add(yunxi(2024)
                .figure("受理", "79件", "79", "件", ACCEPTED)
                .check("correction_rate", "contradicted", 0)
                .extract("yunxi", "http://yunxi.example/1"));
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT \"check\", status, stated, computed, raw FROM mart_quality, unnest(figure_ids) AS part (figure_id)"
                                + " JOIN mart_figure USING (figure_id)"))
                .containsExactly("correction_rate|contradicted|28.8 %|19 / 66 = 28.79 %|79件");
    }
}
