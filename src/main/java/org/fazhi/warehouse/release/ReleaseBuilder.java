package org.fazhi.warehouse.release;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.source.Source;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.catalog.CatalogWriter;
import org.fazhi.warehouse.load.IndicatorEntry;
import org.fazhi.warehouse.load.LinkState;
import org.fazhi.warehouse.load.LoadInput;
import org.fazhi.warehouse.load.Loader;
import org.fazhi.warehouse.load.ReadingPlan;
import org.fazhi.warehouse.load.SourceHealth;
import org.fazhi.warehouse.load.Unloadable;
import org.fazhi.warehouse.load.UntakenLink;
import org.fazhi.warehouse.load.WalkedListing;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WarehouseLock;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Builds a release in a file of its own beside the one that stands: tables, rows, dimensions and marts in one
 * transaction, so that the file holds all of it or none. What a killed build left is thrown away first.
 *
 * <p>Not safe for two builds at once in one home: the caller holds the lock of the night.
 */
public final class ReleaseBuilder {

    /** A document that is left out may make another a version, on which the program fails too. */
    private static final int MOST_ROUNDS = 5;

    private final WarehouseHome home;
    private final WarehouseFiles files;
    private final DuckSettings settings;

    public ReleaseBuilder(WarehouseHome home, WarehouseFiles files, DuckSettings settings) {
        this.home = home;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Builds from the input, or finds that the release that stands was made from the same.
     *
     * @throws WarehouseException where the file cannot be written or a row cannot be loaded; the old release stands
     */
    public BuildOutcome build(LoadInput input, LoadProgress progress) {
        try (WarehouseLock lock = WarehouseLock.take(home)) {
            return buildLocked(input, progress);
        }
    }

    private BuildOutcome buildLocked(LoadInput input, LoadProgress progress) {
        Releases releases = new Releases(home);
        releases.refuseLaterFormat();
        releases.settle();
        Unloadable unloadable = new Unloadable(progress);
        ReadingPlan plan = plan(input, unloadable, progress);
        String fingerprint = fingerprint(input, plan);
        Optional<Manifest> standing = releases.readable();
        boolean isOfThisFormat = standing.filter(HomeFormat::isCurrent).isPresent();
        if (isOfThisFormat && releases.isMadeFrom(fingerprint, input.night())) {
            // What another night was refused is not what this one would build.
            discard();
            return new BuildOutcome.NothingNew(standing.get());
        }
        Optional<String> outdated = releases.outdated(files);
        for (int round = 1; round < MOST_ROUNDS; round++) {
            int known = unloadable.count();
            BuiltRelease built = build(input, plan, fingerprint, standing, progress);
            if (unloadable.count() == known) {
                return new BuildOutcome.Built(built, outdated);
            }
            plan = plan(input, unloadable, progress);
            fingerprint = fingerprint(input, plan);
        }
        discard();
        throw new WarehouseException(home.build() + ": expected to load all documents but those on which the program"
                + " fails, got more of these each time, now " + unloadable.count());
    }

    private BuiltRelease build(
            LoadInput input, ReadingPlan plan, String fingerprint, Optional<Manifest> standing, LoadProgress progress) {
        discard();
        List<Path> before = standing.map(manifest -> home.release(manifest.release())).stream()
                .toList();
        try (WorkingFile file = WorkingFile.open(home.build(), home.spill(), settings, before)) {
            return build(file, input, plan, fingerprint, standing, progress);
        } catch (WarehouseException e) {
            giveBackTheDisk();
            throw e;
        } catch (SQLException e) {
            giveBackTheDisk();
            throw new WarehouseException(home.build() + ": the build failed: " + e.getMessage(), e);
        }
    }

    private static ReadingPlan plan(LoadInput input, Unloadable unloadable, LoadProgress progress) {
        return ReadingPlan.of(input, unloadable, progress);
    }

    /** The build that a killed run completed but did not publish; empty also where it got as far as to publish it. */
    public Optional<BuiltRelease> pending() {
        if (!Files.exists(home.build())) {
            return Optional.empty();
        }
        Releases releases = new Releases(home);
        if (!releases.release(home.build())) {
            discard();
            releases.settle();
            return Optional.empty();
        }
        try (WorkingFile file = WorkingFile.open(home.build(), home.spill(), settings, List.of())) {
            if (file.count("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'release'") == 0
                    || file.count("SELECT count(*) FROM release") == 0) {
                return Optional.empty();
            }
            return Optional.of(describe(file));
        } catch (SQLException | WarehouseException e) {
            return Optional.empty();
        }
    }

    /** Throws away what is being built. */
    public void discard() {
        Path name = home.build().getFileName();
        FileTree.delete(home.spill());
        FileTree.delete(home.build());
        FileTree.delete(home.build().resolveSibling(name + ".wal"));
    }

    /** A build may have failed because the disk is full: what it wrote is of no use to anyone. */
    private void giveBackTheDisk() {
        try {
            discard();
        } catch (UncheckedIOException e) {
            // Why the build failed is what is told; the next build throws away what is left.
            return;
        }
    }

    private BuiltRelease build(
            WorkingFile file,
            LoadInput input,
            ReadingPlan plan,
            String fingerprint,
            Optional<Manifest> standing,
            LoadProgress progress)
            throws SQLException {
        openBefore(file, standing, progress);
        file.execute("SET VARIABLE night = DATE " + WorkingFile.literal(input.night()));
        file.execute("BEGIN TRANSACTION");
        for (SqlFile script : files.sql("schema")) {
            run(file, script, progress);
        }
        load(file, input, plan, progress);
        for (SqlFile script : files.sql("transforms")) {
            run(file, script, progress);
        }
        for (SqlFile script : files.sql("marts")) {
            run(file, script, progress);
        }
        new CatalogWriter(file, files).write();
        writeRelease(file, input, fingerprint);
        file.execute("COMMIT");
        return describe(file);
    }

    private void load(WorkingFile file, LoadInput input, ReadingPlan plan, LoadProgress progress) throws SQLException {
        try {
            new Loader(file.connection(), input, progress).load(files, plan);
        } catch (SQLException e) {
            throw new SQLException("loading: " + e.getMessage(), e);
        }
    }

    private static void run(WorkingFile file, SqlFile script, LoadProgress progress) throws SQLException {
        progress.on(script.path(), 0);
        try {
            file.execute(script.text());
        } catch (SQLException e) {
            throw new SQLException("warehouse/" + script.path() + ": " + e.getMessage(), e);
        }
    }

    /** Lays the release before beside the build, for {@code mart_change}; one that cannot be read counts as none. */
    private void openBefore(WorkingFile file, Optional<Manifest> standing, LoadProgress progress) throws SQLException {
        if (standing.isEmpty()) {
            ReleaseBefore.none(file);
            return;
        }
        String id = standing.get().release();
        ReleaseBefore.attach(
                        file,
                        home.release(id).resolve(Publisher.DUCKDB_FILE),
                        id,
                        standing.get().rows())
                .ifPresent(reason -> progress.on("release before not readable: " + reason, 0));
    }

    private void writeRelease(WorkingFile file, LoadInput input, String fingerprint) throws SQLException {
        String hash = ContentHash.of(file, martRows(file));
        String schema = files.schemaVersion();
        String dictionary = dictionaryVersion(input);
        String seal = Digest.of(hash + schema + dictionary).hex().substring(0, 8);
        List<String> values = List.of(
                WorkingFile.literal(input.night() + "-" + seal),
                "DATE " + WorkingFile.literal(input.night()),
                "make_timestamp(" + TableWriter.micros(input.nightStartedAt()) + ")",
                WorkingFile.literal(hash),
                WorkingFile.literal(fingerprint),
                WorkingFile.literal(input.codeVersion()),
                WorkingFile.literal(schema),
                WorkingFile.literal(dictionary),
                Integer.toString(HomeFormat.VERSION));
        file.execute("INSERT INTO release VALUES (" + String.join(", ", values) + ")");
    }

    private BuiltRelease describe(WorkingFile file) throws SQLException {
        List<String> row = file.rows("SELECT release_id, night, content_hash, inputs_fingerprint FROM release", 1)
                .get(0);
        return new BuiltRelease(
                home.build(),
                row.get(0),
                LocalDate.parse(row.get(1)),
                row.get(2),
                row.get(3),
                martRows(file),
                ReviewCount.of(file));
    }

    /** Rows of each mart of the file. */
    static SortedMap<String, Long> martRows(WorkingFile file) throws SQLException {
        SortedMap<String, Long> rows = new TreeMap<>();
        String marts = "SELECT table_name FROM information_schema.tables WHERE table_catalog = '" + WorkingFile.CATALOG
                + "' AND table_name LIKE 'mart\\_%' ESCAPE '\\' ORDER BY table_name";
        for (List<String> row : file.rows(marts, 1000)) {
            rows.put(row.get(0), file.count("SELECT count(*) FROM " + row.get(0)));
        }
        return rows;
    }

    private static String dictionaryVersion(LoadInput input) {
        return Digest.of(input.indicators().stream()
                        .sorted(Comparator.comparing(IndicatorEntry::code))
                        .map(IndicatorEntry::toString)
                        .reduce("", (all, entry) -> all + entry + "\n"))
                .hex()
                .substring(0, 16);
    }

    /**
     * Digest over all that shapes a release. Of the log of fetches only what the last night of each source came to goes in:
     * a night that only asks and hears "not modified" has nothing new.
     */
    private String fingerprint(LoadInput input, ReadingPlan plan) {
        StringBuilder all = new StringBuilder();
        all.append(input.codeVersion())
                .append('\n')
                .append(files.schemaVersion())
                .append('\n');
        all.append(dictionaryVersion(input))
                .append('\n')
                .append(plan.fingerprint())
                .append('\n');
        input.sources().stream()
                .sorted(Comparator.comparing(Source::id))
                .forEach(source -> all.append(String.join(
                                "\t",
                                source.id(),
                                source.publisher(),
                                source.region(),
                                source.issuerKind().code(),
                                source.reportKind().code(),
                                Integer.toString(source.since()),
                                source.listings().stream()
                                        .map(listing -> listing.url().toString())
                                        .sorted()
                                        .toList()
                                        .toString()))
                        .append('\n'));
        try (Stream<LinkState> links = input.links().get()) {
            links.map(link -> String.join(
                            "\t",
                            link.sourceId(),
                            link.url(),
                            link.title(),
                            link.reportYear().toString(),
                            coverageState(link),
                            link.payloadDigest().orElse("")))
                    .sorted()
                    .forEach(line -> all.append(line).append('\n'));
        }
        try (Stream<WalkedListing> walks = input.walks().get()) {
            walks.map(WalkedListing::fingerprint)
                    .sorted()
                    .forEach(line -> all.append(line).append('\n'));
        }
        try (Stream<UntakenLink> untaken = input.untaken().get()) {
            untaken.map(UntakenLink::fingerprint)
                    .sorted()
                    .forEach(line -> all.append(line).append('\n'));
        }
        all.append(input.reviews().fingerprint()).append('\n');
        all.append(SourceHealth.of(input.fetches().get()).lines());
        return Digest.of(all.toString()).hex();
    }

    /** A page that was had once is the same to coverage when it is not modified, or fails, on the next night. */
    private static String coverageState(LinkState link) {
        String state = link.state();
        if (state.equals(FetchState.BLOCKED.code()) || state.equals(FetchState.DENIED.code())) {
            return FetchState.BLOCKED.code();
        }
        if (FetchState.isGone(state)) {
            return FetchState.GONE.code();
        }
        boolean isHad = state.equals(FetchState.FETCHED.code())
                || state.equals(FetchState.NOT_MODIFIED.code())
                || link.payloadDigest().isPresent();
        return isHad ? "had" : state;
    }
}
