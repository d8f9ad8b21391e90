package org.fazhi.warehouse.load;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.audit.Auditor;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.release.Publisher;
import org.fazhi.warehouse.release.ReleaseBuilder;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Loads the same rows into two files: by the load of a night, from the numbering of the versions to the commit, and by bare
 * Appenders. The two take turns, a few documents each, so that what else the machine does slows both alike, and each has a
 * clock of its own.
 */
public final class LoadSides {

    private static final int FIGURES = 100;
    private static final int TEMPLATES = 20;
    private static final int DOCUMENTS_A_TURN = 200;
    private static final String SOURCE = "yunxi";

    private final Path folder;
    private final int documents;
    private final List<DocumentFacts> templates;

    /** @param figures how many to load; a multiple of a hundred */
    public LoadSides(Path folder, int figures) {
        this.folder = folder;
        this.documents = figures / FIGURES;
        this.templates =
                IntStream.range(0, TEMPLATES).mapToObj(LoadSides::facts).toList();
    }

    /** Time on the clock and time of all processors that this process had meanwhile, in nanoseconds. */
    public static final class Side {
        private long nanos;
        private long cpuNanos;

        void start() {
            nanos -= System.nanoTime();
            cpuNanos -= cpu();
        }

        void stop() {
            nanos += System.nanoTime();
            cpuNanos += cpu();
        }

        private static long cpu() {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean machine
                    ? machine.getProcessCpuTime()
                    : 0;
        }

        public long nanos() {
            return nanos;
        }

        public long cpuNanos() {
            return cpuNanos;
        }
    }

    /** What the two sides took. */
    public record Times(Side load, Side bare) {}

    /** @throws IllegalStateException where the two files do not hold the same rows */
    public Times run() throws SQLException {
        Home ours = home("load");
        Home theirs = home("bare");
        Times times = new Times(new Side(), new Side());
        try (WorkingFile loaded = open(ours);
                WorkingFile appended = open(theirs)) {
            BareAppenders bare = new BareAppenders(appended.connection());
            times.load().start();
            ReadingPlan plan = ReadingPlan.of(extracts(i -> {}), LoadProgress.NONE);
            LoadInput input = new LoadInput(
                    ours.night,
                    Reports.FETCHED,
                    ours.sources,
                    () -> extracts(i -> takeTurn(i, bare, times)),
                    Stream::empty,
                    Stream::empty,
                    Stream::empty,
                    Home.INDICATORS,
                    "benchmark");
            new Loader(loaded.connection(), input, LoadProgress.NONE).load(WarehouseFiles.of(ours.folder), plan);
            loaded.execute("COMMIT");
            times.load().stop();
            times.bare().start();
            bare.flush();
            appended.execute("COMMIT");
            times.bare().stop();
            holdToTheSameRows(loaded, appended);
        } finally {
            ours.builder().discard();
            theirs.builder().discard();
        }
        return times;
    }

    /** One whole night after the reading: build, audit, publish. */
    public Manifest publish() {
        Home home = home("night");
        WarehouseFiles files = WarehouseFiles.of(home.folder);
        LoadInput input = new LoadInput(
                home.night,
                Reports.FETCHED,
                home.sources,
                () -> extracts(i -> {}),
                Stream::empty,
                Stream::empty,
                Stream::empty,
                Home.INDICATORS,
                "benchmark");
        DuckSettings settings = DuckSettings.DEFAULT;
        BuildOutcome built = new ReleaseBuilder(home.home, files, settings).build(input, LoadProgress.NONE);
        BuiltRelease release = ((BuildOutcome.Built) built).release();
        AuditReport report = new Auditor(home.home, files, settings).audit(release.file(), LoadProgress.NONE);
        Publication publication = new Publisher(home.home, files, settings, Clock.systemUTC(), 1)
                .publish(release, report, LoadProgress.NONE);
        if (publication instanceof Publication.Published published) {
            return published.manifest();
        }
        throw new IllegalStateException("expected a publish, got " + publication);
    }

    private void takeTurn(int document, BareAppenders bare, Times times) {
        if (document % DOCUMENTS_A_TURN > 0) {
            return;
        }
        times.load().stop();
        times.bare().start();
        try {
            for (int i = document; i < Math.min(documents, document + DOCUMENTS_A_TURN); i++) {
                Extract extract = extract(i);
                bare.append(extract, DocumentIds.document(extract.url()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        times.bare().stop();
        times.load().start();
    }

    private Stream<Extract> extracts(IntConsumer before) {
        return IntStream.range(0, documents).peek(before).mapToObj(this::extract);
    }

    private Extract extract(int i) {
        return new Extract(
                SOURCE,
                "http://yunxi.example/" + i,
                "sha256:" + i,
                Reports.FETCHED,
                Extract.Outcome.LOADED,
                "",
                Optional.of(templates.get(i % TEMPLATES)));
    }

    private Home home(String name) {
        Home home = new Home(folder.resolve(name));
        home.sources.add(Reports.source(SOURCE, "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        return home;
    }

    private static WorkingFile open(Home home) throws SQLException {
        home.builder().discard();
        WorkingFile file = WorkingFile.open(home.home.build(), home.home.spill(), DuckSettings.DEFAULT, List.of());
        file.execute("BEGIN TRANSACTION");
        for (SqlFile script : WarehouseFiles.of(home.folder).sql("schema")) {
            file.execute(script.text());
        }
        return file;
    }

    private void holdToTheSameRows(WorkingFile loaded, WorkingFile appended) throws SQLException {
        for (String table : BareAppenders.TABLES) {
            String digest = "SELECT count(*), sum(hash(one)) FROM " + table + " AS one";
            List<List<String>> expected = appended.rows(digest, 1);
            List<List<String>> got = loaded.rows(digest, 1);
            if (!got.equals(expected)) {
                throw new IllegalStateException(table + ": expected rows " + expected + ", got " + got);
            }
        }
    }

    private static DocumentFacts facts(int template) {
        Reports.Report report = Reports.report("990101", "云溪县人民政府", "government", 2024 - template % 4);
        for (int i = 0; i < FIGURES; i++) {
            report.figure(
                    "第" + (template * 31 + i) + "项，全年共受理各类行政复议申请并依法审结，推动行政争议实质性化解，本项共计",
                    i + "." + template + "件",
                    i + "." + template,
                    "件",
                    "reconsideration.accepted");
        }
        for (int i = 0; i < 4; i++) {
            report.check("correction_rate", "confirmed", i, i + 1);
        }
        for (String part : List.of("achievements", "problems", "leadership", "plan", "other")) {
            report.part(part, true);
        }
        return report.facts();
    }
}
