package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FrontierTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
    private static final String TONIGHT = "2026-11-22T18:30:00Z";
    private static final String TOMORROW = "2026-11-23T18:30:00Z";
    private static final String HOST = "127.0.0.1:8080";

    private final JdbcClient jdbc = MemoryState.create();
    private final Frontier frontier = at(NOW);

    @BeforeEach
    void configure() {
        configure("linjiang", "wuhe");
    }

    @Test
    void pagesThroughTheLinksOfAHostOnce() {
        frontier.add(List.of(taken("wuhe", "/b"), taken("linjiang", "/c"), taken("linjiang", "/a")));

        List<Frontier.Due> first = frontier.due(HOST, TONIGHT, Optional.empty(), 2);
        List<Frontier.Due> second = frontier.due(HOST, TONIGHT, Optional.of(first.get(1)), 2);

        assertThat(first).extracting(Frontier.Due::url).containsExactlyInAnyOrder(url("/a"), url("/c"));
        assertThat(second).extracting(Frontier.Due::url).containsExactly(url("/b"));
        assertThat(frontier.due(HOST, TONIGHT, Optional.of(second.get(0)), 2)).isEmpty();
        assertThat(frontier.countDue(TONIGHT)).isEqualTo(3);
        assertThat(frontier.due("127.0.0.1:9", TONIGHT, Optional.empty(), 2)).isEmpty();
    }

    @Test
    void aFileIsDueOnTheHostOfThePageThatLinksItWhereverItStands() {
        Frontier.Judged file = new Frontier.Judged(
                "linjiang",
                URI.create("http://files.test/2025.pdf"),
                "2025年度法治政府建设报告",
                url("/a"),
                OptionalInt.of(2025),
                Optional.of(LocalDate.of(2026, 1, 25)),
                true,
                "");
        frontier.addAttached(List.of(file));

        assertThat(frontier.authoritiesDue(TONIGHT)).containsExactly(HOST);
        assertThat(frontier.due(HOST, TONIGHT, Optional.empty(), 9))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.url()).isEqualTo(file.url());
                    assertThat(due.via()).isEqualTo(url("/a"));
                    assertThat(due.listedOn()).contains(LocalDate.of(2026, 1, 25));
                });
    }

    @Test
    void namesEachHostWithDueLinksOnce() {
        frontier.add(List.of(taken("linjiang", "/a"), taken("linjiang", "/b"), link("wuhe", "http://a.test/x", true)));

        assertThat(frontier.authoritiesDue(TONIGHT)).containsExactly(HOST, "a.test");
    }

    @Test
    void leavesOutLinksThatAreNotWanted() {
        frontier.add(List.of(link("linjiang", "http://127.0.0.1:8080/plan", false)));

        assertThat(frontier.authoritiesDue(TONIGHT)).isEmpty();
        assertThat(frontier.countDue(TONIGHT)).isZero();
        assertThat(known()).singleElement().satisfies(known -> {
            assertThat(known.isTaken()).isFalse();
            assertThat(known.reason()).isEqualTo("work_plan");
        });
    }

    @Test
    void leavesOutLinksOfSourcesThatAreNoLongerConfigured() {
        frontier.add(List.of(taken("linjiang", "/a"), taken("wuhe", "/b")));

        configure("wuhe");

        assertThat(frontier.due(HOST, TONIGHT, Optional.empty(), 9))
                .extracting(Frontier.Due::sourceId)
                .containsExactly("wuhe");
        assertThat(frontier.countDue(TONIGHT)).isEqualTo(1);
        configure("another");
        assertThat(frontier.authoritiesDue(TONIGHT)).isEmpty();
    }

    @Test
    void givesALinkAgainWhenItsSourceIsConfiguredAgain() {
        frontier.add(List.of(taken("linjiang", "/a")));
        configure("wuhe");
        configure("linjiang");

        assertThat(frontier.due(HOST, TONIGHT, Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void asksForALinkOnceANight() {
        frontier.add(List.of(taken("linjiang", "/a")));

        frontier.attempted("linjiang", url("/a"), TONIGHT, ended("failed", Duration.ZERO));

        assertThat(frontier.due(HOST, TONIGHT, Optional.empty(), 9)).isEmpty();
        assertThat(frontier.due(HOST, TOMORROW, Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void letsALinkRestAsLongAsItsStateAsks() {
        frontier.add(List.of(taken("linjiang", "/a")));

        frontier.attempted("linjiang", url("/a"), TONIGHT, ended("gone", Duration.ofDays(30)));

        assertThat(at(NOW.plus(Duration.ofDays(29))).due(HOST, TOMORROW, Optional.empty(), 9))
                .isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(30))).due(HOST, TOMORROW, Optional.empty(), 9))
                .hasSize(1);
    }

    @Test
    void keepsValidatorsWhereTheNextAnswerBringsNone() {
        frontier.add(List.of(taken("linjiang", "/a")));
        frontier.attempted(
                "linjiang",
                url("/a"),
                TONIGHT,
                new Frontier.Attempted(
                        "fetched",
                        Optional.of("\"1\""),
                        Optional.of("then"),
                        Optional.of(Digest.of("x")),
                        Duration.ZERO));
        frontier.attempted("linjiang", url("/a"), "between", ended("not_modified", Duration.ZERO));

        assertThat(frontier.due(HOST, TOMORROW, Optional.empty(), 1))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.etag()).contains("\"1\"");
                    assertThat(due.lastModified()).contains("then");
                });
        assertThat(known())
                .singleElement()
                .satisfies(known -> assertThat(known.state()).contains("not_modified"));
    }

    @Test
    void keepsALinksHistoryAndTakesItsNewJudgement() {
        frontier.add(List.of(taken("linjiang", "/a")));
        frontier.attempted("linjiang", url("/a"), TONIGHT, ended("fetched", Duration.ZERO));
        at(NOW.plus(Duration.ofDays(1))).add(List.of(link("linjiang", "http://127.0.0.1:8080/a", false)));

        assertThat(known()).singleElement().satisfies(known -> {
            assertThat(known.firstSeenAt()).isEqualTo(NOW);
            assertThat(known.isTaken()).isFalse();
            assertThat(known.state()).contains("fetched");
        });
    }

    @Test
    void clipsATitleThatWouldNotFit() {
        URI url = url("/a");
        frontier.add(List.of(new Frontier.Judged(
                "linjiang", url, "报".repeat(5000), url, OptionalInt.of(2025), Optional.empty(), true, "")));

        assertThat(known().get(0).title()).isEqualTo("报".repeat(2000));
    }

    private List<Frontier.Known> known() {
        try (Stream<Frontier.Known> known = frontier.known()) {
            return known.toList();
        }
    }

    @Test
    void knowsWhichLinksTheirListingNoLongerNames() {
        Frontier.Judged stays = taken("linjiang", "/stays");
        Frontier.Judged goes = taken("linjiang", "/goes");
        Frontier.Judged rejected = link("linjiang", url("/rejected").toString(), false);
        Frontier.Judged elsewhere = taken("wuhe", "/goes");
        frontier.add(List.of(stays, goes, rejected, elsewhere));

        frontier.walked("linjiang", url("/other.html"), NOW, List.of());
        frontier.walked("linjiang", url("/index.html"), NOW.minusSeconds(1), List.of(stays));
        assertThat(unlisted()).as("of another listing, and of before").isEmpty();
        frontier.walked("linjiang", url("/index.html"), NOW, List.of(stays));
        frontier.walked("linjiang", url("/index.html"), NOW.plusSeconds(9), List.of(stays));
        assertThat(unlisted()).containsExactly("linjiang /goes " + NOW);

        frontier.add(List.of(stays, elsewhere));
        assertThat(unlisted()).hasSize(1);
        frontier.add(List.of(goes));
        assertThat(unlisted()).isEmpty();

        frontier.restore(goes, NOW, Optional.empty(), Optional.of(NOW.plusSeconds(3)));
        assertThat(unlisted()).containsExactly("linjiang /goes " + NOW.plusSeconds(3));
    }

    private List<String> unlisted() {
        try (Stream<Frontier.Known> known = frontier.known()) {
            return known.filter(link -> link.unlistedSince().isPresent())
                    .map(link -> link.sourceId() + " " + URI.create(link.url()).getPath() + " "
                            + link.unlistedSince().orElseThrow())
                    .toList();
        }
    }

    private Frontier at(Instant now) {
        return new Frontier(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void configure(String... sources) {
        TreeMap<String, String> readers = new TreeMap<>();
        for (String source : sources) {
            readers.put(source, "reader");
        }
        new ConfiguredSources(jdbc).replace(readers, List.of());
    }

    private static Frontier.Attempted ended(String state, Duration rest) {
        return new Frontier.Attempted(state, Optional.empty(), Optional.empty(), Optional.empty(), rest);
    }

    private static Frontier.Judged taken(String source, String path) {
        return link(source, url(path).toString(), true);
    }

    private static Frontier.Judged link(String source, String url, boolean isTaken) {
        return new Frontier.Judged(
                source,
                URI.create(url),
                "法治政府建设年度报告",
                url("/index.html"),
                OptionalInt.of(2025),
                Optional.of(LocalDate.of(2026, 1, 20)),
                isTaken,
                isTaken ? "" : "work_plan");
    }

    private static URI url(String path) {
        return URI.create("http://" + HOST + path);
    }
}
