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
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;

/**
 * A night over seven sources that dies before a commit of its state, or whose state fails under a statement, and is started
 * again: at each one, from the first to the last, so that no two commits belong together that a fault can part.
 */
class StateFaultNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final String GENRE = "年度法治政府建设年度报告";

    @TempDir
    static Path folder;

    private static SmallSite site;
    private static Map<String, List<String>> whole;
    private static int commits;
    private static int statements;

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
        FaultyDriver.Life life = FaultyDriver.dyingBefore(Integer.MAX_VALUE);
        assertThat(night(home).problems()).isEmpty();
        commits = life.commits();
        statements = life.statements();
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
        assertThat(statements).isGreaterThan(300);
        assertThat(whole.get("mart_document")).hasSize(10);
        assertThat(whole.get("mart_coverage")).anyMatch(row -> row.contains("|unseen|"));
    }

    /** The quick build tries some; the slow one all. */
    @Test
    void resumesFromADeathBeforeEachTenthOfItsCommits() throws Exception {
        for (int commit = 1; commit <= commits; commit += 10) {
            FaultyDriver.dyingBefore(commit);
            resumes("a death before commit " + commit);
        }
    }

    @Test
    void completesOrResumesWhereEachHundredthOfItsStatementsFails() throws Exception {
        for (int statement = 1; statement <= statements; statement += 100) {
            FaultyDriver.failingAt(statement);
            resumes("a fault at statement " + statement);
        }
    }

    /** Each third; with {@code -DargLine=-Dstate.deaths=1} each one, in some minutes more. */
    @Test
    @Tag("slow")
    void resumesFromADeathBeforeManyOfItsCommits() throws Exception {
        for (int commit = 2; commit <= commits; commit += Integer.getInteger("state.deaths", 3)) {
            FaultyDriver.dyingBefore(commit);
            resumes("a death before commit " + commit);
        }
    }

    /** Each tenth; with {@code -DargLine=-Dstate.faults=1} each from the fifth on. */
    @Test
    @Tag("slow")
    void completesOrResumesWhereManyOfItsStatementsFail() throws Exception {
        for (int statement = 5; statement <= statements; statement += Integer.getInteger("state.faults", 10)) {
            FaultyDriver.failingAt(statement);
            resumes("a fault at statement " + statement);
        }
    }

    private static void resumes(String fault) throws Exception {
        Path home = folder.resolve("broken");
        FileTree.delete(home);
        site.asked().clear();
        Optional<NightOutcome> broken;
        try {
            broken = Optional.of(night(home));
        } catch (RuntimeException e) {
            // It could not even begin, or end, in an orderly way.
            broken = Optional.empty();
        }
        FaultyDriver.dyingBefore(Integer.MAX_VALUE);
        if (broken.filter(night -> night.ending() == Ending.PUBLISHED).isEmpty()) {
            completes(home, fault);
        }

        assertThat(facts(home)).as(fault).isEqualTo(whole);
        assertThat(askedTwice()).as(fault).hasSizeLessThanOrEqualTo(1);
    }

    /** Starts it again, at the moment of the night: one that has ended before it broke is not begun anew. */
    private static void completes(Path home, String fault) throws IOException {
        try {
            assertThat(night(home).problems()).as(fault).isEmpty();
        } catch (IllegalStateException e) {
            assertThat(e).as(fault).hasCauseInstanceOf(JobInstanceAlreadyCompleteException.class);
        }
    }

    private static List<String> askedTwice() {
        return site.asked().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(path -> path.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static NightOutcome night(Path home) throws IOException {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        NightPlan plan = new NightPlan(
                NightPlan.Kind.HARVEST, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test");
        String url =
                String.valueOf(StateDatabase.properties(plan.stateFolder(), 1).get("spring.datasource.url"));
        System.setProperty("spring.datasource.url", FaultyDriver.PREFIX + url.substring("jdbc:".length()));
        System.setProperty("spring.datasource.driver-class-name", FaultyDriver.class.getName());
        return NightRun.run(plan, StepProgress.SILENT);
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
