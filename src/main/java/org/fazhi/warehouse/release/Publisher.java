package org.fazhi.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.descriptor.PackagedTable;
import org.fazhi.warehouse.descriptor.PackagedTables;
import org.fazhi.warehouse.store.Digests;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WarehouseLock;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Publishes an audited build: a release folder with DuckDB file, Parquet mirror, descriptors and manifest is made whole and brought to
 * the disk under a name nobody reads, then renamed, then made the release that stands. At no moment do readers see a part
 * of it; a run killed at any point leaves a release standing whole, and publishing again completes it.
 */
public final class Publisher {

    static final String DUCKDB_FILE = "fazhi.duckdb";

    static final String PARQUET = "parquet";

    private static final String STAGING = ".staging";
    private static final String REPLACED = ".replaced";

    private final WarehouseHome home;
    private final WarehouseFiles files;
    private final DuckSettings settings;
    private final Clock clock;
    private final int keep;

    /** @param keep releases kept, the one that stands included */
    public Publisher(WarehouseHome home, WarehouseFiles files, DuckSettings settings, Clock clock, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("releases to keep: expected at least 1, got " + keep);
        }
        this.home = home;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.keep = keep;
    }

    /** Publishes the build, unless its audit found errors or it holds what stands already. */
    public Publication publish(BuiltRelease build, AuditReport report, LoadProgress progress) {
        if (!report.passes()) {
            return new Publication.Refused(report);
        }
        Releases releases = new Releases(home);
        try (WarehouseLock lock = WarehouseLock.take(home)) {
            releases.refuseLaterFormat();
            releases.settle();
            Optional<Manifest> standing = releases.readable();
            Draft draft = draft(build, report);
            if (standing.filter(manifest -> holdsTheSame(manifest, draft.manifest()))
                    .isPresent()) {
                releases.rememberInputs(build.inputsFingerprint(), build.night(), draft.until());
                discardBuild();
                return new Publication.Unchanged(standing.get());
            }
            Manifest manifest = stage(build, draft.manifest(), standing, progress);
            releases.stand(manifest.release());
            releases.rememberInputs(build.inputsFingerprint(), build.night(), draft.until());
            releases.prune(keep);
            discardBuild();
            return new Publication.Published(manifest);
        } catch (SQLException | IOException e) {
            giveBackTheDisk();
            throw new WarehouseException(home.releases() + ": the publish failed: " + e.getMessage(), e);
        }
    }

    private static boolean holdsTheSame(Manifest standing, Manifest draft) {
        return standing.contentHash().equals(draft.contentHash())
                && standing.formatVersion() == draft.formatVersion()
                && standing.schemaVersion().equals(draft.schemaVersion())
                && standing.dictionaryVersion().equals(draft.dictionaryVersion());
    }

    /**
     * A manifest that lacks its files.
     *
     * @param until the last night on which the same inputs give the same release
     */
    private record Draft(Manifest manifest, LocalDate until) {}

    private Draft draft(BuiltRelease build, AuditReport report) throws SQLException {
        try (WorkingFile file = WorkingFile.open(build.file(), home.spill(), settings, List.of())) {
            List<String> versions = file.rows("SELECT code_version, schema_version, dictionary_version FROM release", 1)
                    .get(0);
            List<Manifest.SourceEntry> sources = new ArrayList<>();
            for (List<String> row : file.rows("""
                    SELECT source_id, publisher, count(DISTINCT document_id), count(figure_id)
                    FROM dim_source
                    LEFT JOIN (SELECT * FROM dim_document WHERE is_current) USING (source_id)
                    LEFT JOIN (SELECT document_id, version, figure_id FROM fact_figure) USING (document_id, version)
                    GROUP BY source_id, publisher
                    ORDER BY source_id""", Integer.MAX_VALUE)) {
                sources.add(new Manifest.SourceEntry(
                        row.get(0), row.get(1), Long.parseLong(row.get(2)), Long.parseLong(row.get(3))));
            }
            // The next thing that time alone changes: a report falls due, or a new report year begins. A walk from
            // before
            // a due date may be followed by one from after it that finds the same: every night is looked at then.
            String until = file.single("""
                    SELECT least(
                        make_date(year(night), 12, 31),
                        (SELECT min(due_date) FROM fact_coverage WHERE state = 'not_due'),
                        (SELECT release.night - 1 FROM fact_coverage WHERE unseen_reason = 'before_due_date' LIMIT 1)
                    )
                    FROM release""");
            Manifest manifest = new Manifest(
                    build.id(),
                    build.night(),
                    clock.instant(),
                    build.contentHash(),
                    build.inputsFingerprint(),
                    versions.get(0),
                    versions.get(1),
                    versions.get(2),
                    WorkingFile.STORAGE_VERSION,
                    HomeFormat.VERSION,
                    build.martRows(),
                    List.of(),
                    sources,
                    report.warnings().size(),
                    report.accepted().stream()
                            .map(finding ->
                                    new Manifest.AcceptedEntry(finding.audit(), finding.rowCount(), finding.title()))
                            .toList(),
                    build.reviews());
            return new Draft(manifest, LocalDate.parse(until));
        }
    }

    private Manifest stage(BuiltRelease build, Manifest draft, Optional<Manifest> standing, LoadProgress progress)
            throws SQLException, IOException {
        Path staging = home.releases().resolve(STAGING);
        FileTree.delete(staging);
        Files.createDirectories(staging);
        List<PackagedTable> tables = mirror(build, staging, standing, progress);
        Path log = build.file().resolveSibling(build.file().getFileName() + ".wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new IOException(log + ": expected no log after the checkpoint, got " + Files.size(log) + " bytes");
        }
        // The build stays until the release stands: a run killed in between publishes it again.
        link(build.file(), staging.resolve(DUCKDB_FILE));
        List<Manifest.FileEntry> entries = new ArrayList<>(entries(staging));
        for (Path descriptor : new ReleaseDescriptors(draft, tables).write(staging, entries)) {
            entries.add(entry(staging, descriptor));
        }
        Manifest manifest = draft.withFiles(entries);
        ManifestFile.write(staging.resolve(ManifestFile.NAME), manifest);
        syncAll(staging);
        Path folder = home.release(manifest.release());
        Path replaced = home.releases().resolve(REPLACED);
        FileTree.delete(replaced);
        if (Files.exists(folder)) {
            // Left by a run killed before this release stood, or damaged and made again.
            Files.move(folder, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        FileTree.delete(replaced);
        Releases.sync(home.releases());
        return manifest;
    }

    private List<PackagedTable> mirror(
            BuiltRelease build, Path staging, Optional<Manifest> standing, LoadProgress progress)
            throws SQLException, IOException {
        Optional<Path> before =
                standing.map(manifest -> home.release(manifest.release()).resolve(PARQUET));
        DuckSettings oneThread = new DuckSettings(settings.memoryMegabytes(), 1);
        try (WorkingFile file = WorkingFile.open(build.file(), home.spill(), oneThread, List.of(staging))) {
            List<PackagedTable> tables = new PackagedTables(file, files).read();
            ParquetMirror mirror = new ParquetMirror(file, staging.resolve(PARQUET), before, Files::createLink);
            for (PackagedTable table : tables) {
                mirror.write(table);
                progress.on("parquet " + table.name(), table.rows());
            }
            file.execute("CHECKPOINT");
            return tables;
        }
    }

    private static void link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<Manifest.FileEntry> entries(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Manifest.FileEntry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(entry(folder, file));
        }
        return entries;
    }

    private static Manifest.FileEntry entry(Path folder, Path file) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return new Manifest.FileEntry(path, Files.size(file), Digests.sha256(file));
    }

    private static void syncAll(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                Releases.sync(path);
            }
        }
    }

    /** A publish may have failed because the disk is full: the build stands, what was staged is of no use. */
    private void giveBackTheDisk() {
        try {
            FileTree.delete(home.releases().resolve(STAGING));
        } catch (UncheckedIOException e) {
            // Why the publish failed is what is told; the next one throws away what is left.
            return;
        }
    }

    private void discardBuild() {
        FileTree.delete(home.build());
        FileTree.delete(home.build().resolveSibling(home.build().getFileName() + ".wal"));
        FileTree.delete(home.spill());
    }
}
