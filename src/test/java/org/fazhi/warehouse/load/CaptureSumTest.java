package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.audit.Finding;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of every page that is archived the release says what became, or nothing is published. */
class CaptureSumTest {

    private static final String SITE = "http://yunxi.example/";
    private static final String SUM =
            "SELECT read_count, loaded_count, quarantined_count, ignored_count FROM load_count WHERE thing = 'capture'";

    @TempDir
    private Path root;

    private final List<String> told = new ArrayList<>();

    @Test
    void refusesAReleaseThatLacksWhatWasReadOfAPageAndNamesIt() {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .extract("yunxi", SITE + "1", "sha256:1", Reports.FETCHED));
        home.extracts.add(ended("2", Extract.Outcome.QUARANTINED));
        home.extracts.add(ended("3", Extract.Outcome.IGNORED));
        for (String page : List.of("1", "2", "3")) {
            home.captures.add(new CaptureKey("yunxi", SITE + page, "sha256:" + page));
        }
        // What was read of a page that nobody knows any more is loaded, and makes up for none.
        home.extracts.add(ended("4", Extract.Outcome.IGNORED));
        home.captures.add(new CaptureKey("yunxi", SITE + "3", "sha256:other"));

        BuiltRelease built = build(home);

        assertThat(Home.rows(built.file(), SUM)).containsExactly("4|1|1|1");
        assertThat(told)
                .containsExactly("yunxi " + SITE + "3 " + SITE
                        + "3 sha256:other: expected what was read from this page, got none");
        Publication refused = home.publisher()
                .publish(built, home.auditor().audit(built.file(), LoadProgress.NONE), LoadProgress.NONE);
        assertThat(((Publication.Refused) refused).report().findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::audit)
                .containsExactly("load_sum");

        told.clear();
        home.captures.remove(3);
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        assertThat(home.rows(SUM)).containsExactly("3|1|1|1");
        assertThat(told).isEmpty();
    }

    private BuiltRelease build(Home home) {
        return ((BuildOutcome.Built) home.builder().build(home.input(), new LoadProgress() {
                    @Override
                    public void on(String stage, long done) {
                        // Only what failed is of interest.
                    }

                    @Override
                    public void failed(String sourceId, String what, Throwable fault) {
                        told.add(sourceId + " " + what + " " + fault.getMessage());
                    }
                }))
                .release();
    }

    private static Extract ended(String page, Extract.Outcome outcome) {
        return new Extract(
                "yunxi", SITE + page, "sha256:" + page, Reports.FETCHED, outcome, "no_text", Optional.empty());
    }
}
