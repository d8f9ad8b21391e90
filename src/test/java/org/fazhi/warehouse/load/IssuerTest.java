package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Reports.Report;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the marts make of the bodies that reports come from: each body once, compared with its like. */
class IssuerTest {

    private static final String ACCEPTED = "reconsideration.accepted";

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县司法局", "990101", IssuerKind.BUREAU, 2023));
    }

    private void add(String region, String issuer, String kind, int year, String value) {
        home.extracts.add(report(region, issuer, kind, year, value)
                .extract("yunxi", "http://yunxi.example/" + home.extracts.size()));
    }

    private static Report report(String region, String issuer, String kind, int year, String value) {
        return Reports.report(region, issuer, kind, year).figure("受理", value + "件", value, "件", ACCEPTED);
    }

    private List<String> built(String sql) {
        return Home.rows(home.build().file(), sql);
    }

    /** The show case of the issue: three bodies, no conflict, ranks within the function. */
    @Test
    void keepsTwoBureausOfACountyAndOneOfAnotherApart() {
        add("990101", "云溪县司法局", "bureau", 2024, "40");
        add("990102", "松坪县司法局", "bureau", 2024, "60");
        add("990101", "云溪县教育局", "bureau", 2024, "5");

        assertThat(built("SELECT issuer_name, issuer_function, value::INTEGER, is_conflicting, rank_all, peer_count,"
                        + " rank_in_province FROM mart_comparison ORDER BY issuer_name"))
                .containsExactly(
                        "云溪县司法局|justice|40|false|2|2|2",
                        "云溪县教育局|education|5|false|1|1|1",
                        "松坪县司法局|justice|60|false|1|2|1");
        assertThat(built("SELECT count(*), count(DISTINCT issuer_key) FROM dim_issuer"))
                .containsExactly("3|3");
    }

    /** Names of one body in three forms are one body; an office of the city that is no district's is told and ranked nowhere. */
    @Test
    void ranksNoBodyBesideItself() {
        add("990101", "云溪县公安局", "bureau", 2023, "30");
        add("990101", "云溪公安分局", "bureau", 2024, "40");
        add("990102", "松坪县公安局", "bureau", 2024, "60");
        add("990101", "市公安局高新分局", "bureau", 2024, "90");

        assertThat(built(
                        "SELECT issuer_name, report_year, value::INTEGER, rank_all, peer_count, previous_value::INTEGER"
                                + " FROM mart_comparison ORDER BY ALL"))
                .containsExactly("云溪县公安局|2023|30|1|1|-", "云溪县公安局|2024|40|2|2|30", "松坪县公安局|2024|60|1|2|-");
        assertThat(Home.rows(home.build().file(), "SELECT issuer FROM dim_document WHERE issuer_key IS NULL"))
                .containsExactly("市公安局高新分局");
    }

    @Test
    void tellsWhereTheRegionOfASourceCouldNotBeChecked() {
        home.sources.add(Reports.source("songling", "松岭县司法局", "990101", IssuerKind.BUREAU, 2023));
        assertThat(built("SELECT source_id, unchecked_place FROM dim_source ORDER BY ALL"))
                .containsExactly("songling|松岭县", "yunxi|-");
    }

    @Test
    void comparesLikeWithLikeAcrossLevelsAndKinds() {
        add("990101", "云溪县司法局", "bureau", 2024, "40");
        add("990000", "青岚省司法局", "bureau", 2024, "900");
        add("990101", "云溪县北渡镇人民政府", "township", 2024, "3");
        add("990101", "云溪县人民政府", "government", 2024, "80");

        assertThat(built("SELECT issuer_name, issuer_kind, issuer_function, rank_all, peer_count FROM mart_comparison"
                        + " ORDER BY value"))
                .containsExactly(
                        "云溪县北渡镇人民政府|township|general|1|1",
                        "云溪县司法局|bureau|justice|1|1",
                        "云溪县人民政府|government|general|1|1",
                        "青岚省司法局|bureau|justice|1|1");
    }

    @Test
    void holdsABureauAgainstItsOwnYearBeforeAlone() {
        add("990101", "云溪县教育局", "bureau", 2023, "500");
        add("990101", "云溪县司法局", "bureau", 2023, "32");
        add("990101", "司法局", "bureau", 2024, "40");

        assertThat(built("SELECT issuer_name, previous_value::INTEGER FROM mart_comparison WHERE report_year = 2024"))
                .containsExactly("云溪县司法局|32");
    }

    @Test
    void knowsABodyUnderAllItsNamesAndShowsEachAsPrinted() {
        for (String name : List.of("云溪县司法局", "云溪县 司法局", "县司法局", "司法局", "青岚省云溪县司法局", "本局")) {
            add("990101", name, "bureau", 2024, "40");
        }

        assertThat(built("SELECT issuer_name, issuer_kind, issuer_function, region_code, len(aliases) FROM dim_issuer"))
                .containsExactly("云溪县司法局|bureau|justice|990101|6");
        assertThat(built("SELECT DISTINCT issuer FROM mart_document ORDER BY ALL"))
                .hasSize(6);
        assertThat(built("SELECT issuer_name, mention_count FROM mart_observation"))
                .containsExactly("云溪县司法局|6");
    }

    @Test
    void readsTheRegionOfAShortNameFromThePageWhereTheDocumentsIsOfAnotherLevel() {
        home.sources.add(Reports.source("qinglan", "青岚省人民政府", "990000", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(Reports.report("990000", "县教育局", "bureau", 2024)
                .prose("2024年，松坪县教育局依法行政。")
                .figure("受理", "40件", "40", "件", ACCEPTED)
                .extract("qinglan", "http://qinglan.example/1"));
        home.extracts.add(Reports.report("990000", "县教育局", "bureau", 2024)
                .prose("松坪县教育局与白鹭县教育局共同。")
                .figure("受理", "50件", "50", "件", ACCEPTED)
                .extract("qinglan", "http://qinglan.example/2"));

        assertThat(
                        built(
                                "SELECT region_code, region_name, issuer_name, value::INTEGER FROM mart_observation ORDER BY value"))
                .containsExactly("990102|松坪县|松坪县教育局|40", "990000|青岚省|县教育局|50");
    }

    @Test
    void makesPartyAndGovernmentOneBodyThatIsNotTheGovernment() {
        for (String name :
                List.of("中共云溪县委 云溪县人民政府", "中共云溪县委\n云溪县人民政府", "中共云溪县委、云溪县人民政府", "中共云溪县委员会云溪县人民政府", "云溪县委县政府")) {
            add("990101", name, "party_government", 2024, "70");
        }
        add("990101", "云溪县人民政府", "government", 2024, "80");

        assertThat(built("SELECT issuer_name, issuer_kind, issuer_function FROM mart_observation ORDER BY value"))
                .containsExactly("中共云溪县委云溪县人民政府|party_government|general", "云溪县人民政府|government|general");
    }

    @Test
    void countsABureausReportForTheSourceWhoseBodyItIs() {
        home.sources.add(Reports.source("yunxi-education", "云溪县教育局", "990101", IssuerKind.BUREAU, 2023));
        home.sources.add(Reports.source("yunxi-government", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        // All on the site of the justice bureau.
        add("990101", "县教育局", "bureau", 2023, "5");
        add("990101", "云溪县司法局", "bureau", 2024, "40");

        assertThat(built("SELECT issuer_name, issuer_function, report_year, state FROM mart_coverage"
                        + " WHERE report_year < 2025 ORDER BY issuer_name, report_year"))
                .containsExactly(
                        "云溪县人民政府|general|2023|missing",
                        "云溪县人民政府|general|2024|missing",
                        "云溪县司法局|justice|2023|missing",
                        "云溪县司法局|justice|2024|published",
                        "云溪县教育局|education|2023|published",
                        "云溪县教育局|education|2024|missing");
    }

    @Test
    void countsAReportOfPartyAndGovernmentForTheGovernmentThatPostsIt() {
        home.sources.clear();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        add("990101", "中共云溪县委云溪县人民政府", "party_government", 2023, "5");
        add("990101", "云溪县司法局", "bureau", 2024, "5");

        assertThat(built("SELECT report_year, state FROM mart_coverage WHERE report_year < 2025 ORDER BY ALL"))
                .containsExactly("2023|published", "2024|missing");
    }

    @Test
    void takesTheBodysOwnSiteForABureauAndNoOtherBureaus() {
        home.sources.add(Reports.source("yunxi-education", "云溪县教育局", "990101", IssuerKind.BUREAU, 2023));
        add("990101", "云溪县教育局", "bureau", 2024, "5");
        home.extracts.add(report("990101", "云溪县教育局", "bureau", 2024, "6")
                .extract("yunxi-education", "http://education.example/"));

        assertThat(built("SELECT value::INTEGER, candidate_count FROM mart_observation"))
                .containsExactly("6|2");
        assertThat(built("SELECT source_id, is_own_site FROM mart_document ORDER BY ALL"))
                .containsExactly("yunxi|false", "yunxi-education|true");
    }

    @Test
    void hasNoBodyWhereTheRegionIsNotKnown() {
        home.extracts.add(report("", "司法局", "bureau", 2024, "5").extract("gone", "http://gone.example/1"));

        assertThat(built("SELECT issuer, issuer_key, issuer_name FROM mart_document"))
                .containsExactly("司法局|-|-");
        assertThat(built("SELECT issuer_name FROM dim_issuer")).containsExactly("云溪县司法局");
    }

    /** A slip, or the body of a county that no table has: in neither case one of the region whose site it stands on. */
    @Test
    void hasNoBodyWhereTheNamesPlaceIsUnknown() {
        home.sources.add(Reports.source("new", "新设县司法局", "990103", IssuerKind.BUREAU, 2024));
        add("990101", "云奚县司法局", "bureau", 2023, "5");
        add("990101", "青岚省云奚县司法局", "bureau", 2024, "5");
        // The operator vouches for a place that is newer than the tables.
        home.extracts.add(report("990103", "新设县司法局", "bureau", 2024, "7").extract("new", "http://new.example/1"));

        assertThat(built("SELECT issuer, issuer_key IS NULL FROM mart_document ORDER BY ALL"))
                .containsExactly("云奚县司法局|true", "新设县司法局|false", "青岚省云奚县司法局|true");
        assertThat(built("SELECT value::INTEGER FROM mart_observation")).containsExactly("7");
        assertThat(built("SELECT region_code FROM mart_document WHERE issuer_key IS NULL"))
                .containsExactly("-", "-");
        assertThat(home.auditor().audit(home.build().file(), LoadProgress.NONE).errors())
                .as("one page with a slip costs itself alone")
                .isEmpty();
        assertThat(findings("unplaced_document")).hasSize(2).allMatch(sample -> sample.contains("云奚县司法局"));
    }

    @Test
    void hasTheSameKeyInEveryReleaseAndInAnyOrder() {
        add("990101", "司法局", "bureau", 2024, "40");
        add("990101", "云溪县司法局", "bureau", 2023, "40");
        List<String> first = built("FROM dim_issuer ORDER BY ALL");
        java.util.Collections.reverse(home.extracts);

        assertThat(built("FROM dim_issuer ORDER BY ALL")).isEqualTo(first);
        // SHA-256 over the code, a line feed and the name behind the region: what stands in releases that are kept.
        assertThat(first.get(0))
                .startsWith(org.fazhi.text.Digest.of("990101\n司法局").hex().substring(0, 16) + "|");
    }

    @Test
    void tellsThatAReportIsAnotherBodysThanItsSources() {
        add("990101", "云溪县教育局", "bureau", 2024, "5");
        add("990101", "县司法局", "bureau", 2024, "5");
        add("990101", "云溪县司法局", "government", 2023, "5");

        assertThat(findings("issuer_conflict")).hasSize(2).allMatch(sample -> sample.contains("云溪县司法局"));
        assertThat(findings("issuer_conflict")).anyMatch(sample -> sample.contains("云溪县教育局"));
        assertThat(findings("issuer_elsewhere")).isEmpty();
    }

    @Test
    void tellsThatASourceIsOfAnotherKindThanItsPublishersName() {
        home.sources.clear();
        home.sources.add(Reports.source("yunxi", "云溪县司法局", "990101", IssuerKind.GOVERNMENT, 2023));
        add("990101", "云溪县司法局", "government", 2024, "5");

        assertThat(findings("issuer_conflict")).hasSize(1);
    }

    @Test
    void findsNoConflictWhereAGovernmentReportsWithTheParty() {
        home.sources.clear();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        add("990101", "中共云溪县委 云溪县人民政府", "party_government", 2024, "5");

        assertThat(findings("issuer_conflict")).isEmpty();
    }

    @Test
    void tellsThatAReportIsOfAnotherPlaceThanItsSource() {
        home.sources.add(Reports.source("qinglan", "青岚省人民政府", "990000", IssuerKind.GOVERNMENT, 2024));
        add("990101", "白鹭县司法局", "bureau", 2024, "5");
        add("990101", "云溪县司法局", "bureau", 2024, "5");
        // A province lists its counties' reports, which is no fault.
        home.extracts.add(report("990102", "松坪县人民政府", "government", 2024, "6")
                .extract("qinglan", "http://qinglan.example/songping"));

        assertThat(findings("issuer_elsewhere")).hasSize(1).allMatch(sample -> sample.contains("白鹭县司法局"));
        assertThat(built("SELECT region_code, region_name FROM mart_document WHERE issuer = '白鹭县司法局'"))
                .containsExactly("990103|白鹭县");
    }

    @Test
    void isAtHomeUnderTheFormerCodeOfItsRegion() {
        home.sources.add(Reports.source("changqing", "长清区司法局", "370113", IssuerKind.BUREAU, 2000));
        home.extracts.add(
                report("370123", "长清县司法局", "bureau", 2000, "40").extract("changqing", "http://changqing.example/2000"));
        home.extracts.add(
                report("370113", "长清区司法局", "bureau", 2001, "44").extract("changqing", "http://changqing.example/2001"));

        assertThat(findings("issuer_elsewhere")).isEmpty();
        assertThat(built("SELECT region_name, previous_value::INTEGER FROM mart_comparison WHERE report_year = 2001"))
                .containsExactly("长清区|40");
    }

    private List<String> findings(String audit) {
        home.build();
        return home.auditor().audit(home.home.build(), org.fazhi.warehouse.store.LoadProgress.NONE).findings().stream()
                .filter(finding -> finding.audit().equals(audit))
                .flatMap(finding -> finding.samples().stream())
                .toList();
    }
}
