package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.load.DocumentIds;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is held against its last nights, and a release against the one before. */
class SourceNightsTest {

    private static final String URL = "http://yunxi.example/2024";

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        report("1", "2", "3", "4");
    }

    private void report(String... values) {
        home.extracts.clear();
        Reports.Report report = Reports.report("990101", "云溪县人民政府", "government", 2024);
        for (String value : values) {
            report.figure("受理", value + "件", value, "件", "reconsideration.accepted");
        }
        home.extracts.add(report.extract("yunxi", URL));
    }

    private void asked(int day, String kind, String state, OptionalInt taken) {
        LocalDate night = LocalDate.of(2026, 1, day);
        Instant start = night.atTime(LocalTime.of(17, 0)).toInstant(ZoneOffset.UTC);
        home.fetches.add(new FetchAttempt(
                night,
                start,
                "yunxi",
                "http://yunxi.example/" + kind,
                kind,
                state,
                OptionalInt.of(200),
                start.plusSeconds(home.fetches.size()),
                Duration.ofMillis(5),
                10,
                1,
                Optional.empty(),
                taken));
    }

    private void listed(int day, int... pages) {
        for (int taken : pages) {
            asked(day, "listing", "not_modified", OptionalInt.of(taken));
        }
    }

    private List<String> found(String audit) {
        return home.auditor().audit(home.build().file(), LoadProgress.NONE).findings().stream()
                .filter(finding -> finding.audit().equals(audit))
                .flatMap(finding -> finding.samples().stream())
                .toList();
    }

    @Test
    void tellsAListingThatShrankAgainstTheMedianOfTheNightsBefore() {
        listed(1, 6, 4);
        listed(2, 0);
        listed(3, 6, 4);
        listed(4, 4);
        assertThat(found("shrunk_listing")).containsExactly("yunxi | 4 | 10.0");
    }

    @Test
    void saysNothingOfAListingThatKeptHalfNorOfOneThatWasAlwaysSmall() {
        listed(1, 6, 4);
        listed(2, 5);
        assertThat(found("shrunk_listing")).isEmpty();
        home.fetches.clear();
        listed(1, 3);
        listed(2, 0);
        assertThat(found("shrunk_listing")).isEmpty();
    }

    @Test
    void countsAListingThatFailedAsAFailureAndNotAsEmpty() {
        listed(1, 10);
        asked(2, "listing", "blocked", OptionalInt.empty());
        asked(2, "listing", "failed", OptionalInt.empty());
        assertThat(found("shrunk_listing")).isEmpty();
        assertThat(found("failing_source"))
                .containsExactly("yunxi | listing | 2 | [blocked, failed] | 2026-01-01 17:00:00.0");
    }

    @Test
    void saysNothingOfASourceThatNeverAnsweredOrAnswersInPart() {
        asked(1, "document", "blocked", OptionalInt.empty());
        asked(2, "document", "blocked", OptionalInt.empty());
        listed(1, 10);
        asked(2, "listing", "failed", OptionalInt.empty());
        listed(2, 10);
        assertThat(found("failing_source")).isEmpty();
    }

    @Test
    void auditsANightThatChangedNothingButTheHealthOfASourceAndKeepsTheRelease() {
        listed(1, 10);
        Manifest standing = home.published();
        listed(2, 10);
        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isInstanceOf(BuildOutcome.NothingNew.class);
        listed(3, 1);
        assertThat(found("shrunk_listing")).hasSize(1);
        assertThat(home.night()).isEqualTo(new Publication.Unchanged(standing));
        listed(4, 1);
        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isInstanceOf(BuildOutcome.NothingNew.class);
    }

    @Test
    void findsAndHashesTheSameInAnyOrderOfTheLog() {
        listed(1, 6, 4);
        listed(2, 7, 3);
        listed(3, 2);
        BuiltRelease first = home.build();
        List<Finding> findings =
                home.auditor().audit(first.file(), LoadProgress.NONE).findings();
        assertThat(findings).extracting(Finding::audit).contains("shrunk_listing");
        Collections.shuffle(home.fetches, new Random(5));
        BuiltRelease second = home.build();
        assertThat(home.auditor().audit(second.file(), LoadProgress.NONE).findings())
                .isEqualTo(findings);
        assertThat(second.contentHash()).isEqualTo(first.contentHash());
        assertThat(second.inputsFingerprint()).isEqualTo(first.inputsFingerprint());
    }

    @Test
    void tellsAReportWhoseFiguresAreNoLongerRead() {
        home.published();
        report("1");
        assertThat(found("fewer_figures_read"))
                .containsExactly(DocumentIds.document(URL) + " | " + URL + " | 4 | 1 | 0.75 | 0.75");
    }

    @Test
    void tellsAReportThatTheReleaseBeforeHolds() {
        home.published();
        home.extracts.clear();
        assertThat(found("lost_report"))
                .containsExactly(DocumentIds.document(URL) + " | " + URL + " | 990101 | 2024 | archive_lost");
    }
}
