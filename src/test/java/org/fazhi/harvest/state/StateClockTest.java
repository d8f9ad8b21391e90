package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.fazhi.harvest.fetch.RobotsFile;
import org.fazhi.harvest.fetch.Validators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StateClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/1.html");

    private final JdbcClient jdbc = MemoryState.create();
    private final StateClock clock = new StateClock(jdbc);

    @BeforeEach
    void configure() {
        TreeMap<String, String> readers = new TreeMap<>();
        readers.put("linjiang", "reader");
        new ConfiguredSources(jdbc).replace(readers, List.of());
    }

    @Test
    void leavesALinkThatRestsWithinBoundsAlone() {
        attempted(NOW.minusSeconds(60), Frontier.LONGEST_REST);

        assertThat(clock.mend(NOW)).isEqualTo(new StateClock.Ahead(Optional.empty(), 0, 0));
        assertThat(at(NOW).countDue("n")).isZero();
        assertThat(at(NOW.plus(Frontier.LONGEST_REST)).countDue("n")).isEqualTo(1);
    }

    @Test
    void makesALinkDueThatWasAskedForLaterThanNow() {
        Instant ahead = NOW.plus(Duration.ofMinutes(6));
        attempted(ahead, Duration.ofHours(1));

        assertThat(clock.mend(NOW)).isEqualTo(new StateClock.Ahead(Optional.of(ahead), 1, 0));
        assertThat(at(NOW).countDue("n")).isEqualTo(1);
        assertThat(clock.mend(NOW)).isEqualTo(new StateClock.Ahead(Optional.empty(), 0, 0));
    }

    @Test
    void makesALinkDueThatIsToRestLongerThanAnyDoes() {
        attempted(NOW, Duration.ofDays(31));

        assertThat(clock.mend(NOW).links()).isEqualTo(1);
        assertThat(at(NOW).countDue("n")).isEqualTo(1);
    }

    @Test
    void takesALinkThatWasNeverAskedForAsDueWhateverItsTimeSays() {
        at(NOW.plus(Duration.ofDays(400))).add(List.of(link()));

        assertThat(at(NOW).countDue("n")).isEqualTo(1);
        assertThat(at(NOW).authoritiesDue("n")).containsExactly("127.0.0.1:8080");
        assertThat(at(NOW).due("127.0.0.1:8080", "n", Optional.empty(), 9)).hasSize(1);
        assertThat(at(NOW).left("n", NOW)).containsExactly("linjiang " + PAGE);
    }

    @Test
    void lookedAtByARightClockTheLastNightIsTheLast() {
        Nights nights = new Nights(jdbc);
        nights.start("2028-01-01T00:00:00Z", "harvest", Instant.parse("2028-01-01T00:00:00Z"));

        assertThat(clock.mend(NOW).latest()).contains(Instant.parse("2028-01-01T00:00:00Z"));
        nights.start("tonight", "harvest", NOW.plusSeconds(1));
        assertThat(nights.last().orElseThrow().nightId()).isEqualTo("tonight");
    }

    @Test
    void forgetsRulesForRobotsOfLater() {
        StoredRobots robots = new StoredRobots(jdbc);
        robots.put("http://a:80", new RobotsFile(200, "", NOW.plus(Duration.ofDays(9)), Validators.NONE));
        robots.put("http://b:80", new RobotsFile(200, "", NOW, Validators.NONE));

        clock.mend(NOW);

        assertThat(robots.get("http://a:80")).isEmpty();
        assertThat(robots.get("http://b:80")).isPresent();
    }

    private void attempted(Instant when, Duration rest) {
        Frontier frontier = at(when);
        frontier.add(List.of(link()));
        frontier.attempted(
                "linjiang",
                PAGE,
                "before",
                new Frontier.Attempted("gone", Optional.empty(), Optional.empty(), Optional.empty(), rest));
    }

    private Frontier at(Instant when) {
        return new Frontier(jdbc, Clock.fixed(when, ZoneOffset.UTC));
    }

    private static Frontier.Judged link() {
        return new Frontier.Judged(
                "linjiang", PAGE, "2025年法治政府建设年度报告", PAGE, OptionalInt.empty(), Optional.empty(), true, "");
    }
}
