package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Walks;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.review.Entries;
import org.fazhi.warehouse.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What releases make of reviews: an entry of each kind, and what is left of it on another page and by other rules. */
class ReviewedReleaseTest {

    private static final String URL = "http://yunxi.example/2024";
    private static final String ACCEPTED = "reconsideration.accepted";
    private static final String RATE = "reconsideration.correction_rate";
    private static final String EVENTS = "publicity.events";

    private static final String CODE = Entries.of(URL, "受理案件79件", "79件", "verdict: code\ncode: " + ACCEPTED);
    private static final String VALUE = Entries.of(URL, "纠错率28.8%", "28.8%", "verdict: value\nvalue: 28.79");
    private static final String NO_FIGURE = Entries.of(URL, "热线3场次", "3场次", "verdict: no_figure");
    private static final String ADDED = Entries.of(URL, "普法12场次", "12场次", "verdict: code\ncode: " + EVENTS);
    private static final String GONE = Entries.of(URL, "此句不在", "5件", "verdict: no_figure");

    private static final String OBSERVED = "SELECT report_year, indicator_code, value::DOUBLE, reviewed_by, review_note"
            + " FROM mart_observation ORDER BY ALL";
    private static final String NOTE = " on 2026-01-09: 与原文核对";
    private static final String[] RIGHT = {
        "2024|publicity.events|12.0|张三|code" + NOTE,
        "2024|reconsideration.accepted|79.0|张三|code" + NOTE,
        "2024|reconsideration.correction_rate|28.79|张三|value" + NOTE
    };

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.keep = 9;
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
    }

    private Reviews reviews(String... entries) {
        return Entries.read(root.resolve("reviews"), entries);
    }

    private static Reports.Report yunxi() {
        return Reports.report("990101", "云溪县人民政府", "government", 2024);
    }

    /** The page as first harvested; the rules take the hotline for events and pass over 12场次. */
    private static Reports.Report asFirstRead() {
        return yunxi().figure("受理案件", "79件", "79", "件", EVENTS)
                .figure("另受理", "81件", "81", "件", ACCEPTED)
                .figure("纠错率", "28.8%", "28.8", "%", RATE)
                .prose("普法12场次。")
                .figure("热线", "3场次", "3", "场次", EVENTS);
    }

    private List<String> changes() {
        return home.rows("SELECT subject, change, indicator_code, field, value_before, value_after, reason"
                + " FROM mart_change ORDER BY ALL");
    }

    @Test
    void putsRightWhatWasReadAndSaysInTheNextReleaseWhy() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        Manifest without = home.published();
        home.reviews = reviews(CODE, VALUE, NO_FIGURE, ADDED, GONE);
        Manifest with = home.published();

        assertThat(home.rows(OBSERVED)).containsExactly(RIGHT);
        assertThat(home.rows(
                        "SELECT value::INTEGER, reviewed_by, review_note FROM mart_comparison WHERE indicator_code = '"
                                + ACCEPTED + "'"))
                .containsExactly("79|张三|code" + NOTE);
        assertThat(home.rows("SELECT raw, rule, confidence, reviewed_by FROM mart_figure ORDER BY ordinal"))
                .containsExactly(
                        "79件|review|1.0|张三", "81件|test.rule|0.9|-", "28.8%|test.rule|0.9|张三", "12场次|review|1.0|张三");
        assertThat(home.rows("SELECT substring(text, span_start + 1, span_end - span_start), span_start"
                        + " FROM mart_figure JOIN mart_document USING (document_id, version) WHERE raw = '12场次'"))
                .containsExactly("12场次|26");
        assertThat(home.rows("SELECT scope, reason, detail FROM quarantine"))
                .containsExactly("figure|reviewed|3场次 = 3 场次");
        assertThat(home.rows(
                        "SELECT read_count, loaded_count, quarantined_count FROM load_count WHERE thing = 'figure'"))
                .containsExactly("5|4|1");
        assertThat(changes())
                .containsExactly(
                        "observation|changed|publicity.events|value|3 场次|12 场次|review",
                        "observation|changed|reconsideration.accepted|value|81 件|79 件|review",
                        "observation|changed|reconsideration.correction_rate|value|28.8 %|28.79 %|review");
        assertThat(with.reviews().applied()).isEqualTo(4);
        assertThat(with.reviews().entries()).isEqualTo(5);
        assertThat(without.reviews().entries()).isZero();
        assertThat(home.rows(
                        "SELECT line, outcome, detail, document_count, figure_count FROM fact_review ORDER BY line"))
                .containsExactly(
                        "1|applied||1|1",
                        "9|applied||1|1",
                        "17|applied||1|1",
                        "24|applied||1|1",
                        "32|unmatched|the document has no such sentence|0|0");
        assertThat(home.rows("SELECT severity, samples[1] FROM audit_finding WHERE audit = 'unmatched_review'"))
                .containsExactly(
                        "warning|reviews/a.yml:32 | unmatched | the document has no such sentence | no_figure | " + URL
                                + " | 5件");

        home.reviews = Reviews.NONE;
        assertThat(home.published().contentHash()).isEqualTo(without.contentHash());
        assertThat(home.rows("SELECT DISTINCT reason FROM mart_change")).containsExactly("review");
    }

    @Test
    void holdsOnAnotherLayoutByOtherRulesAndAtAnotherPlace() {
        home.reviews = reviews(CODE, VALUE, NO_FIGURE, ADDED);
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        home.published();
        assertThat(home.rows(OBSERVED)).containsExactly(RIGHT);

        // The same page in another frame: more around it, blanks within, full width, sentences in another order.
        home.extracts.add(yunxi().prose("首页　>　政务公开\n")
                .figure("另受理", "81件", "81", "件", ACCEPTED)
                .prose("普法 12 场次。")
                .figure("热线", "3场次", "3", "场次", EVENTS)
                .figure("纠 错率", "２８.8%", "28.8", "%", RATE)
                .figure("受理案件", "79 件", "79", "件", EVENTS)
                .extract("yunxi", URL, "sha256:again", Instant.parse("2026-01-11T18:00:00Z")));
        home.published();
        assertThat(home.rows(OBSERVED)).containsExactly(RIGHT);
        assertThat(
                        home.rows(
                                "SELECT version, raw FROM mart_figure WHERE is_current AND reviewed_by IS NOT NULL ORDER BY ALL"))
                .containsExactly("2|12 场次", "2|79 件", "2|２８.8%");

        // Other rules read the first page again: another code, a number not found, one found at last.
        home.extracts.clear();
        home.codeVersion = "later";
        home.extracts.add(yunxi().figure("受理案件", "79件", "79", "件", draft -> {})
                .figure("另受理", "81件", "81", "件", ACCEPTED)
                .prose("纠错率28.8%。")
                .figure("普法", "12场次", "12", "场次", draft -> {})
                .figure("热线", "3场次", "3", "场次", EVENTS)
                .extract("yunxi", URL));
        home.published();
        assertThat(home.rows(OBSERVED).subList(0, 2)).containsExactly(RIGHT[0], RIGHT[1]);
        assertThat(home.rows("SELECT raw, value::DOUBLE, rule, reviewed_by FROM mart_figure WHERE unit = '%'"))
                .containsExactly("28.8%|28.79|review|张三");
        assertThat(home.rows("SELECT DISTINCT outcome FROM fact_review")).containsExactly("applied");
        assertThat(home.rows("SELECT audit FROM audit_finding")).doesNotContain("unmatched_review");
    }

    @Test
    void leavesOutWhatIsNoReportAndPutsADocumentRight() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        home.extracts.add(yunxi().figure("受理", "9件", "9", "件", ACCEPTED).extract("yunxi", URL + "/essay"));
        home.published();
        home.reviews = reviews(
                Entries.ofDocument("url: \"" + URL + "/essay\"", "verdict: not_a_report"),
                Entries.ofDocument("url: \"" + URL + "\"", "verdict: report_year\nreport_year: 2023"));
        home.published();

        assertThat(home.rows("SELECT url, report_year, reviewed_by, review_note FROM mart_document"))
                .containsExactly(URL + "|2023|张三|report_year" + NOTE);
        assertThat(home.rows("SELECT url, outcome, reason FROM fact_reading ORDER BY url"))
                .containsExactly(URL + "|loaded|-", URL + "/essay|ignored|reviewed");
        assertThat(home.rows("SELECT DISTINCT subject, change, field, reason FROM mart_change ORDER BY ALL"))
                .containsExactly(
                        "document|changed|report_year|review",
                        "document|removed|version|review",
                        "observation|added|value|review",
                        "observation|removed|value|review");
        assertThat(home.rows("SELECT outcome, document_count FROM fact_review"))
                .containsExactly("applied|1", "applied|1");
    }

    /** What the rules misread is no contradiction of the report's: the check is carried with what was put right. */
    @Test
    void acquitsAReportOfAContradictionThatWasMisread() {
        home.extracts.add(asFirstRead()
                .check("correction_rate", "contradicted", 0, 2)
                .check("parts_total", "contradicted", 1)
                .extract("yunxi", URL));
        home.reviews = reviews(VALUE, Entries.of(URL, "另受理81件", "81件", "verdict: confirmed\ncode: " + ACCEPTED));
        home.published();
        assertThat(home.rows("SELECT check_name, status, reviewed_by, review_note FROM mart_quality ORDER BY ALL"))
                .containsExactly(
                        "correction_rate|not_applicable|张三|value" + NOTE,
                        "parts_total|contradicted|张三|confirmed" + NOTE);
        assertThat(home.rows("SELECT row_count FROM audit_finding WHERE audit = 'contradicted_check'"))
                .containsExactly("1");
    }

    /** A report put under another year leaves the year it was read for to the listings: a link that was read is no report of it. */
    @Test
    void callsTheFormerYearOfAReportMissingOnlyOnTheWordOfAWalkedListing() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        home.links.add(new LinkState(
                "yunxi",
                URL,
                "报告",
                OptionalInt.of(2024),
                "fetched",
                Instant.parse("2026-01-09T18:00:00Z"),
                Optional.of("sha256:" + URL),
                Optional.empty()));
        home.reviews = reviews(Entries.ofDocument("url: \"" + URL + "\"", "verdict: report_year\nreport_year: 2023"));
        String coverage = "SELECT report_year, state, listing_walked_at IS NOT NULL, listing_row_count, unseen_reason"
                + " FROM mart_coverage WHERE report_year < 2025 ORDER BY report_year";

        assertThat(Home.rows(home.build().file(), coverage))
                .containsExactly("2023|published|false|-|-", "2024|missing|true|12|-");
        home.walks = Optional.of(
                List.of(Walks.cutOff("yunxi", "http://yunxi.example/", LocalDate.of(2026, 1, 10), "failed")));
        assertThat(Home.rows(home.build().file(), coverage))
                .containsExactly("2023|published|false|-|-", "2024|unseen|false|-|failed");
        home.reviews = Reviews.NONE;
        assertThat(Home.rows(home.build().file(), coverage).get(1)).isEqualTo("2024|published|false|-|-");
    }

    /** The kind is the body's: what is compared by kind follows, and the source that says otherwise is told. */
    @Test
    void putsTheKindOfTheBodyRightWhereverItIsTold() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        home.reviews =
                reviews(Entries.ofDocument("url: \"" + URL + "\"", "verdict: issuer_kind\nissuer_kind: township"));
        home.published();
        for (String mart : List.of("mart_document", "mart_observation", "mart_comparison", "dim_issuer")) {
            assertThat(home.rows("SELECT DISTINCT issuer_kind FROM " + mart))
                    .as(mart)
                    .containsExactly("township");
        }
        assertThat(home.rows("SELECT row_count FROM audit_finding WHERE audit = 'issuer_conflict'"))
                .containsExactly("1");
    }

    /** A body that is put right is of the kind its name says: the government that the page was taken for has it no longer. */
    @Test
    void putsTheKindOfAnIssuerRightWithItsName() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        String issuer = Entries.ofDocument("url: \"" + URL + "\"", "verdict: issuer\nissuer: 云溪县司法局");
        String kind = "SELECT DISTINCT issuer_name, issuer_kind FROM ";
        home.reviews = reviews(issuer);
        home.published();
        for (String mart : List.of("mart_document", "mart_observation")) {
            assertThat(home.rows(kind + mart)).as(mart).containsExactly("云溪县司法局|bureau");
        }
        assertThat(home.rows("SELECT is_own_site FROM mart_document")).containsExactly("false");
        assertThat(home.rows("SELECT state FROM mart_coverage WHERE report_year = 2024"))
                .containsExactly("missing");
        home.reviews = reviews(
                issuer, Entries.ofDocument("url: \"" + URL + "\"", "verdict: issuer_kind\nissuer_kind: township"));
        home.published();
        assertThat(home.rows(kind + "mart_document")).containsExactly("云溪县司法局|township");
        home.reviews = reviews(Entries.ofDocument("url: \"" + URL + "\"", "verdict: issuer\nissuer: 云溪县甲"));
        home.published();
        assertThat(home.rows("SELECT issuer_kind FROM mart_document")).containsExactly("government");
    }

    @Test
    void makesANewReleaseOfANewReviewAloneAndTheSameOfTheSame() {
        home.extracts.add(asFirstRead().extract("yunxi", URL));
        home.reviews = reviews(CODE);
        Manifest first = home.published();
        home.reviews = reviews("# the same, on another line\n", CODE);
        assertThat(home.builder().build(home.input(), org.fazhi.warehouse.store.LoadProgress.NONE))
                .isInstanceOf(org.fazhi.warehouse.release.BuildOutcome.NothingNew.class);
        home.reviews = reviews(CODE, GONE);
        Manifest second = home.published();
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(home.rows("SELECT row_count FROM audit_finding WHERE audit = 'unmatched_review'"))
                .containsExactly("1");
        assertThat(home.night()).isInstanceOf(Publication.Unchanged.class);
        home.reviews = reviews(CODE);
        assertThat(home.published().contentHash()).isEqualTo(first.contentHash());
    }

    @Test
    void takesAReviewedFigureBeforeAllOthers() {
        home.sources.add(Reports.source("a-province", "青岚省人民政府", "990000", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(yunxi().figure("受理", "81件", "81", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.verifiedBy = Optional.of("check");
                })
                .extract("yunxi", URL));
        home.extracts.add(yunxi().figure("截至11月共受理", "79件", "79", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.asOf = Optional.of("2024-11");
                    figure.tense = "cumulative";
                    figure.confidence = 0.5;
                })
                .extract("a-province", "http://province.example/repost"));
        home.reviews = reviews(Entries.of(
                "http://province.example/repost", "截至11月共受理79件", "79件", "verdict: confirmed\ncode: " + ACCEPTED));

        assertThat(Home.rows(home.build().file(), "SELECT value::INTEGER, as_of, reviewed_by FROM mart_observation"))
                .containsExactly("79|2024-11|张三");
    }
}
