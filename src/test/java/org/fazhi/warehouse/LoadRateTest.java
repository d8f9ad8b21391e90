package org.fazhi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.Extract;
import org.fazhi.source.IssuerKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the load is beside a bare Appender that writes the same figures and texts, in the same run. */
@Tag("benchmark")
class LoadRateTest {

    private static final int DOCUMENTS = 2_000;
    private static final int FIGURES = 100;

    /** design.md, "Numbers to reach". */
    private static final double LEAST_RATIO = 0.7;

    @TempDir
    private Path root;

    @Test
    void loadsAtLeastAtSevenTenthsOfTheBareAppendersRate() throws SQLException {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        DocumentFacts facts = facts();
        LoadInput input = input(home, facts, DOCUMENTS);
        double best = 0;
        for (int round = 0; round < 5; round++) {
            double bare = bare(home, facts);
            double loaded = loaded(home, input);
            best = Math.max(best, loaded / bare);
            System.out.printf(
                    "load rate: %,.0f figures/s, bare appender %,.0f figures/s, ratio %.2f%n",
                    loaded, bare, loaded / bare);
        }
        assertThat(best).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    /** Also shows that a release of a million figures is built, audited and published in the heap of the tests. */
    @Test
    void publishesAMillionFigures() {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        long start = System.nanoTime();
        BuiltRelease release = ((BuildOutcome.Built)
                        new ReleaseBuilder(home.home, WarehouseFiles.of(home.folder), DuckSettings.DEFAULT)
                                .build(input(home, facts(), 10_000), LoadProgress.NONE))
                .release();
        long built = System.nanoTime();
        AuditReport report = home.auditor().audit(release, LoadProgress.NONE);
        long audited = System.nanoTime();
        assertThat(report.errors()).isEmpty();
        assertThat(home.publisher().publish(release, report, LoadProgress.NONE))
                .isInstanceOf(Publication.Published.class);
        System.out.printf(
                "a million figures: built in %.1f s, audited in %.1f s, published in %.1f s%n",
                (built - start) / 1e9, (audited - built) / 1e9, (System.nanoTime() - audited) / 1e9);
        assertThat(home.rows("SELECT count(*) FROM mart_figure")).containsExactly("1000000");
    }

    private static LoadInput input(Home home, DocumentFacts facts, int documents) {
        Supplier<Stream<Extract>> extracts = () -> IntStream.range(0, documents)
                .mapToObj(i -> new Extract(
                        "yunxi",
                        "http://yunxi.example/" + i,
                        "sha256:" + i,
                        Reports.FETCHED,
                        Extract.Outcome.LOADED,
                        "",
                        Optional.of(facts)));
        return new LoadInput(
                home.night,
                Reports.FETCHED,
                home.sources,
                extracts,
                Stream::empty,
                Stream::empty,
                Home.INDICATORS,
                "test");
    }

    private static DocumentFacts facts() {
        Reports.Report report = Reports.report("990101", "云溪县人民政府", "government", 2024);
        for (int i = 0; i < FIGURES; i++) {
            report.figure(
                    "全年共受理各类行政复议申请并依法审结，推动行政争议实质性化解，本项共计",
                    i + "件",
                    Integer.toString(i),
                    "件",
                    "reconsideration.accepted");
        }
        return report.facts();
    }

    private static double loaded(Home home, LoadInput input) throws SQLException {
        home.builder().discard();
        ReadingPlan plan = ReadingPlan.of(input.extracts().get(), LoadProgress.NONE);
        WarehouseFiles files = WarehouseFiles.of(home.folder);
        try (WorkingFile file = open(home, files)) {
            long start = System.nanoTime();
            new Loader(file.connection(), input, LoadProgress.NONE).load(files, plan);
            file.execute("COMMIT");
            return rate(start);
        }
    }

    private static double bare(Home home, DocumentFacts facts) throws SQLException {
        home.builder().discard();
        try (WorkingFile file = open(home, WarehouseFiles.of(home.folder))) {
            long start = System.nanoTime();
            try (DuckDBAppender texts = file.connection().createAppender("warehouse", "main", "document_text");
                    DuckDBAppender figures = file.connection().createAppender("warehouse", "main", "fact_figure")) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    String document = String.format("%016x", i * 0x9E3779B97F4A7C15L);
                    texts.beginRow();
                    texts.append(document).append(1).append(facts.text()).appendNull();
                    texts.endRow();
                    for (FigureFact figure : facts.figures()) {
                        append(figures, document, figure);
                    }
                }
                texts.flush();
                figures.flush();
            }
            file.execute("COMMIT");
            return rate(start);
        }
    }

    private static void append(DuckDBAppender row, String document, FigureFact figure) throws SQLException {
        BigDecimal value = figure.value().setScale(TableWriter.VALUE_SCALE);
        row.beginRow();
        row.append(document + "-1-f" + figure.ordinal()).append(document).append(1);
        row.append(document + "-1-s0").append(figure.sectionRole()).append(figure.ordinal());
        row.append(figure.raw()).append(value).appendNull().append(figure.unit());
        row.append(figure.qualifier()).appendNull().append(figure.tense()).appendNull();
        row.append(figure.code().orElseThrow()).append(figure.rule()).append(figure.confidence());
        row.append(figure.sentence());
        row.append(figure.span().start()).append(figure.span().end());
        row.append(figure.repairedSpan().start()).append(figure.repairedSpan().end());
        row.appendNull();
        row.endRow();
    }

    private static WorkingFile open(Home home, WarehouseFiles files) throws SQLException {
        WorkingFile file = WorkingFile.open(home.home.build(), home.home.spill(), Home.SETTINGS, List.of());
        file.execute("BEGIN TRANSACTION");
        for (SqlFile script : files.sql("schema")) {
            file.execute(script.text());
        }
        return file;
    }

    private static double rate(long start) {
        return DOCUMENTS * (double) FIGURES / ((System.nanoTime() - start) / 1e9);
    }
}
