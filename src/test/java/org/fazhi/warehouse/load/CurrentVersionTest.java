package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions are current: what the last good answer of an address says, a year at a time, at one address. */
class CurrentVersionTest {

    private static final String PAGE = "http://yunxi.example/1.html";
    private static final String OTHER = "http://yunxi.example/new/1.html";
    private static final Instant FIRST = Reports.FETCHED;

    private final List<Extract> extracts = new ArrayList<>();
    private final List<PageAnswer> answers = new ArrayList<>();
    private final List<LinkState> links = new ArrayList<>();
    private final List<FetchAttempt> fetches = new ArrayList<>();

    @Test
    void isWhatThePageLastSaidWhereItWentBack() {
        read(PAGE, "a", 2024, 79, 0);
        read(PAGE, "b", 2024, 81, 1);
        assertThat(current()).containsExactly("b");

        answered(PAGE, PAGE, "a", 2);
        assertThat(current()).containsExactly("a");
        answered(PAGE, PAGE, "b", 3);
        assertThat(current()).containsExactly("b");
    }

    @Test
    void isTheVersionThatAnotherPayloadRepeatedWhereThatCameBack() {
        read(PAGE, "a", 2024, 79, 0);
        read(PAGE, "a2", 2024, 79, 1);
        read(PAGE, "b", 2024, 81, 2);
        answered(PAGE, PAGE, "a2", 3);

        assertThat(current()).containsExactly("a");
    }

    @Test
    void isNotMovedByAnAnswerOfAnotherAddressOrFromBefore() {
        read(PAGE, "a", 2024, 79, 0);
        read(PAGE, "b", 2024, 81, 2);
        answered(OTHER, OTHER, "a", 9);
        answered(PAGE, PAGE, "a", 1);

        assertThat(current()).containsExactly("b");
    }

    @Test
    void isOneOfEachYearWhereAnAddressIsOverwrittenEveryYear() {
        read(PAGE, "2023", 2023, 70, 0);
        read(PAGE, "2024", 2024, 79, 1);
        read(PAGE, "2024 again", 2024, 80, 2);
        read(PAGE, "2025", 2025, 90, 3);

        assertThat(current()).containsExactly("2023", "2024 again", "2025");
    }

    @Test
    void isNotTheVersionWhoseYearWasPutRight() {
        read(PAGE, "misprinted", 2042, 79, 0);
        read(PAGE, "right", 2024, 79, 1);

        assertThat(current()).containsExactly("right");
    }

    /** Two reports without a number are not one because of that. */
    @Test
    void isOneOfEachYearWhereNoneHasAFigure() {
        extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2023)
                .prose("平稳")
                .extract("a", PAGE, "2023", FIRST));
        extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .prose("有序")
                .extract("a", PAGE, "2024", FIRST.plusSeconds(1)));

        assertThat(current()).containsExactly("2023", "2024");
    }

    @Test
    void isAVersionWithoutAYearOnlyWhileItIsTheLast() {
        read(PAGE, "none", 0, 70, 0);
        assertThat(current()).containsExactly("none");
        read(PAGE, "2024", 2024, 79, 1);
        assertThat(current()).containsExactly("2024");
        read(PAGE, "none again", 0, 71, 2);
        assertThat(current()).containsExactly("2024", "none again");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/1.html, https://a.example/1.html",
        "http://a.example:80/1.html, https://a.example:443/1.html",
        "http://a.example/1/index.html, http://a.example/1/",
        "http://a.example/1.html?utm_source=x, http://a.example/1.html",
        "http://a.example/1.jsp;jsessionid=A1, http://a.example/1.jsp",
        "http://a.example/1.jsp?id=3&from=timeline, http://a.example/1.jsp?id=3"
    })
    void isOneOfTwoAddressesThatAreOne(String worse, String better) {
        read(worse, "worse", 2024, 79, 0);
        read(better, "better", 2024, 81, 0);

        assertThat(current()).containsExactly("better");
        assertThat(decision("worse").sameAs()).contains(DocumentIds.document(better));
        assertThat(decision("better").sameAs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/1.html, http://a.example/2.html",
        "http://a.example/1.jsp?id=3, http://a.example/1.jsp?id=4",
        "http://a.example:8080/1.html, http://a.example:8081/1.html",
        "http://a.example/index_2.html, http://a.example/",
        "http://a.example/1.html, http://b.example/1.html"
    })
    void isBothOfTwoAddressesThatAreTwo(String one, String other) {
        read(one, "one", 2024, 79, 0);
        read(other, "other", 2024, 79, 0);

        assertThat(current()).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void isTheOtherYearsReportOfTheAddressThatIsNotTaken() {
        read("http://a.example/1.html", "2023", 2023, 70, 0);
        read("https://a.example/1.html", "2024", 2024, 79, 0);

        assertThat(current()).containsExactly("2023", "2024");
    }

    @Test
    void isTheWorseAddressWhereTheBetterIsWithdrawn() {
        read("http://a.example/1.html", "http", 2024, 79, 0);
        read("https://a.example/1.html", "https", 2024, 79, 0);
        link("https://a.example/1.html", "gone", Optional.empty());
        gone("https://a.example/1.html", 410, 1);

        assertThat(current()).containsExactly("http");
        assertThat(decision("https").withdrawnOn()).contains(night(1));
    }

    @Test
    void isTheWorseAddressWhereTheBetterLeadsThere() {
        read("http://a.example/1.html", "http", 2024, 79, 0);
        read("https://a.example/1.html", "https", 2024, 79, 0);
        answered("https://a.example/1.html", "http://a.example/1.html", "http", 1);

        assertThat(current()).containsExactly("http");
        assertThat(decision("https").sameAs()).contains(DocumentIds.document("http://a.example/1.html"));
    }

    @Test
    void isFirstTheOtherWayOfWritingTheAddressAndThenWhereItLeads() {
        read("http://a.example/1.html", "http", 2024, 79, 0);
        read("https://a.example/1.html", "https", 2024, 79, 0);
        read(OTHER, "new", 2024, 79, 0);
        answered("http://a.example/1.html", OTHER, "new", 1);

        assertThat(decision("http").sameAs()).contains(DocumentIds.document("https://a.example/1.html"));
    }

    @Test
    void isWhereTheAddressLeadsByNow() {
        read(PAGE, "old", 2024, 79, 0);
        read(OTHER, "new", 2024, 81, 1);
        assertThat(current()).containsExactlyInAnyOrder("old", "new");

        answered(PAGE, PAGE, "old", 0);
        answered(PAGE, OTHER, "new", 1);
        assertThat(current()).containsExactly("new");
        assertThat(decision("old").sameAs()).contains(DocumentIds.document(OTHER));

        answered(PAGE, PAGE, "old", 2);
        assertThat(current()).containsExactlyInAnyOrder("old", "new");
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 0})
    void staysWhereTheAddressLeadsToAnotherReport(int year) {
        read(PAGE, "old", 2024, 79, 0);
        read(OTHER, "new", year, 81, 1);
        answered(PAGE, OTHER, "new", 1);

        assertThat(current()).containsExactlyInAnyOrder("old", "new");
    }

    @Test
    void staysWhereTheAddressLeadsToAnotherBodysReportOfOtherFigures() {
        read(PAGE, "old", 2024, 79, 0);
        extracts.add(Reports.report("990101", "云溪县司法局", "bureau", 2024)
                .figure("受理", "81件", "81", "件", "reconsideration.accepted")
                .extract("a", OTHER, "new", FIRST));
        answered(PAGE, OTHER, "new", 1);
        assertThat(current()).containsExactlyInAnyOrder("old", "new");

        extracts.remove(1);
        extracts.add(Reports.report("990101", "县人民政府", "government", 2024)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .extract("a", OTHER, "new", FIRST));
        assertThat(current()).as("signed otherwise").containsExactly("new");
    }

    @Test
    void isAtTheEndOfTheWay() {
        String third = "http://yunxi.example/3.html";
        read(PAGE, "1", 2024, 79, 0);
        read(OTHER, "2", 2024, 79, 1);
        read(third, "3", 2024, 80, 2);
        answered(PAGE, OTHER, "2", 1);
        answered(OTHER, third, "3", 2);

        assertThat(current()).containsExactly("3");
        assertThat(decision("1").sameAs()).contains(DocumentIds.document(third));
    }

    @Test
    void isWhereTheLastOfTwoLedThatLeadToEachOther() {
        read(PAGE, "1", 2024, 79, 0);
        read(OTHER, "2", 2024, 79, 0);
        answered(PAGE, OTHER, "2", 1);
        answered(OTHER, PAGE, "1", 2);

        assertThat(current()).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "410, 1, false, true",
        "404, 1, false, false",
        "404, 2, false, false",
        "404, 3, false, true",
        "404, 1, true, true",
        "200, 2, false, false",
        "200, 3, false, true"
    })
    void isWithdrawnWhereThatIsCertain(int status, int nights, boolean isUnlisted, boolean isWithdrawn) {
        read(PAGE, "a", 2024, 79, 0);
        link(PAGE, "gone", isUnlisted ? Optional.of(FIRST) : Optional.empty());
        had(PAGE, 0);
        for (int night = 1; night <= nights; night++) {
            gone(PAGE, status, night);
        }

        assertThat(current()).as("what was read stays").containsExactly("a");
        assertThat(decision("a").withdrawnOn()).isEqualTo(isWithdrawn ? Optional.of(night(1)) : Optional.empty());
    }

    @Test
    void isNotWithdrawnBySeveralAnswersOfOneNightNorByOnesFromBeforeItCameBack() {
        read(PAGE, "a", 2024, 79, 0);
        link(PAGE, "gone", Optional.empty());
        gone(PAGE, 404, 1);
        gone(PAGE, 404, 2);
        had(PAGE, 3);
        gone(PAGE, 404, 4);
        gone(PAGE, 404, 4);
        gone(PAGE, 404, 5);
        assertThat(decision("a").withdrawnOn()).isEmpty();

        gone(PAGE, 404, 6);
        assertThat(decision("a").withdrawnOn()).contains(night(4));
    }

    @Test
    void staysWithdrawnWhileTheSiteGivesNoAnswer() {
        read(PAGE, "a", 2024, 79, 0);
        link(PAGE, "failed", Optional.empty());
        gone(PAGE, 410, 1);
        fetch(PAGE, "failed", 0, 2);

        assertThat(decision("a").withdrawnOn()).contains(night(1));
    }

    @Test
    void isWithdrawnOnlyAsItWasShownLast() {
        read(PAGE, "2023", 2023, 70, 0);
        read(PAGE, "2024", 2024, 79, 1);
        link(PAGE, "gone", Optional.empty());
        gone(PAGE, 410, 2);

        assertThat(decision("2023").withdrawnOn()).isEmpty();
        assertThat(decision("2024").withdrawnOn()).contains(night(2));
    }

    @Test
    void isWithdrawnWhereNoLinkLeadsThereAnyMore() {
        read(OTHER, "a", 2024, 79, 0);
        link(PAGE, "gone", Optional.empty());
        link(OTHER, "fetched", Optional.empty());
        answered(PAGE, OTHER, "a", 0);
        gone(PAGE, 410, 1);
        assertThat(decision("a").withdrawnOn()).isEmpty();

        links.set(1, linkOf(OTHER, "gone", Optional.empty()));
        gone(OTHER, 410, 2);
        assertThat(decision("a").withdrawnOn()).contains(night(2));
    }

    @Test
    void neverHadNeverIsWithdrawn() {
        read(PAGE, "a", 2024, 79, 0);
        links.add(
                new LinkState("a", PAGE, "t", OptionalInt.empty(), "gone", FIRST, Optional.empty(), Optional.empty()));
        gone(PAGE, 410, 1);

        assertThat(decision("a").withdrawnOn()).isEmpty();
    }

    @Test
    void makesAnotherReleaseWhereWhatIsCurrentChanges() {
        read(PAGE, "a", 2024, 79, 0);
        read(PAGE, "b", 2024, 81, 1);
        link(PAGE, "gone", Optional.empty());
        String before = plan().fingerprint();
        Collections.reverse(extracts);
        assertThat(plan().fingerprint()).isEqualTo(before);

        answered(PAGE, PAGE, "b", 2);
        assertThat(plan().fingerprint()).as("b is current as before").isEqualTo(before);
        answered(PAGE, PAGE, "a", 3);
        String back = plan().fingerprint();
        assertThat(back).isNotEqualTo(before);
        gone(PAGE, 410, 4);
        assertThat(plan().fingerprint()).isNotEqualTo(back);
    }

    private void read(String url, String digest, int year, int value, int second) {
        extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                .figure("受理", value + "件", Integer.toString(value), "件", "reconsideration.accepted")
                .extract("a", url, digest, FIRST.plusSeconds(second)));
    }

    private void answered(String asked, String url, String digest, int second) {
        answers.add(new PageAnswer("a", asked, url, digest, FIRST.plusSeconds(second)));
    }

    private void link(String url, String state, Optional<Instant> unlistedSince) {
        links.add(linkOf(url, state, unlistedSince));
    }

    private static LinkState linkOf(String url, String state, Optional<Instant> unlistedSince) {
        return new LinkState(
                "a",
                url,
                "t",
                OptionalInt.empty(),
                state,
                FIRST,
                Optional.of("digest"),
                Optional.empty(),
                unlistedSince);
    }

    private void gone(String url, int status, int night) {
        fetch(url, status == 200 ? "soft_404" : "gone", status, night);
    }

    private void had(String url, int night) {
        fetch(url, "fetched", 200, night);
    }

    private void fetch(String url, String state, int status, int night) {
        Instant at = FIRST.plus(Duration.ofDays(night));
        fetches.add(new FetchAttempt(
                night(night),
                at,
                "a",
                url,
                "document",
                state,
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                at,
                Duration.ZERO,
                0,
                1,
                Optional.empty(),
                OptionalInt.empty()));
    }

    private static LocalDate night(int night) {
        return FIRST.atZone(ZoneOffset.UTC).toLocalDate().plusDays(night);
    }

    private ReadingPlan plan() {
        LoadInput input = new LoadInput(
                night(9),
                FIRST,
                List.of(),
                extracts::stream,
                Stream::empty,
                fetches::stream,
                links::stream,
                Stream::empty,
                Stream::empty,
                answers::stream,
                3,
                List.of(),
                "test",
                Reviews.NONE);
        return ReadingPlan.of(input, new Unloadable(LoadProgress.NONE), LoadProgress.NONE);
    }

    /** The payloads that are current, in the order in which they were read. */
    private List<String> current() {
        ReadingPlan plan = plan();
        return extracts.stream()
                .filter(extract ->
                        plan.take(extract) instanceof ReadingPlan.Decision.Version version && version.isCurrent())
                .map(Extract::payloadDigest)
                .toList();
    }

    private ReadingPlan.Decision.Version decision(String digest) {
        Extract extract = extracts.stream()
                .filter(each -> each.payloadDigest().equals(digest))
                .findFirst()
                .orElseThrow();
        return (ReadingPlan.Decision.Version) plan().take(extract);
    }
}
