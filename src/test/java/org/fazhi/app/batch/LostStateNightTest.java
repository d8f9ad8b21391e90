package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.fazhi.sample.SampleTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A night in a home whose state is damaged or gone: told, made anew, and nothing that was had is sent again. */
class LostStateNightTest {

    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-22T18:30:00Z"), ZoneOffset.UTC);
    private static final Clock NEXT_NIGHT = Clock.fixed(Instant.parse("2026-11-23T18:30:00Z"), ZoneOffset.UTC);
    private static final Set<String> REPORTS = SampleTruth.read().coverage().stream()
            .flatMap(coverage -> coverage.path().stream())
            .collect(Collectors.toUnmodifiableSet());

    @TempDir
    static Path folder;

    private static SampleSite site;
    private static NightOutcome first;

    enum Damage {
        GONE(false) {
            @Override
            void of(Path state) throws IOException {
                Files.delete(state.resolve("fazhi.db"));
            }
        },
        OF_AN_EARLIER_PROGRAM(false) {
            @Override
            void of(Path state) throws IOException {
                Files.move(state.resolve("fazhi.db"), state.resolve("fazhi.mv.db"));
            }
        },
        NO_DATABASE(true) {
            @Override
            void of(Path state) throws IOException {
                Files.writeString(state.resolve("fazhi.db"), "<html>404</html>".repeat(100));
            }
        },
        /** Only a look at every page of the file finds it. */
        ONE_PAGE_ZEROED(true) {
            @Override
            void of(Path state) throws IOException {
                try (RandomAccessFile file =
                        new RandomAccessFile(state.resolve("fazhi.db").toFile(), "rw")) {
                    file.seek(file.length() / 4096 / 2 * 4096);
                    file.write(new byte[4096]);
                }
            }
        },
        A_FOLDER(true) {
            @Override
            void of(Path state) throws IOException {
                Files.delete(state.resolve("fazhi.db"));
                Files.createDirectory(state.resolve("fazhi.db"));
            }
        };

        private final boolean isMovedAside;

        Damage(boolean isMovedAside) {
            this.isMovedAside = isMovedAside;
        }

        abstract void of(Path state) throws IOException;
    }

    @BeforeAll
    static void harvestOnce() throws Exception {
        site = SampleSite.startOnFreePorts();
        Files.createDirectories(folder.resolve("jobs"));
        site.writeJobs(Path.of("jobs/sample"), folder.resolve("jobs"));
        first = night(NightPlan.Kind.HARVEST, folder.resolve("home"), NIGHT);
        assertThat(first.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    @AfterAll
    static void closeTheSite() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAsIfNothingWereLost(Damage damage) throws Exception {
        Path home = copy(damage.name());
        damage.of(home.resolve("state"));
        site.clearLog();

        NightOutcome next = night(NightPlan.Kind.HARVEST, home, NEXT_NIGHT);

        assertThat(next.problems()).isEmpty();
        assertThat(next.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(next.releaseId()).isEqualTo(first.releaseId());
        List<String> neverHad = Published.rows(
                home, "SELECT regexp_replace(url, '^http://[^/]+', '') FROM fact_link WHERE payload_digest IS NULL");
        assertThat(site.log().stream()
                        .filter(request -> REPORTS.contains(request.target()) && !neverHad.contains(request.target())))
                .hasSizeGreaterThan(50)
                .allMatch(LoggedRequest::conditional)
                .noneMatch(request -> request.status() == 200);
        assertThat(HomeUpkeep.read(home, NEXT_NIGHT.instant())).get().satisfies(upkeep -> {
            assertThat(upkeep.captures()).isEqualTo(65);
            assertThat(upkeep.unread()).isZero();
            assertThat(upkeep.missing()).isEmpty();
        });
        assertThat(next.notes())
                .anyMatch(note -> note.startsWith("state: expected what earlier nights have left in ")
                        && note.contains("made anew with 65 pages of the archive, "));
        assertThat(next.notes().stream().anyMatch(note -> note.contains("; it was moved to ")))
                .isEqualTo(damage.isMovedAside);
        assertThat(next.notes().stream().anyMatch(note -> note.contains("fazhi.mv.db of an earlier program")))
                .isEqualTo(damage == Damage.OF_AN_EARLIER_PROGRAM);
        try (Stream<Path> state = Files.list(home.resolve("state"))) {
            assertThat(state.filter(file -> file.getFileName().toString().startsWith("damaged-2026-11-23T18-30-00Z")))
                    .hasSize(damage.isMovedAside ? 1 : 0)
                    .allMatch(aside -> Files.exists(aside.resolve("fazhi.db")));
        }

        NightOutcome third = night(NightPlan.Kind.HARVEST, home, Clock.offset(NEXT_NIGHT, Duration.ofHours(1)));
        assertThat(third.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(third.notes()).noneMatch(note -> note.startsWith("state:"));
    }

    /** The requests of earlier nights, the links and what proves an absence come from the release. */
    @Test
    void readsTheArchiveAgainToTheSameRelease() throws Exception {
        Path home = copy("reprocess");
        Damage.GONE.of(home.resolve("state"));
        site.clearLog();

        NightOutcome again = night(NightPlan.Kind.REPROCESS, home, NEXT_NIGHT);

        assertThat(again.ending()).as("%s", again.problems()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(site.log()).isEmpty();
        for (String known : List.of(
                "source_id, url, via, title, report_year, listed_on, reason, first_seen_at, state, etag, last_modified,"
                        + " payload_digest FROM link WHERE is_taken AND payload_digest IS NOT NULL",
                "source_id, url, title, report_year, listed_on, reason, first_seen_at, state FROM link WHERE is_taken",
                "source_id, url, payload_digest, fetched_at, warc_file, warc_offset FROM capture",
                "source_id, url, kind, state, http_status, started_at, duration_ms, bytes, attempts, reason, taken_count, night_id"
                        + " FROM fetch_attempt",
                "source_id, listing_url, settings, began_at, ended_at, walk_end, is_whole, page_count, row_count, dated_count,"
                        + " taken_count, oldest_date, newest_date FROM listing_walk",
                "payload_digest, url, fetched_at, record_id, warc_file, warc_offset FROM payload")) {
            assertThat(state(home, known))
                    .as(known)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(state(folder.resolve("home"), known));
        }
    }

    private static List<String> state(Path home, String columns) {
        return StateDatabase.<List<String>>read(
                        home,
                        jdbc -> Optional.of(jdbc.sql("SELECT " + columns).query().listOfRows().stream()
                                .map(Object::toString)
                                .toList()))
                .orElseThrow();
    }

    private static Path copy(String name) throws IOException {
        Path from = folder.resolve("home");
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return to;
    }

    private static NightOutcome night(NightPlan.Kind kind, Path home, Clock clock) {
        return NightRun.run(
                new NightPlan(kind, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test"),
                StepProgress.SILENT);
    }
}
