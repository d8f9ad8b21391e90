package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fazhi.app.batch.NightOutcome.Ending;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.warehouse.store.FileTree;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night over seven sources that dies before a commit of its state, and is started again: before each one, from the first
 * to the last, so that no two commits belong together that a death can part.
 */
class KilledCommitTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final String GENRE = "年度法治政府建设年度报告";

    @TempDir
    static Path folder;

    private static SmallSite site;
    private static Map<String, List<String>> whole;
    private static int commits;

    @BeforeAll
    static void harvestUninterrupted() throws Exception {
        site = new SmallSite();
        for (int source = 1; source <= 5; source++) {
            String county = "临渟" + "一二三四五".charAt(source - 1) + "县";
            site.page("/" + source + "/index.html", row("1.html", 2023) + row("2.html", 2024))
                    .page("/" + source + "/1.html", SmallReport.html(county, 2023, 20 + source))
                    .page("/" + source + "/2.html", SmallReport.html(county, 2024, 30 + source));
            SourceFile.write(
                    folder.resolve("jobs"), "s" + source, county + "人民政府", site.url("/" + source + "/index.html"));
        }
        // One whose report is kept back and whose other page is gone, and one that is not there.
        site.page("/6/index.html", row("1.html", 2023) + row("gone.html", 2024))
                .page("/6/1.html", "<html><body><p>本栏目内容正在整理。</p></body></html>");
        SourceFile.write(folder.resolve("jobs"), "s6", "临渟六县人民政府", site.url("/6/index.html"));
        SourceFile.write(folder.resolve("jobs"), "s7", "临渟七县人民政府", site.url("/7/index.html"));
        Files.writeString(folder.resolve("jobs").resolve("nightly.yml"), "concurrency: 1\n");
        Path home = folder.resolve("whole");
        commits = night(home, Integer.MAX_VALUE).commits();
        whole = facts(home);
    }

    @AfterAll
    static void stop() {
        site.close();
        System.clearProperty("spring.datasource.url");
        System.clearProperty("spring.datasource.driver-class-name");
    }

    private static String row(String path, int year) {
        return "<li><a href=\"%s\">%d%s</a><span>%d-01-20</span></li>".formatted(path, year, GENRE, year + 1);
    }

    @Test
    void holdsWhatAnUninterruptedNightHolds() {
        assertThat(commits).isGreaterThan(100);
        assertThat(whole.get("mart_document")).hasSize(10);
        assertThat(whole.get("mart_coverage")).anyMatch(row -> row.contains("|unseen|"));
    }

    /** The quick build tries some; the slow one all. */
    @Test
    void resumesFromADeathBeforeEachTenthOfItsCommits() throws Exception {
        for (int commit = 1; commit <= commits; commit += 10) {
            resumes(commit);
        }
    }

    @Test
    @Tag("slow")
    void resumesFromADeathBeforeEachOfItsCommits() throws Exception {
        for (int commit = 1; commit <= commits; commit++) {
            resumes(commit);
        }
    }

    private static void resumes(int commit) throws Exception {
        Path home = folder.resolve("dies-" + commit);
        site.asked().clear();
        Optional<NightOutcome> died = night(home, commit).outcome();
        assertThat(died.map(NightOutcome::ending))
                .as("death before commit " + commit)
                .isNotEqualTo(Optional.of(Ending.UNCHANGED));

        NightOutcome resumed = night(home, Integer.MAX_VALUE).outcome().orElseThrow();

        assertThat(resumed.problems()).as("after a death before commit " + commit).isEmpty();
        assertThat(facts(home)).as("after a death before commit " + commit).isEqualTo(whole);
        assertThat(askedTwice()).as("after a death before commit " + commit).hasSizeLessThanOrEqualTo(1);
        FileTree.delete(home);
    }

    private static List<String> askedTwice() {
        return site.asked().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .filter(path -> path.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param outcome empty where the program itself broke off */
    private record Lived(int commits, Optional<NightOutcome> outcome) {}

    private static Lived night(Path home, int lastCommit) throws IOException {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        NightPlan plan = new NightPlan(
                NightPlan.Kind.HARVEST, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test");
        String url = String.valueOf(
                StateDatabase.properties(plan.stateFolder(), 1).get("spring.datasource.url"));
        System.setProperty("spring.datasource.url", MortalDriver.PREFIX + url.substring("jdbc:".length()));
        System.setProperty("spring.datasource.driver-class-name", MortalDriver.class.getName());
        MortalDriver.Life life = MortalDriver.dyingBefore(lastCommit);
        Optional<NightOutcome> outcome;
        try {
            outcome = Optional.of(NightRun.run(plan, StepProgress.SILENT));
        } catch (RuntimeException e) {
            if (lastCommit == Integer.MAX_VALUE) {
                throw e;
            }
            outcome = Optional.empty();
        }
        return new Lived(life.commits(), outcome);
    }

    /** The rows of every table that says something of the reports, in order. */
    private static Map<String, List<String>> facts(Path home) throws Exception {
        Map<String, List<String>> facts = new TreeMap<>();
        List<String> tables = new ArrayList<>(Published.rows(
                home,
                "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'mart_') UNION"
                        + " SELECT view_name FROM duckdb_views() WHERE starts_with(view_name, 'mart_')"));
        tables.addAll(List.of("fact_reading", "fact_link", "fact_listing", "quarantine", "dim_issuer"));
        for (String table : tables) {
            facts.put(table, Published.rows(home, "SELECT * FROM " + table + " ORDER BY ALL"));
        }
        return facts;
    }
}
