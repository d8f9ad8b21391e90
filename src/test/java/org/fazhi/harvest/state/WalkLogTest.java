package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the state keeps of the walks through listings. */
class WalkLogTest {

    private static final String LISTING = "http://127.0.0.1:8080/fzzf/index.html";

    private final JdbcClient jdbc = MemoryState.create();
    private final WalkLog log = new WalkLog(jdbc);
    private final List<ConfiguredListing> listings = new ArrayList<>();
    private final TreeMap<String, String> sources = new TreeMap<>();

    @BeforeEach
    void configureOne() {
        configure("qinghe", LISTING, "s");
    }

    private void configure(String source, String listing, String settings) {
        listings.add(new ConfiguredListing(source, URI.create(listing), settings));
        sources.put(source, "reader");
        new ConfiguredSources(jdbc).replace(sources, listings);
    }

    private WalkLog.Entry walk(int night, WalkEnd end) {
        return walk("qinghe", LISTING, night, end);
    }

    private WalkLog.Entry walk(String source, String listing, int night, WalkEnd end) {
        Instant began = Instant.parse("2026-11-0" + night + "T18:30:00.125Z");
        WalkLog.Entry entry = new WalkLog.Entry(
                "2026-11-0" + night,
                source,
                listing,
                "s",
                began,
                began.plusSeconds(7),
                end,
                3,
                40,
                30,
                5,
                Optional.of(LocalDate.of(2019, 3, 1)),
                Optional.of(LocalDate.of(2026, 10, 30)));
        log.add(entry);
        return entry;
    }

    @Test
    void keepsTheLastWalkAndTheLastWholeOne() {
        walk(1, WalkEnd.COMPLETE);
        walk(2, WalkEnd.BOUND);
        WalkLog.Entry whole = walk(3, WalkEnd.SINCE_REACHED);
        walk(4, WalkEnd.FAILED);
        WalkLog.Entry last = walk(5, WalkEnd.BLOCKED);

        assertThat(log.standing()).containsExactly(whole, last);
    }

    @Test
    void givesAWholeLastWalkOnce() {
        walk(1, WalkEnd.COMPLETE);
        walk(2, WalkEnd.BLOCKED);
        WalkLog.Entry last = walk(3, WalkEnd.COMPLETE);

        assertThat(log.standing()).containsExactly(last);
    }

    /** Files of another crawler may be older than the last night over the network. */
    @Test
    void goesByWhenAWalkBeganAndNotByWhenItWasWrittenDown() {
        WalkLog.Entry newer = walk(5, WalkEnd.COMPLETE);
        walk(2, WalkEnd.GONE);

        assertThat(log.standing()).containsExactly(newer);
    }

    @Test
    void replacesTheWalkOfANightThatIsDoneAgain() {
        walk(1, WalkEnd.MISSED);
        WalkLog.Entry again = walk(1, WalkEnd.COMPLETE);

        assertThat(log.standing()).containsExactly(again);
    }

    @Test
    void leavesOutWalksOfListingsThatAreNotConfiguredOrWereJudgedOtherwise() {
        walk(1, WalkEnd.COMPLETE);
        listings.clear();
        configure("qinghe", LISTING, "other settings");
        assertThat(log.standing()).isEmpty();
        assertThat(log.unseenSources()).containsExactly(entry("qinghe", "not_walked"));

        listings.clear();
        configure("qinghe", LISTING + "?other", "s");
        assertThat(log.standing()).isEmpty();
        assertThat(log.unseenSources()).containsExactly(entry("qinghe", "not_walked"));
    }

    @Test
    void tellsSourcesWithoutAListingOrWithOneThatWasNeverWalkedWhole() {
        configure("two", "http://127.0.0.1:8080/a", "s");
        configure("two", "http://127.0.0.1:8080/b", "s");
        sources.put("none", "reader");
        new ConfiguredSources(jdbc).replace(sources, listings);
        assertThat(log.unseenSources())
                .containsExactly(
                        entry("none", "no_listing"), entry("qinghe", "not_walked"), entry("two", "not_walked"));

        walk(1, WalkEnd.FAILED);
        walk(2, WalkEnd.NO_ROWS);
        walk("two", "http://127.0.0.1:8080/a", 1, WalkEnd.BLOCKED);
        assertThat(log.unseenSources())
                .containsExactly(entry("none", "no_listing"), entry("qinghe", "no_rows"), entry("two", "blocked"));
        walk("two", "http://127.0.0.1:8080/a", 2, WalkEnd.COMPLETE);
        assertThat(log.unseenSources())
                .containsExactly(entry("none", "no_listing"), entry("qinghe", "no_rows"), entry("two", "not_walked"));

        walk(3, WalkEnd.COMPLETE);
        walk("two", "http://127.0.0.1:8080/b", 2, WalkEnd.COMPLETE);
        walk(4, WalkEnd.FAILED);
        assertThat(log.unseenSources()).containsExactly(entry("none", "no_listing"));
    }

    @ParameterizedTest
    @EnumSource
    void readsBackEveryEndAndHoldsTwoToBeWhole(WalkEnd end) {
        assertThat(WalkEnd.of(end.code())).isEqualTo(end);
        assertThat(end.isWhole()).isEqualTo(end == WalkEnd.COMPLETE || end == WalkEnd.SINCE_REACHED);
    }

    @Test
    void digestsWhatARowIsJudgedBy() {
        Source source = QingheSource.listedAt(URI.create(LISTING));
        Source.Listing listing = source.listings().get(0);
        String settings = ConfiguredListing.of(source, listing).settings();

        assertThat(ConfiguredListing.of(source, listing).settings()).isEqualTo(settings);
        assertThat(List.of(
                        ConfiguredListing.of(source, new Source.Listing(listing.url(), Optional.of("plain"))),
                        ConfiguredListing.of(with(source, "年报", source.since()), listing),
                        ConfiguredListing.of(with(source, source.title().pattern(), source.since() + 1), listing)))
                .allSatisfy(other -> assertThat(other.settings()).isNotEqualTo(settings));
    }

    private static Source with(Source source, String title, int since) {
        return new Source(
                source.id(),
                source.publisher(),
                source.region(),
                source.issuerKind(),
                source.reportKind(),
                source.listings(),
                source.documents(),
                Pattern.compile(title),
                since,
                source.delay(),
                source.allowPrivateAddresses(),
                source.file());
    }
}
