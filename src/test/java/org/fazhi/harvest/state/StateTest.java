package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.harvest.fetch.RobotsFile;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small tables of the state: fetch log, listing pages, robots files, payloads, nights. */
class StateTest {

    private static final Instant THEN = Instant.parse("2026-11-22T18:31:02.345Z");

    private final DataSource database = MemoryState.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void logsEveryFetchAndCountsANightsStates() {
        FetchLog log = new FetchLog(jdbc);
        FetchLog.Entry fetched = fetch("n1", "document", "fetched", OptionalInt.of(200));
        FetchLog.Entry failed = fetch("n1", "document", "failed", OptionalInt.empty());
        log.add(fetched);
        log.add(failed);
        log.add(fetched);
        log.add(fetch("n2", "listing", "gone", OptionalInt.of(404)));

        try (Stream<FetchLog.Entry> all = log.all()) {
            assertThat(all.toList()).startsWith(fetched, failed, fetched).hasSize(4);
        }
        assertThat(log.countByState("n1"))
                .containsExactly(
                        new FetchLog.StateCount("document", "failed", 1),
                        new FetchLog.StateCount("document", "fetched", 2));
    }

    @Test
    void givesBackAListingPageAsItWasLastAnswered() {
        ListingPages pages = new ListingPages(jdbc);
        pages.put(page("linjiang", "GET http://127.0.0.1/i.html", "old", Optional.of("\"1\"")));
        ListingPages.Page fresh = page("linjiang", "GET http://127.0.0.1/i.html", "<li>𠮷</li>", Optional.empty());
        pages.put(fresh);

        assertThat(pages.find("linjiang", "GET http://127.0.0.1/i.html")).contains(fresh);
        assertThat(pages.find("wuhe", "GET http://127.0.0.1/i.html")).isEmpty();
        assertThat(pages.find("linjiang", "POST http://127.0.0.1/i.html")).isEmpty();
    }

    @Test
    void keepsTheLastRobotsFileOfASite() {
        StoredRobots robots = new StoredRobots(jdbc);
        robots.put("http://a.test:80", new RobotsFile(404, "", THEN, Validators.NONE));
        RobotsFile file = new RobotsFile(
                200, "User-agent: *\nDisallow: /x\n", THEN, new Validators(Optional.of("\"1\""), Optional.of("then")));
        robots.put("http://a.test:80", file);

        assertThat(robots.get("http://a.test:80")).contains(file);
        assertThat(robots.get("https://a.test:443")).isEmpty();
    }

    @Test
    void findsTheRecordThatHoldsAPayload() {
        StoredPayloads payloads = new StoredPayloads(jdbc);
        CaptureRecord record = record("one", "a.warc");
        payloads.add(record);

        assertThat(payloads.find(record.digest())).contains(record);
        assertThat(payloads.find(Digest.of("two"))).isEmpty();
    }

    @Test
    void takesTheSamePayloadFromTwoHosts() {
        StoredPayloads payloads = new StoredPayloads(jdbc);
        payloads.add(record("same", "a.warc"));
        payloads.add(record("same", "b.warc"));

        assertThat(payloads.find(Digest.of("same")))
                .get()
                .extracting(found -> found.location().file())
                .isEqualTo("b.warc");
    }

    @Test
    void remembersHowANightEndedAndForgetsItWhenTheNightIsResumed() {
        Nights nights = new Nights(jdbc);
        nights.start("n1", "harvest", THEN);
        nights.end("n1", THEN.plusSeconds(60), "failed", Optional.empty());
        assertThat(nights.last()).get().extracting(Nights.Night::outcome).isEqualTo(Optional.of("failed"));

        nights.start("n1", "harvest", THEN);
        assertThat(nights.find("n1")).get().satisfies(night -> {
            assertThat(night.outcome()).isEmpty();
            assertThat(night.endedAt()).isEmpty();
            assertThat(night.startedAt()).isEqualTo(THEN);
        });

        nights.start("n2", "reprocess", THEN.plusSeconds(90));
        nights.end("n2", THEN.plusSeconds(99), "published", Optional.of("r"));
        assertThat(nights.last()).get().extracting(Nights.Night::releaseId).isEqualTo(Optional.of("r"));
    }

    private static FetchLog.Entry fetch(String night, String kind, String state, OptionalInt status) {
        return new FetchLog.Entry(
                night,
                "linjiang",
                "http://127.0.0.1/a",
                kind,
                state,
                status,
                THEN,
                Duration.ofMillis(12),
                345,
                2,
                "why",
                OptionalInt.empty());
    }

    private static ListingPages.Page page(String source, String request, String body, Optional<String> etag) {
        return new ListingPages.Page(source, request, "http://127.0.0.1/i.html", etag, Optional.empty(), body, THEN);
    }

    private static CaptureRecord record(String payload, String file) {
        CaptureLocation location = new CaptureLocation(file, 5_000_000_000L);
        return new CaptureRecord(
                location,
                URI.create("http://127.0.0.1/a"),
                THEN,
                Digest.of(payload),
                URI.create("urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100"),
                false,
                location);
    }
}
