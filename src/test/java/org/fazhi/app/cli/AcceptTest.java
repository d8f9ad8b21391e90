package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** What may be accepted, where it is shown, and homes that there is nothing to publish from. */
class AcceptTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"harvest", "reprocess"})
    void refusesToAcceptWhatIsNoAuditOrCannotBeAccepted(String command) {
        Path home = root.resolve("home");
        for (String audit : new String[] {"no_such", "span_mismatch", "no_document"}) {
            CommandRun run = CommandRun.of(command, "--home", home.toString(), "--accept", audit);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("--accept: expected one of [collapsed_observations, emptied_mart,"
                            + " fewer_figures_read, lost_archive, lost_documents, lost_observations], got " + audit
                            + "\n");
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void showsWhatWasAccepted() {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        for (int year : new int[] {2023, 2024}) {
            home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                    .figure("受理", "70件", "70", "件", "reconsideration.accepted")
                    .extract("yunxi", "http://yunxi.example/" + year));
        }
        home.published();
        home.extracts.remove(1);
        home.accepted = Set.of("lost_documents", "lost_observations");
        home.published();
        String line =
                "accepted %slost_documents, 1 rows: Documents of a source that the release before holds are gone\n";
        String folder = home.home.root().toString();
        assertThat(CommandRun.of("status", "--home", folder).out()).contains(line.formatted("  "));
        assertThat(CommandRun.of("releases", "--home", folder).out()).containsOnlyOnce(line.formatted(""));
    }

    /** What was not published can be looked at, until another night publishes or finds that nothing is new. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsWhatWasRefusedUntilAnotherNightIsNot(boolean isAccepted) {
        Home home = new Home(root);
        String folder = home.home.root().toString();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        for (int year : new int[] {2023, 2024}) {
            home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                    .figure("受理", "70件", "70", "件", "reconsideration.accepted")
                    .extract("yunxi", "http://yunxi.example/" + year));
        }
        String standing = home.published().release();
        CommandRun nothing = CommandRun.of("diff", standing, "refused", "--home", folder);
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err())
                .isEqualTo(home.home.build()
                        + ": expected what the last night built and did not publish, got nothing refused\n");
        assertThat(CommandRun.of("status", "--home", folder).out()).doesNotContain("Refused");

        Extract gone = home.extracts.remove(1);
        BuiltRelease build = home.build();
        home.publisher().publish(build, home.auditor().audit(build.file(), LoadProgress.NONE), LoadProgress.NONE);
        assertThat(CommandRun.of("status", "--home", folder).out())
                .contains("Refused      lost_documents (1 row), lost_observations (1 row); diff " + standing
                        + " refused says what differs\n");
        CommandRun diff = CommandRun.of("diff", standing, "refused", "--home", folder);
        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.err())
                .contains("1 document removed, archive_lost")
                .contains("1 observation removed, archive_lost");
        assertThat(diff.out().lines()).hasSize(3);
        assertThat(CommandRun.of("diff", "2026-01-01-00000000", "refused", "--home", folder)
                        .exitCode())
                .isEqualTo(2);

        if (isAccepted) {
            home.accepted = Set.of("lost_documents", "lost_observations");
            home.published();
        } else {
            home.extracts.add(gone);
            assertThat(home.builder().build(home.input(), LoadProgress.NONE))
                    .isInstanceOf(BuildOutcome.NothingNew.class);
        }
        assertThat(CommandRun.of("status", "--home", folder).out()).doesNotContain("Refused");
        assertThat(CommandRun.of("diff", standing, "refused", "--home", folder).exitCode())
                .isEqualTo(2);
    }

    @Test
    void refusesToReprocessAHomeWithoutAnArchiveAndMakesNothing() throws Exception {
        Path home = root.resolve("typo");
        // Both are told.
        CommandRun typo = CommandRun.of(
                "reprocess",
                "--home",
                home.toString(),
                "--jobs",
                root.resolve("none").toString());
        assertThat(typo.exitCode()).isEqualTo(2);
        assertThat(typo.err())
                .startsWith(root.resolve("none") + ": jobs: expected a folder")
                .contains(home + ": --home: expected a home that a harvest has made, got nothing of that name");
        assertThat(home).doesNotExist();

        Files.createDirectories(home);
        CommandRun run = CommandRun.of("reprocess", "--home", home.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(home.resolve("archive")
                        + ": expected an archive of WARC files to read again, got none; run harvest first\n");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesWithFourToPublishAHomeWithoutADocument() throws Exception {
        Path warc = root.resolve("crawl.warc.gz");
        try (WarcWriter writer = new WarcWriter(Files.newOutputStream(warc))) {
            writer.write(new WarcResponse.Builder(URI.create("http://www.elsewhere.example/"))
                    .date(Instant.parse("2026-10-01T03:00:00Z"))
                    .body(
                            MediaType.HTTP_RESPONSE,
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"
                                    .getBytes(StandardCharsets.US_ASCII))
                    .build());
        }
        Path home = root.resolve("home");
        CommandRun run = CommandRun.of("harvest", "--home", home.toString(), "--from-warc", warc.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.err())
                .contains("no_document: The release would hold no document")
                .contains("Nothing was published; what stood before stands");
        assertThat(home.resolve("fazhi.duckdb")).doesNotExist();
        CommandRun again = CommandRun.of("reprocess", "--home", home.toString());
        assertThat(again.exitCode()).as("an archive without a report").isEqualTo(4);
    }
}
