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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** As it stands in the row chosen: value, tense, as_of, whether it is the year's. */
    private List<String> timesOf(String tense, String asOf) {
        home.extracts.add(yunxi(2024)
                .figure("受理", "70件", "70", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.tense = tense;
                    figure.asOf = Optional.of(asOf).filter(month -> !month.isEmpty());
                })
                .extract("yunxi", "http://yunxi.example/report.html"));
        return Home.rows(
                home.build().file(),
                "SELECT o.is_whole_year, c.is_whole_year, f.is_whole_year, rank_all FROM mart_observation AS o"
                        + " JOIN mart_comparison AS c USING (figure_id) JOIN fact_observation AS f USING (figure_id)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "actual;'';true|true|true|1",
                "actual;2024-12;true|true|true|1",
                "actual;2024-11;false|false|false|-",
                "actual;2025-01;false|false|false|-",
                "cumulative;'';false|false|false|-",
                "cumulative;2024-12;false|false|false|-"
            })
    void saysWhichNumbersAreTheWholeYears(String tense, String asOf, String expected) {
        assertThat(timesOf(tense, asOf)).containsExactly(expected);
    }

    @Test
    void takesANumberToDecemberForTheYears() {
        assertThat(observed(yunxi(2024)
                        .figure("截至10月底受理", "60件", "60", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.asOf = Optional.of("2024-10");
                        })
                        .figure("截至年底受理", "81件", "81", "件", figure -> {
                            figure.code = Optional.of(ACCEPTED);
                            figure.asOf = Optional.of("2024-12");
                        })
                        .figure("全年受理", "82件", "82", "件", ACCEPTED)))
                .containsExactly("81.000000|件|exact|1|true|-");
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT period_code, is_whole_year FROM dim_period WHERE report_year = 2024 ORDER BY period_code"))
                .containsExactly("2024|true", "2024/2024-10|false", "2024/2024-12|true");
    }

    @ParameterizedTest
    @CsvSource({
        "79, 79",
        "100, 100",
        "0, 0",
        "28.50, 28.5",
        "0.000001, 0.000001",
        "14284400, 14284400",
        "1200.040, 1200.04"
    })
    void printsAValueExactlyAndWithoutZerosAtItsEnd(String value, String text) {
        home.extracts.add(yunxi(2024)
                .figure("受理", value + "件", value, "件", ACCEPTED)
                .extract("yunxi", "http://yunxi.example/report.html"));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT mart_observation.value_text, mart_comparison.value_text, mart_figure.value_text"
                                        + " FROM mart_observation JOIN mart_comparison USING (figure_id) JOIN mart_figure USING (figure_id)"))
                .containsExactly(String.join("|", text, text, text));
    }

    /** 郯城县 lies in 临沂市; 仙桃市 is governed by 湖北省 itself; 临沂市 is a prefecture. */
    @Test
    void namesProvinceAndPrefectureOfARegionInEveryMart() {
        home.sources.add(Reports.source("tancheng", "郯城县人民政府", "371322", IssuerKind.GOVERNMENT, 2024));
        add("371322", 2024, "40");
        add("429004", 2024, "50");
        add("371300", 2024, "60");
        Path file = home.build().file();
        String placed = "SELECT region_name, province_code, prefecture_code, prefecture_name FROM ";
        List<String> expected = List.of("临沂市|370000|371300|临沂市", "郯城县|370000|371300|临沂市", "仙桃市|420000|-|-");
        for (String mart :
                List.of("mart_document", "mart_figure", "mart_observation", "mart_comparison", "mart_compliance")) {
            assertThat(Home.rows(file, placed + mart + " ORDER BY region_code"))
                    .as(mart)
                    .isEqualTo(expected);
        }
        assertThat(Home.rows(file, placed + "mart_coverage WHERE region_code = '371322' AND report_year = 2024"))
                .containsExactly("郯城县|370000|371300|临沂市");
        assertThat(Home.rows(
                        file, "SELECT prefecture_code, prefecture_name FROM dim_region WHERE region_code = '370000'"))
                .containsExactly("-|-");
    }

    /** 桥东区 of 邢台市 became 襄都区 in 2020, under the same code. */
    @Test
    void namesARegionInCoverageAsItWasInTheReportYear() {
        home.sources.clear();
        home.sources.add(Reports.source("xingtai", "桥东区人民政府", "130502", IssuerKind.GOVERNMENT, 2018));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT report_year, region_name, prefecture_code, prefecture_name FROM mart_coverage ORDER BY 1"))
                .startsWith("2018|桥东区|130500|邢台市", "2019|桥东区|130500|邢台市", "2020|襄都区|130500|邢台市");
    }

    @Test
    void describesTheIndicatorBesideItsValue() {
        home.extracts.add(yunxi(2024)
                .figure("受理", "79件", "79", "件", ACCEPTED)
                .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .figure("发放", "5份", "5", "份", (String) null)
                .extract("yunxi", "http://yunxi.example/report.html"));
        Path file = home.build().file();
        String described = "SELECT domain, kind, direction, is_additive, measure_type, indicator_name_en, definition,"
                + " definition_en, valid_from_year, series_break_basis FROM ";
        List<String> expected = List.of(
                "reconsideration|count|neutral|true|flow|Cases accepted|受理的案件数。|Cases accepted.|2024|行政复议法（2023年修订）",
                "reconsideration|rate|lower_is_better|false|flow|Correction rate|纠错的比例。|Share corrected.|-|-");
        for (String mart : List.of("mart_observation", "mart_comparison")) {
            assertThat(Home.rows(file, described + mart + " ORDER BY indicator_code"))
                    .as(mart)
                    .isEqualTo(expected);
        }
        assertThat(Home.rows(file, described + "mart_figure WHERE indicator_code IS NOT NULL ORDER BY ordinal"))
                .isEqualTo(expected);
        assertThat(Home.rows(file, "SELECT indicator_name, domain FROM mart_figure WHERE indicator_code IS NULL"))
                .containsExactly("-|-");
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
    void scoresTheFourPartsThatEveryReportOwesAndLeavesOtherMattersApart() {
        home.extracts.add(yunxi(2024)
                .part("achievements", true)
                .part("problems", true)
                .part("leadership", false)
                .part("plan", true)
                .extract("yunxi", "http://yunxi.example/1"));
        home.extracts.add(yunxi(2023)
                .part("achievements", true)
                .part("problems", true)
                .part("leadership", true)
                .part("plan", true)
                .part("other", true)
                .extract("yunxi", "http://yunxi.example/2"));
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT * EXCLUDE (document_id) FROM mart_compliance ORDER BY report_year DESC"))
                .containsExactly(
                        "true|true|false|true|false|3|1|990101|云溪县人民政府|government|2024|0caadd5994213fb5|云溪县人民政府|general|云溪县|青岚省|990000|-|-",
                        "true|true|true|true|true|4|1|990101|云溪县人民政府|government|2023|0caadd5994213fb5|云溪县人民政府|general|云溪县|青岚省|990000|-|-");
        String question = WarehouseFiles.of(Path.of("warehouse")).text("queries/all_prescribed_parts.sql");
        // The report without other matters lacks leadership alone; the other lacks nothing.
        assertThat(Home.rows(home.build().file(), question))
                .containsExactly("government|2023|1|100.0|0|0|0|0|1", "government|2024|1|0.0|0|0|1|0|0");
    }

    @Test
    void leadsFromACheckToItsFigures() {
        home.extracts.add(yunxi(2024)
                .figure("受理", "79件", "79", "件", ACCEPTED)
                .check("correction_rate", "contradicted", 0)
                .extract("yunxi", "http://yunxi.example/1"));
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT check_name, status, stated, computed, raw, check_name = \"check\", mart_quality.region_name"
                                + " FROM mart_quality, unnest(figure_ids) AS part (figure_id)"
                                + " JOIN mart_figure USING (figure_id)"))
                .containsExactly("correction_rate|contradicted|28.8 %|19 / 66 = 28.79 %|79件|true|云溪县");
    }
}
