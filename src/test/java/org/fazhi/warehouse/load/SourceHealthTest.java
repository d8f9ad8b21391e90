package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the last night of a source came to. */
class SourceHealthTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 1, 10);
    private static final Instant TIME = Instant.parse("2026-01-10T18:00:00Z");

    private static FetchAttempt asked(String source, int night, String kind, String state, OptionalInt taken) {
        return new FetchAttempt(
                NIGHT.plusDays(night),
                TIME.plus(Duration.ofDays(night)),
                source,
                "http://" + source + ".example/",
                kind,
                state,
                OptionalInt.empty(),
                TIME,
                Duration.ZERO,
                0,
                1,
                Optional.empty(),
                taken);
    }

    @Test
    void sumsTheLastNightOfEachSourceAndKindInAnyOrder() {
        List<FetchAttempt> log = List.of(
                asked("yunxi", 1, "listing", "fetched", OptionalInt.of(3)),
                asked("yunxi", 1, "listing", "timeout", OptionalInt.of(4)),
                asked("yunxi", 0, "listing", "fetched", OptionalInt.of(9)),
                asked("yunxi", 1, "document", "not_modified", OptionalInt.empty()),
                asked("yunxi", 2, "robots", "fetched", OptionalInt.empty()),
                asked("baihe", 0, "listing", "fetched", OptionalInt.of(2)),
                asked("baihe", 1, "listing", "blocked", OptionalInt.empty()));
        String expected = "baihe\tlisting\tfalse\t0\nyunxi\tdocument\ttrue\t0\nyunxi\tlisting\ttrue\t7\n";
        for (int rotation = 0; rotation < log.size(); rotation++) {
            List<FetchAttempt> rotated = new ArrayList<>(log);
            Collections.rotate(rotated, rotation);
            List<String> closed = new ArrayList<>();
            Stream<FetchAttempt> stream = rotated.stream().onClose(() -> closed.add("closed"));
            assertThat(SourceHealth.of(stream).lines()).isEqualTo(expected);
            assertThat(closed).hasSize(1);
        }
    }
}
