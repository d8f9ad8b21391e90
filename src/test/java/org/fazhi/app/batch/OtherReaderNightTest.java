package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights whose reader is another than that of the night before, and nights that end without a document. */
class OtherReaderNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final String LISTING = "<html><head><title>年度报告</title></head><body><ul class=\"list\">"
            + "<li><a href=\"/1.html\">2024年度法治政府建设年度报告</a><span>2025-01-20</span></li>"
            + "<li><a href=\"/2.html\">2025年度法治政府建设年度报告</a><span>2026-01-20</span></li></ul></body></html>";

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void publishBoth() {
        site.page("/index.html", LISTING)
                .page("/1.html", SmallReport.html("临渟县", 2024, 37))
                .page("/2.html", SmallReport.html("临渟县", 2025, 41));
    }

    @Test
    void readsAllAnewUnderAnotherReaderAndKeepsTheReleaseWhereNothingIsReadOtherwise() throws Exception {
        publishBoth();
        NightReader first = new NightReader("first", IndicatorDictionary.read());
        NightReader second = new NightReader("second", first.dictionary());
        NightOutcome published = night(1, first, Set.of());
        assertThat(published.ending()).as(published.problems() + "").isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(published.notes()).noneMatch(note -> note.contains("anew"));
        assertThat(outdated(first)).isZero();
        assertThat(outdated(second)).isEqualTo(2);

        NightOutcome other = night(2, second, Set.of());

        assertThat(other.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(other.releaseId()).isEqualTo(published.releaseId());
        assertThat(other.notes()).contains("2 documents were read anew; what was read from 0 of them changed");
        assertThat(reread(other)).isEqualTo("{\"changed\":0,\"read\":2}");
        assertThat(outdated(second)).isZero();

        NightOutcome same = night(3, second, Set.of());

        assertThat(same.notes()).noneMatch(note -> note.contains("anew"));
        assertThat(reread(same)).isEqualTo("{\"changed\":0,\"read\":0}");
    }

    @Test
    void publishesWhatARuleLostOnlyWhereThatIsAcceptedAndSaysSo() throws Exception {
        publishBoth();
        NightReader first = NightReader.running();
        assertThat(night(1, first, Set.of()).ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        byte[] release = Files.readAllBytes(home.resolve("fazhi.duckdb"));
        NightReader changed = new NightReader(first.code(), dictionaryWithout("reconsideration.accepted"));

        NightOutcome refused = night(2, changed, Set.of());

        assertThat(refused.ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        assertThat(refused.problems())
                .anyMatch(problem -> problem.startsWith("lost_observations: ")
                        && problem.endsWith("; to publish it as it is: --accept lost_observations"));
        assertThat(refused.notes()).contains("2 documents were read anew; what was read from 2 of them changed");
        assertThat(reread(refused)).isEqualTo("{\"changed\":2,\"read\":2}");
        assertThat(Files.readAllBytes(home.resolve("fazhi.duckdb"))).isEqualTo(release);
        assertThat(HomeState.read(home).orElseThrow().isResumable()).isFalse();

        NightOutcome accepted = night(3, changed, Set.of("lost_observations"));

        assertThat(accepted.ending()).as(accepted.problems() + "").isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(accepted.isResumed()).isFalse();
        assertThat(new Releases(new WarehouseHome(home)).current().orElseThrow().accepted())
                .extracting(Manifest.AcceptedEntry::audit)
                .containsExactly("lost_observations");
        assertThat(Published.rows(home, "SELECT audit FROM audit_finding WHERE severity = 'accepted'"))
                .containsExactly("lost_observations");
    }

    @Test
    void publishesNothingWithoutADocumentSaysWhyAndAsksAgainInTheNextNight() throws Exception {
        NightOutcome dead = night(1, NightReader.running(), Set.of());

        assertThat(dead.ending()).isEqualTo(NightOutcome.Ending.REFUSED);
        assertThat(dead.releaseId()).isEmpty();
        assertThat(dead.problems())
                .anyMatch(problem -> problem.startsWith("no_document: ")
                        && problem.contains("listing asked for | gone")
                        && !problem.contains("--accept"));
        assertThat(home.resolve("fazhi.duckdb")).doesNotExist();
        assertThat(home.resolve("releases/LATEST")).doesNotExist();

        publishBoth();
        NightOutcome alive = night(2, NightReader.running(), Set.of());

        assertThat(alive.isResumed()).isFalse();
        assertThat(alive.ending()).as(alive.problems() + "").isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    private IndicatorDictionary dictionaryWithout(String code) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        try (Stream<Path> files = Files.list(Path.of("warehouse/indicators"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        rules.resolve(file.getFileName()),
                        Files.readString(file).replace("code: " + code + "\n", "code: " + code + "_otherwise\n"));
            }
        }
        return IndicatorDictionary.read(rules);
    }

    private int outdated(NightReader reader) {
        return HomeUpkeep.read(home, reader, NIGHT).orElseThrow().outdated();
    }

    private NightOutcome night(int day, NightReader reader, Set<String> accepted) {
        NightPlan plan = new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home,
                        SourceRegistry.read(folder.resolve("jobs")),
                        Clock.fixed(NIGHT.plusSeconds(86_400L * day), ZoneOffset.UTC),
                        "test",
                        List.of())
                .accepting(accepted);
        return NightRun.run(
                plan,
                FetchConditions.usual(plan),
                new NightOcr(Optional.empty(), Optional.empty()),
                reader,
                StepProgress.SILENT);
    }

    private String reread(NightOutcome outcome) throws IOException {
        Path page = NightReport.page(home, outcome.nightId());
        String name = page.getFileName().toString().replace(".html", ".json");
        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(page.resolveSibling(name)));
        JsonNode reread = report.get("reread");
        return "{\"changed\":" + reread.get("changed") + ",\"read\":" + reread.get("read") + "}";
    }
}
