package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CapturesTest {

    private static final String NIGHT = "2026-11-22T18:30:00Z";

    private final JdbcClient jdbc = MemoryState.create();
    private final Captures captures = new Captures(jdbc);

    @Test
    void givesBackACaptureUntilItIsRead() {
        configure(Map.of("linjiang", "1"));
        Captures.Entry entry = entry("linjiang", "/a", "first");
        captures.add(entry);

        assertThat(unread(Optional.empty())).containsExactly(entry);
        captures.read(entry, NIGHT, "loaded", "");
        assertThat(unread(Optional.empty())).isEmpty();
        assertThat(captures.countUnread(Optional.empty())).isZero();
    }

    @Test
    void keepsTheFirstPlaceOfAPayloadThatCameTwice() {
        configure(Map.of("linjiang", "1"));
        assertThat(captures.add(entry("linjiang", "/a", "same"))).isTrue();
        assertThat(captures.add(new Captures.Entry(
                        url("/a"), Digest.of("same"), "linjiang", Instant.parse("2027-01-01T00:00:00Z"), "other", 9)))
                .isFalse();

        assertThat(unread(Optional.empty())).containsExactly(entry("linjiang", "/a", "same"));
    }

    @Test
    void takesANewPayloadOfAnUrlForANewCapture() {
        configure(Map.of("linjiang", "1"));
        captures.add(entry("linjiang", "/a", "first"));
        captures.add(entry("linjiang", "/a", "restated"));

        assertThat(captures.countUnread(Optional.empty())).isEqualTo(2);
    }

    @Test
    void readsAgainWhatAnotherReaderHasReadAndOnlyThat() {
        configure(Map.of("linjiang", "1", "wuhe", "1"));
        for (String source : new String[] {"linjiang", "wuhe"}) {
            captures.add(entry(source, "/a", "x"));
            captures.read(entry(source, "/a", "x"), NIGHT, "loaded", "");
        }

        configure(Map.of("linjiang", "2", "wuhe", "1"));

        assertThat(unread(Optional.empty())).containsExactly(entry("linjiang", "/a", "x"));
    }

    @Test
    void readsNothingForASourceThatIsNotConfigured() {
        configure(Map.of("wuhe", "1"));
        captures.add(entry("linjiang", "/a", "x"));

        assertThat(unread(Optional.empty())).isEmpty();
        assertThat(captures.countUnread(Optional.of(NIGHT))).isZero();
    }

    @Test
    void readsAllAgainOnceInARunThatAsksForIt() {
        configure(Map.of("linjiang", "1"));
        captures.add(entry("linjiang", "/a", "x"));
        captures.read(entry("linjiang", "/a", "x"), NIGHT, "loaded", "");

        assertThat(unread(Optional.of(NIGHT))).isEmpty();
        assertThat(unread(Optional.of("later"))).hasSize(1);
        captures.read(entry("linjiang", "/a", "x"), "later", "loaded", "");
        assertThat(unread(Optional.of("later"))).isEmpty();
    }

    @Test
    void countsHowTheCapturesOfConfiguredSourcesWereRead() {
        configure(Map.of("linjiang", "1"));
        for (String path : new String[] {"/a", "/b", "/c"}) {
            captures.add(entry("linjiang", path, path));
        }
        captures.add(entry("wuhe", "/d", "d"));
        captures.read(entry("linjiang", "/a", "/a"), NIGHT, "loaded", "");
        captures.read(entry("linjiang", "/b", "/b"), NIGHT, "quarantined", "no_report_year");
        captures.read(entry("wuhe", "/d", "d"), NIGHT, "loaded", "");

        assertThat(captures.countByOutcome())
                .containsExactly(
                        new Captures.OutcomeCount("loaded", "", 1),
                        new Captures.OutcomeCount("quarantined", "no_report_year", 1));
    }

    @Test
    void pagesThroughAllCapturesOnce() {
        configure(Map.of("linjiang", "1"));
        for (String path : List.of("/a", "/b", "/c")) {
            captures.add(entry("linjiang", path, path));
        }

        List<Captures.Entry> first = captures.unread(Optional.empty(), Optional.empty(), 2);
        List<Captures.Entry> second = captures.unread(Optional.empty(), Optional.of(first.get(1)), 2);

        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(captures.unread(Optional.empty(), Optional.of(second.get(0)), 2))
                .isEmpty();
    }

    private List<Captures.Entry> unread(Optional<String> runId) {
        return captures.unread(runId, Optional.empty(), 9);
    }

    private void configure(Map<String, String> readers) {
        new ConfiguredSources(jdbc).replace(new TreeMap<>(readers), List.of());
    }

    private static Captures.Entry entry(String source, String path, String payload) {
        return new Captures.Entry(
                url(path), Digest.of(payload), source, Instant.parse("2026-11-22T18:31:02.345Z"), "a.warc", 77);
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:8080" + path);
    }
}
