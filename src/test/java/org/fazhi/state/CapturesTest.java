package org.fazhi.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
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

        assertThat(captures.unread(Optional.empty(), Optional.empty(), 9)).containsExactly(entry);
        captures.read(entry, NIGHT, "loaded", "");
        assertThat(captures.unread(Optional.empty(), Optional.empty(), 9)).isEmpty();
        assertThat(captures.countUnread(Optional.empty())).isZero();
    }

    @Test
    void keepsTheFirstPlaceOfAPayloadThatCameTwice() {
        configure(Map.of("linjiang", "1"));
        assertThat(captures.add(entry("linjiang", "/a", "same"))).isTrue();
        assertThat(captures.add(new Captures.Entry(
                        url("/a"), Digest.of("same"), "linjiang", Instant.parse("2027-01-01T00:00:00Z"), "other", 9)))
                .isFalse();

        assertThat(captures.unread(Optional.empty(), Optional.empty(), 9))
                .containsExactly(entry("linjiang", "/a", "same"));
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

        assertThat(captures.unread(Optional.empty(), Optional.empty(), 9))
                .containsExactly(entry("linjiang", "/a", "x"));
    }

    @Test
    void readsNothingForASourceThatIsNotConfigured() {
        configure(Map.of("wuhe", "1"));
        captures.add(entry("linjiang", "/a", "x"));

        assertThat(captures.unread(Optional.empty(), Optional.empty(), 9)).isEmpty();
        assertThat(captures.countUnread(Optional.of(NIGHT))).isZero();
    }

    @Test
    void readsAllAgainOnceInARunThatAsksForIt() {
        configure(Map.of("linjiang", "1"));
        captures.add(entry("linjiang", "/a", "x"));
        captures.read(entry("linjiang", "/a", "x"), NIGHT, "loaded", "");

        assertThat(captures.unread(Optional.of(NIGHT), Optional.empty(), 9)).isEmpty();
        assertThat(captures.unread(Optional.of("later"), Optional.empty(), 9)).hasSize(1);
        captures.read(entry("linjiang", "/a", "x"), "later", "loaded", "");
        assertThat(captures.unread(Optional.of("later"), Optional.empty(), 9)).isEmpty();
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

    private void configure(Map<String, String> readers) {
        new ConfiguredSources(jdbc).replace(new TreeMap<>(readers));
    }

    private static Captures.Entry entry(String source, String path, String payload) {
        return new Captures.Entry(
                url(path), Digest.of(payload), source, Instant.parse("2026-11-22T18:31:02.345Z"), "a.warc", 77);
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:8080" + path);
    }
}
