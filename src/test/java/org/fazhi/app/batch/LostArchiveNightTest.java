package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Nights over a home whose files were deleted or cut: nothing of it passes for what the sites did. */
class LostArchiveNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;
    private int nights;

    @BeforeEach
    void harvest() throws Exception {
        site = new SmallSite();
        home = folder.resolve("home");
        site.page("/index.html", """
                        <ul><li><a href="/1.html">2023年度法治政府建设年度报告</a><span>2024-01-20</span></li>
                        <li><a href="/2.html">2024年度法治政府建设年度报告</a><span>2025-01-20</span></li></ul>
                        """)
                .page("/1.html", SmallReport.html("临渟县", 2023, 37))
                .page("/2.html", SmallReport.html("临渟县", 2024, 39));
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
        assertThat(night(NightPlan.Kind.HARVEST).ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void readsAgainFromTheArchiveWhatIsNoLongerKept() throws Exception {
        FileSystemUtils.deleteRecursively(extracts());

        NightOutcome next = night(NightPlan.Kind.HARVEST);

        assertThat(next.problems()).isEmpty();
        assertThat(next.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(files(extracts())).hasSize(2);
    }

    /** Torn, emptied, and what some other program would write. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void readsAgainFromTheArchiveWhatIsKeptDamaged(int damage) throws Exception {
        Path damaged = files(extracts()).get(1);
        byte[] whole = Files.readAllBytes(damaged);
        byte[] other = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(
                damaged,
                List.of(java.util.Arrays.copyOf(whole, 99), new byte[0], other).get(damage));

        NightOutcome next = night(NightPlan.Kind.HARVEST);

        assertThat(next.problems()).isEmpty();
        assertThat(next.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(next.notes())
                .anySatisfy(note -> assertThat(note)
                        .contains("state/extracts/" + extracts().relativize(damaged) + ": expected an extract")
                        .endsWith("; it is to be read anew from the archive"));
        assertThat(Files.readAllBytes(damaged)).isEqualTo(whole);
    }

    @Test
    void refusesAReleaseWhereWhatIsKeptDamagedCannotBeReadAnew() throws Exception {
        Files.write(files(extracts()).get(1), new byte[7]);
        Files.delete(warc());

        NightOutcome lost = night(NightPlan.Kind.REPROCESS);

        assertThat(lost.ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        assertThat(lost.problems()).anySatisfy(problem -> assertThat(problem).contains("lost_archive"));
    }

    /** No page is known that it could be of; it ends no night. */
    @Test
    void leavesOutADamagedFileThatNobodyKnowsAndNamesIt() throws Exception {
        Files.createDirectories(extracts().resolve("ff"));
        Files.write(extracts().resolve("ff").resolve("ff00.json.gz"), new byte[7]);

        NightOutcome next = night(NightPlan.Kind.HARVEST);

        assertThat(next.problems()).isEmpty();
        assertThat(next.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(next.notes())
                .singleElement()
                .asString()
                .startsWith("state/extracts/ff/ff00.json.gz: expected an extract")
                .endsWith("; it is left out");
    }

    @Test
    void keepsWhatWasReadWhereOnlyTheArchiveIsLostAndNamesTheFile() throws Exception {
        Path warc = warc();
        Files.delete(warc);

        NightOutcome again = night(NightPlan.Kind.REPROCESS);

        assertThat(again.problems()).isEmpty();
        assertThat(again.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(again.notes())
                .singleElement()
                .asString()
                .contains("archive/" + warc.getFileName(), "got 2 that cannot be read", site.url("/1.html"))
                .contains("what was read from 2 before stands; put the file back from a copy and run reprocess")
                .doesNotContain("nothing is kept");
    }

    @Test
    void refusesAReleaseThatLosesDocumentsByAFileUntilItIsBackOrAccepted() throws Exception {
        Path warc = warc();
        byte[] bytes = Files.readAllBytes(warc);
        Files.delete(warc);
        FileSystemUtils.deleteRecursively(extracts());

        NightOutcome lost = night(NightPlan.Kind.REPROCESS);

        assertThat(lost.ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        assertThat(lost.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("lost_archive", site.url("/1.html"), "archive/" + warc.getFileName())
                        .contains("--accept lost_archive"));
        assertThat(lost.notes())
                .singleElement()
                .asString()
                .contains("nothing is kept of 2")
                .doesNotContain("before stands");
        assertThat(Published.rows(home, "SELECT count(*) FROM mart_document")).containsExactly("2");

        Files.write(warc, bytes);
        NightOutcome back = night(NightPlan.Kind.REPROCESS);

        assertThat(back.isResumed()).isFalse();
        assertThat(back.problems()).isEmpty();
        assertThat(back.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
    }

    /** The remedy where there is no copy: a site that is as it was gives the pages again, and they are kept again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsAgainWhatTheSiteGivesAgainWhereTheArchiveIsLost(boolean hasValidators) throws Exception {
        if (hasValidators) {
            site.tagged();
            night(NightPlan.Kind.HARVEST);
        }
        Files.delete(warc());
        FileSystemUtils.deleteRecursively(extracts());
        assertThat(night(NightPlan.Kind.REPROCESS).ending()).isEqualTo(NightOutcome.Ending.REFUSED);

        NightOutcome again = night(NightPlan.Kind.HARVEST);

        assertThat(again.problems()).isEmpty();
        assertThat(again.notes()).noneMatch(note -> note.contains("archive/"));
        assertThat(again.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(Files.size(warc())).isPositive();
        FileSystemUtils.deleteRecursively(extracts());
        NightOutcome read = night(NightPlan.Kind.REPROCESS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.notes()).noneMatch(note -> note.contains("archive/"));
        assertThat(files(extracts())).hasSize(2);
        assertThat(Published.rows(home, "SELECT count(*) FROM audit_finding WHERE audit = 'lost_archive'"))
                .containsExactly("0");
    }

    /** One byte of the first page, of what is said of it, and of the second page, in a file that is otherwise whole. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void keepsAgainWhatWasDamagedInTheArchive(int member) throws Exception {
        Path warc = warc();
        byte[] bytes = Files.readAllBytes(warc);
        // Behind the ten bytes that begin a member.
        bytes[starts(bytes).get(member) + 10] ^= 1;
        Files.write(warc, bytes);

        assertThat(night(NightPlan.Kind.HARVEST).problems()).isEmpty();

        FileSystemUtils.deleteRecursively(extracts());
        NightOutcome read = night(NightPlan.Kind.REPROCESS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(files(extracts())).hasSize(2);
        assertThat(Files.readAllBytes(warc)).isEqualTo(bytes);
    }

    private static List<Integer> starts(byte[] bytes) {
        return IntStream.range(0, bytes.length - 2)
                .filter(at -> bytes[at] == 0x1F && bytes[at + 1] == (byte) 0x8B && bytes[at + 2] == 8)
                .boxed()
                .toList();
    }

    @Test
    void saysInTheReleaseThatAFileWasLostWhereThatIsAccepted() throws Exception {
        // The second page stands behind the first: cut off, as a disk that was full would.
        Path warc = warc();
        byte[] bytes = Files.readAllBytes(warc);
        Files.write(warc, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        FileSystemUtils.deleteRecursively(extracts());

        assertThat(night(NightPlan.Kind.REPROCESS).ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        NightOutcome accepted = night(
                NightPlan.Kind.REPROCESS,
                Set.of("lost_archive", "lost_documents", "lost_observations", "fewer_figures_read"));

        assertThat(accepted.ending()).as(accepted.problems().toString()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(Published.rows(home, "SELECT DISTINCT reason FROM mart_change WHERE change = 'removed'"))
                .containsExactly("archive_lost");
        assertThat(Published.rows(
                        home, "SELECT state, unread_reason FROM mart_coverage WHERE unread_reason IS NOT NULL"))
                .contains("unread|archive_lost")
                .doesNotContain("missing");
    }

    /** A state begun anew cannot know what stood in the stretch that is damaged. */
    @Test
    void refusesAReleaseOfADamagedArchiveThatNothingElseKnows() throws Exception {
        Path warc = warc();
        byte[] bytes = Files.readAllBytes(warc);
        java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 200, (byte) 0);
        Files.write(warc.resolveSibling("fazhi-00000000000000000-00000.warc.gz"), bytes);
        Files.delete(warc);
        Files.write(warc, new byte[0]);
        FileSystemUtils.deleteRecursively(home.resolve("state"));

        NightOutcome damaged = night(NightPlan.Kind.REPROCESS);

        assertThat(damaged.ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        assertThat(damaged.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("lost_archive: archive/fazhi-00000000000000000-00000.warc.gz@")
                        .contains("put the file back"));
    }

    private NightOutcome night(NightPlan.Kind kind) {
        return night(kind, Set.of());
    }

    private NightOutcome night(NightPlan.Kind kind, Set<String> accepted) {
        Clock clock = Clock.fixed(NIGHT.plus(Duration.ofHours(nights++)), ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(kind, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test")
                        .accepting(accepted),
                StepProgress.SILENT);
    }

    private Path extracts() {
        return home.resolve("state").resolve("extracts");
    }

    private Path warc() throws IOException {
        List<Path> files = files(home.resolve("archive"));
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
