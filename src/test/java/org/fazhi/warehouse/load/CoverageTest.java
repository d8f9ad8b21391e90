package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Reports.Report;
import org.fazhi.warehouse.Walks;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What coverage says of each report that should exist: what was seen, what is missing, and what nobody looked for. */
class CoverageTest {

    private static final String LISTING = "http://yunxi.example/";

    /** Reports on 2024 are due on 1 April 2025. */
    private static final LocalDate DUE = LocalDate.of(2025, 4, 1);

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.night = LocalDate.of(2025, 9, 1);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        walks();
    }

    private void walks(WalkedListing... walks) {
        home.walks = Optional.of(Arrays.asList(walks));
    }

    private static WalkedListing whole(LocalDate day) {
        return Walks.whole("yunxi", LISTING, day);
    }

    private static WalkedListing cutOff(LocalDate day, String end) {
        return Walks.cutOff("yunxi", LISTING, day, end);
    }

    /** A home without a document is not published; a report on a year before the source's first is in no row of coverage. */
    private void readAReportOfAnEarlierYear() {
        home.extracts.add(yunxi(2023)
                .figure("受理", "7件", "7", "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/2023"));
    }

    private static Report yunxi(int year) {
        return Reports.report("990101", "云溪县人民政府", "government", year);
    }

    private void link(String page, OptionalInt year, String state) {
        link(page, year, state, Optional.empty());
    }

    private void link(String page, OptionalInt year, String state, Optional<String> payload) {
        home.links.add(new LinkState(
                "yunxi",
                "http://yunxi.example/" + page,
                year.isPresent() ? year.getAsInt() + "年法治政府建设年度报告" : "",
                year,
                state,
                Reports.FETCHED,
                payload,
                Optional.empty()));
    }

    private void quarantined(String page, String payload) {
        home.extracts.add(new Extract(
                "yunxi",
                "http://yunxi.example/" + page,
                payload,
                Reports.FETCHED,
                Extract.Outcome.QUARANTINED,
                "no_text",
                Optional.empty()));
    }

    private String told(int year) {
        return Home.rows(
                        home.build().file(),
                        "SELECT state, unseen_reason, unread_reason FROM mart_coverage WHERE report_year = " + year)
                .get(0);
    }

    @Test
    void holdsWhatShouldExistAgainstWhatDoes() {
        home.night = LocalDate.of(2026, 3, 20);
        home.walks = Optional.empty();
        home.sources.clear();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2019));
        home.sources.add(Reports.source("songping", "松坪县司法局", "990102", IssuerKind.BUREAU, 2025));
        home.extracts.add(yunxi(2019).published("2020-03-31").extract("yunxi", "http://yunxi.example/2019"));
        home.extracts.add(yunxi(2020).published("2021-04-02").extract("yunxi", "http://yunxi.example/2020"));
        link("2021", OptionalInt.of(2021), "blocked");
        link("2022", OptionalInt.of(2022), "gone");
        link("2023", OptionalInt.of(2023), "fetched");
        quarantined("2023", "sha256:q");
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT source_id, report_year, state, due_date, url FROM mart_coverage ORDER BY source_id DESC, report_year"))
                .containsExactly(
                        "yunxi|2019|published|2020-04-01|http://yunxi.example/2019",
                        "yunxi|2020|late|2021-04-01|http://yunxi.example/2020",
                        "yunxi|2021|blocked|2022-04-01|http://yunxi.example/2021",
                        "yunxi|2022|gone|2023-04-01|http://yunxi.example/2022",
                        "yunxi|2023|unread|2024-04-01|http://yunxi.example/2023",
                        "yunxi|2024|missing|2025-04-01|-",
                        "yunxi|2025|not_due|2026-04-01|-",
                        "songping|2025|not_due|2026-03-01|-");
    }

    @Test
    void holdsADateAgainstNobodyWhereNoRuleNamesOne() {
        home.walks = Optional.empty();
        home.sources.clear();
        home.sources.add(Reports.source("xi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2014));
        home.sources.add(Reports.source("xisi", "云溪县司法局", "990101", IssuerKind.BUREAU, 2018));
        home.sources.add(Reports.source("zhen", "云溪县北渡镇人民政府", "990101", IssuerKind.TOWNSHIP, 2018));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT source_id, report_year, state, due_date, public_due_date, due_basis FROM mart_coverage"
                                        + " WHERE report_year < 2020 AND (report_year < 2016 OR report_year > 2017) ORDER BY ALL"))
                .containsExactly(
                        "xi|2014|not_due|-|-|-",
                        "xi|2015|missing|2016-03-31|2016-03-31|中发〔2015〕36号",
                        "xi|2018|missing|2019-03-31|2019-03-31|中发〔2015〕36号",
                        "xi|2019|missing|2020-04-01|2020-04-01|厅字〔2019〕28号",
                        "xisi|2018|missing|2019-03-31|2019-03-31|中发〔2015〕36号",
                        "xisi|2019|missing|2020-03-01|2020-04-01|厅字〔2019〕28号",
                        "zhen|2018|not_due|-|-|-",
                        "zhen|2019|missing|2020-04-01|2020-04-01|厅字〔2019〕28号");
    }

    @Test
    void givesTheWalkThatAMissingReportRestsOn() {
        walks(whole(LocalDate.of(2025, 8, 30)));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT state, listing_url, listing_walked_at, listing_row_count, listing_oldest_date,"
                                        + " listing_newest_date, unseen_reason, last_tried_at, unread_reason FROM mart_coverage"))
                .containsExactly("missing|" + LISTING + "|2025-08-30 12:00:00.0|12|2012-05-07|2025-12-30|-|-|-");
    }

    @Test
    void givesNoEvidenceForWhatWasNotSeenButWhenItWasLastTried() {
        walks(cutOff(LocalDate.of(2025, 8, 31), "no_rows"));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT state, listing_url, listing_walked_at, listing_row_count, listing_oldest_date,"
                                        + " listing_newest_date, unseen_reason, last_tried_at, unread_reason FROM mart_coverage"))
                .containsExactly("unseen|" + LISTING + "|-|-|-|-|no_rows|2025-08-31 12:00:00.0|-");
    }

    /** A walk proves something from the day after the due date on; each source here was last walked on another day. */
    @ParameterizedTest
    @CsvSource({
        "2025-04-01, not_due, not_due, not_due, not_due",
        "2025-04-02, unseen, unseen, missing, missing",
        "2025-04-03, unseen, unseen, missing, missing",
    })
    void looksAtTheDueDateAndTheDayOfTheWalk(LocalDate night, String before, String at, String after, String later) {
        home.night = night;
        home.sources.clear();
        List<WalkedListing> walks = new ArrayList<>();
        for (int day = -1; day <= 2; day++) {
            String id = "day" + (day + 1);
            home.sources.add(Reports.source(id, "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
            walks.add(Walks.whole(id, "http://" + id + ".example/", DUE.plusDays(day)));
        }
        home.walks = Optional.of(walks);

        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT state FROM mart_coverage WHERE coalesce(unseen_reason, 'before_due_date') = 'before_due_date'"
                                + " ORDER BY source_id"))
                .containsExactly(before, at, after, later);
    }

    @Test
    void letsTheWalkOfAnEarlierNightStandForWhatWasDueThen() {
        home.night = LocalDate.of(2025, 4, 20);
        home.sources.clear();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        walks(Walks.followed(whole(LocalDate.of(2025, 3, 1))), cutOff(LocalDate.of(2025, 4, 19), "failed"));
        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT report_year, state, unseen_reason, listing_walked_at, last_tried_at FROM mart_coverage"
                                + " ORDER BY report_year"))
                .containsExactly(
                        "2023|missing|-|2025-03-01 12:00:00.0|-", "2024|unseen|failed|-|2025-04-19 12:00:00.0");
    }

    /** One source each, in one build. */
    @Test
    void saysOfAListingThatWasNotWalkedToItsEndWhy() {
        List<String> ends = Arrays.stream(WalkEnd.values())
                .filter(end -> !end.isWhole())
                .map(WalkEnd::code)
                .sorted()
                .toList();
        home.sources.clear();
        ends.forEach(end -> home.sources.add(Reports.source(end, "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024)));
        walks(ends.stream()
                .map(end -> Walks.cutOff(end, "http://" + end + ".example/", LocalDate.of(2025, 8, 31), end))
                .toArray(WalkedListing[]::new));

        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT source_id, state, unseen_reason FROM mart_coverage ORDER BY source_id"))
                .containsExactlyElementsOf(
                        ends.stream().map(end -> end + "|unseen|" + end).toList())
                .hasSize(22);
    }

    @Test
    void saysThatNobodyLooked() {
        assertThat(told(2024)).isEqualTo("unseen|not_walked|-");
        assertThat(Home.rows(home.build().file(), "SELECT listing_url, last_tried_at FROM mart_coverage"))
                .containsExactly(LISTING + "|-");
    }

    @Test
    void asksEveryListingOfASource() {
        home.sources.set(0, listedAt("http://yunxi.example/a", "http://yunxi.example/b"));
        WalkedListing b = Walks.whole("yunxi", "http://yunxi.example/b", LocalDate.of(2025, 8, 30));
        walks(b, Walks.cutOff("yunxi", "http://yunxi.example/a", LocalDate.of(2025, 8, 31), "blocked"));
        assertThat(told(2024)).isEqualTo("unseen|blocked|-");
        walks(b);
        assertThat(told(2024)).isEqualTo("unseen|not_walked|-");
        walks(b, Walks.whole("yunxi", "http://yunxi.example/a", DUE));
        assertThat(told(2024)).isEqualTo("unseen|before_due_date|-");
        walks(b, Walks.whole("yunxi", "http://yunxi.example/a", LocalDate.of(2025, 8, 31)));
        assertThat(Home.rows(home.build().file(), "SELECT state, listing_url FROM mart_coverage"))
                .as("the one walked longest ago")
                .containsExactly("missing|http://yunxi.example/b");
    }

    private static Source listedAt(String... listings) {
        Source source = Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024);
        return new Source(
                source.id(),
                source.publisher(),
                source.region(),
                source.issuerKind(),
                source.reportKind(),
                Arrays.stream(listings)
                        .map(url -> new Source.Listing(URI.create(url), Optional.empty()))
                        .toList(),
                source.documents(),
                source.title(),
                source.since(),
                source.delay(),
                source.allowPrivateAddresses(),
                source.file());
    }

    @Test
    void neverMissesAReportOfASourceOfDocumentsAlone() {
        home.sources.set(0, listedAt());
        assertThat(told(2024)).isEqualTo("unseen|no_listing|-");
        link("1", OptionalInt.empty(), "failed");
        assertThat(told(2024)).isEqualTo("unseen|no_listing|failed");
        home.night = DUE;
        assertThat(told(2024)).isEqualTo("not_due|-|-");
        home.extracts.add(yunxi(2024).extract("yunxi", "http://yunxi.example/1"));
        assertThat(told(2024)).isEqualTo("published|-|-");
    }

    @Test
    void knowsAReportThatCouldNotBeReadByTheYearOfItsLink() {
        List<String> states = List.of("failed", "pending", "too_large", "unsafe");
        home.sources.clear();
        states.forEach(state -> {
            home.sources.add(Reports.source(state, "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
            home.links.add(new LinkState(
                    state,
                    "http://" + state + ".example/1",
                    "2024年法治政府建设年度报告",
                    OptionalInt.of(2024),
                    state,
                    Reports.FETCHED,
                    Optional.empty(),
                    Optional.empty()));
        });
        home.walks = Optional.empty();

        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT source_id, state, unread_reason, url FROM mart_coverage ORDER BY source_id"))
                .containsExactlyElementsOf(states.stream()
                        .map(state -> state + "|unread|" + state + "|http://" + state + ".example/1")
                        .toList());
    }

    @Test
    void saysWhyAReportThatWasHadWasNotRead() {
        walks(whole(LocalDate.of(2025, 8, 30)));
        link("1", OptionalInt.of(2024), "failed", Optional.of("sha256:q"));
        assertThat(told(2024)).as("of no extract").isEqualTo("unread|-|not_read");
        quarantined("1", "sha256:q");
        assertThat(told(2024)).isEqualTo("unread|-|no_text");
    }

    /** The capture stands under the address that the link led on to. */
    @Test
    void findsWhatALinkWasSentOnToByItsBytes() {
        walks(whole(LocalDate.of(2025, 8, 30)));
        link("old", OptionalInt.of(2024), "fetched", Optional.of("sha256:q"));
        quarantined("new", "sha256:q");
        assertThat(told(2024)).isEqualTo("unread|-|no_text");
    }

    @Test
    void missesAReportWhoseYearOnlyAnotherBodysReportHas() {
        walks(whole(LocalDate.of(2025, 8, 30)));
        link("1", OptionalInt.of(2024), "fetched");
        home.extracts.add(
                Reports.report("990101", "云溪县司法局", "bureau", 2024).extract("yunxi", "http://yunxi.example/1"));
        assertThat(told(2024)).isEqualTo("missing|-|-");
        assertThat(Home.rows(home.build().file(), "SELECT url FROM mart_coverage"))
                .containsExactly("-");
    }

    @Test
    void doesNotMissAReportThatADocumentOfUnknownYearMayBe() {
        List<String> states = List.of("blocked", "failed", "gone", "pending");
        home.sources.clear();
        states.forEach(state -> {
            home.sources.add(Reports.source(state, "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
            home.links.add(new LinkState(
                    state,
                    "http://" + state + ".example/1",
                    "",
                    OptionalInt.empty(),
                    state,
                    Reports.FETCHED,
                    Optional.empty(),
                    Optional.empty()));
        });
        home.walks = Optional.empty();

        assertThat(Home.rows(
                        home.build().file(),
                        "SELECT source_id, state, unseen_reason, unread_reason FROM mart_coverage ORDER BY source_id"))
                .containsExactlyElementsOf(states.stream()
                        .map(state -> state + "|unseen|year_unknown|" + state)
                        .toList());
    }

    @Test
    void missesAReportWhenEveryDocumentsYearIsTold() {
        walks(whole(LocalDate.of(2025, 8, 30)));
        link("1", OptionalInt.empty(), "fetched", Optional.of("sha256:a"));
        quarantined("1", "sha256:a");
        assertThat(told(2024)).isEqualTo("unseen|year_unknown|no_text");
        home.extracts.clear();
        home.extracts.add(yunxi(2023).extract("yunxi", "http://yunxi.example/1"));
        assertThat(told(2024)).isEqualTo("missing|-|-");
    }

    @Test
    void saysWhichSourcesWereNeverSeenFromTheFirstNightOn() {
        home.sources.set(0, listedAt("http://yunxi.example/a", "http://yunxi.example/b"));
        Source documents = Reports.source("zhen", "云溪县北渡镇人民政府", "990101", IssuerKind.TOWNSHIP, 2024);
        home.sources.add(new Source(
                documents.id(),
                documents.publisher(),
                documents.region(),
                documents.issuerKind(),
                documents.reportKind(),
                List.of(),
                List.of(URI.create("http://zhen.example/1")),
                documents.title(),
                documents.since(),
                documents.delay(),
                false,
                documents.file()));
        WalkedListing a = Walks.whole("yunxi", "http://yunxi.example/a", DUE);
        walks(a, Walks.cutOff("yunxi", "http://yunxi.example/b", DUE, "blocked"));
        assertThat(unseen())
                .containsExactly(
                        "yunxi | http://yunxi.example/b | blocked | 2025-04-01 12:00:00.0", "zhen |  | no_listing | ");
        walks(
                a,
                Walks.followed(Walks.whole("yunxi", "http://yunxi.example/b", DUE)),
                Walks.cutOff("yunxi", "http://yunxi.example/b", DUE.plusDays(1), "failed"));
        assertThat(unseen()).as("failing_source tells of it").containsExactly("zhen |  | no_listing | ");
    }

    private List<String> unseen() {
        return home.auditor().audit(home.build().file(), LoadProgress.NONE).findings().stream()
                .filter(finding -> finding.audit().equals("unseen_source"))
                .flatMap(finding -> finding.samples().stream())
                .toList();
    }

    @Test
    void leavesTheReleaseWhereTheSameWalkIsMadeAnotherNight() {
        readAReportOfAnEarlierYear();
        walks(whole(home.night));
        Manifest standing = home.published();
        walks(whole(home.night.plusDays(1)));
        home.night = home.night.plusDays(1);
        assertThat(home.builder().build(home.input(), LoadProgress.NONE))
                .isEqualTo(new BuildOutcome.NothingNew(standing));
    }

    @Test
    void buildsAgainWhereAWalkEndsOtherwise() {
        readAReportOfAnEarlierYear();
        walks(whole(home.night));
        home.published();
        walks(cutOff(home.night, "blocked"));
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        assertThat(home.rows("SELECT state, unseen_reason FROM mart_coverage")).containsExactly("unseen|blocked");
        walks(cutOff(home.night, "gone"));
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        walks(whole(home.night));
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        assertThat(home.rows("SELECT state FROM mart_coverage")).containsExactly("missing");
    }

    /** Neither the counts nor the ends differ, and no date passes between the two nights. */
    @Test
    void looksAgainAtAWalkFromBeforeADueDateAsSoonAsThereIsALaterOne() {
        readAReportOfAnEarlierYear();
        home.night = DUE.plusDays(1);
        walks(whole(DUE));
        home.published();
        assertThat(home.rows("SELECT unseen_reason FROM mart_coverage")).containsExactly("before_due_date");
        home.night = DUE.plusDays(2);
        assertThat(home.night()).as("by the same walk").isInstanceOf(Publication.Unchanged.class);
        walks(whole(home.night));
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        assertThat(home.rows("SELECT state FROM mart_coverage")).containsExactly("missing");
    }
}
