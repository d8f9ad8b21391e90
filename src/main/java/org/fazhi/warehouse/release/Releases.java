package org.fazhi.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.warehouse.descriptor.Croissant;
import org.fazhi.warehouse.descriptor.DataPackage;
import org.fazhi.warehouse.store.Digests;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WarehouseInUse;
import org.fazhi.warehouse.store.WarehouseLock;

/**
 * The releases of one home. {@code releases/LATEST} names the one that stands; {@code fazhi.duckdb}, {@code parquet}
 * and the descriptors point to its files and follow it. The replacing of LATEST is the publish: a run killed right after it leaves readers on
 * the whole old release, and {@link #settle} of the next run brings them to the new one.
 */
public final class Releases {

    /** What tells programs about the release, beside the file and the mirror. */
    private static final List<String> DESCRIPTORS = List.of(DataPackage.FILE, Croissant.FILE);

    /** Which inputs the standing release holds; losing it costs one build. */
    private static final String INPUTS = "INPUTS";

    private final WarehouseHome home;

    public Releases(WarehouseHome home) {
        this.home = home;
    }

    /** Every whole release, the newest first; one whose manifest cannot be read is among {@link #damaged}. */
    public List<Manifest> list() {
        List<Manifest> whole = new ArrayList<>();
        for (Path file : manifests()) {
            try {
                whole.add(ManifestFile.read(file));
            } catch (WarehouseException | UncheckedIOException e) {
                // Told by damaged(); the others stand for themselves.
                continue;
            }
        }
        whole.sort(Comparator.comparing(Manifest::publishedAt)
                .thenComparing(Manifest::release)
                .reversed());
        return whole;
    }

    /** What is wrong with the releases whose manifest cannot be read. */
    public List<String> damaged() {
        List<String> problems = new ArrayList<>();
        for (Path file : manifests()) {
            try {
                ManifestFile.read(file);
            } catch (WarehouseException | UncheckedIOException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    private List<Path> manifests() {
        if (!Files.isDirectory(home.releases())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home.releases())) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .map(folder -> folder.resolve(ManifestFile.NAME))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(home.releases() + ": not readable", e);
        }
    }

    /** The id of the release that stands. */
    public Optional<String> standing() {
        return latest().filter(id -> Files.isDirectory(home.release(id)));
    }

    /**
     * The release that stands.
     *
     * @throws WarehouseException where its manifest cannot be read
     */
    public Optional<Manifest> current() {
        return latest().map(id -> home.release(id).resolve(ManifestFile.NAME))
                .filter(Files::isRegularFile)
                .map(ManifestFile::read);
    }

    /** The newest kept release where another stands, as after a rollback; empty where the newest stands. */
    public Optional<Manifest> setAside() {
        Optional<String> standing = standing();
        return list().stream()
                .findFirst()
                .filter(newest -> standing.isPresent() && !standing.get().equals(newest.release()));
    }

    /** The release that stands, if its manifest can be read: one that is damaged is made again by the next publish. */
    Optional<Manifest> readable() {
        try {
            return current();
        } catch (WarehouseException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /**
     * Refuses a home that a later program has written; to be called before anything is written to it.
     *
     * @throws WarehouseException where this program would not understand what stands there
     */
    public void refuseLaterFormat() {
        readable().ifPresent(standing -> HomeFormat.refuseLater(home, standing));
    }

    /**
     * Says that the release that stands was made by an earlier schema or format, where it was. No migration is needed:
     * a release is a function of the archive, and the next build makes it anew.
     */
    public Optional<String> outdated(WarehouseFiles files) {
        String schema = files.schemaVersion();
        return readable()
                .filter(standing ->
                        !standing.schemaVersion().equals(schema) || standing.formatVersion() < HomeFormat.VERSION)
                .map(standing -> "release " + standing.release() + " has schema " + standing.schemaVersion()
                        + " of format " + standing.formatVersion() + ", this program makes schema " + schema
                        + " of format " + HomeFormat.VERSION + ": it is made anew from the archive");
    }

    /**
     * A release that is kept.
     *
     * @throws WarehouseException where no such release is kept
     */
    public Manifest find(String id) {
        List<Manifest> kept = list();
        return kept.stream()
                .filter(manifest -> manifest.release().equals(id))
                .findFirst()
                .orElseThrow(() -> new WarehouseException(home.releases() + ": expected one of "
                        + kept.stream().map(Manifest::release).toList() + ", got " + id));
    }

    /** The DuckDB file of a release that is kept. */
    public Path file(Manifest manifest) {
        return home.release(manifest.release()).resolve(Publisher.DUCKDB_FILE);
    }

    /** Where the files of a release are not those that its manifest names: one line a file. */
    public List<String> verify(Manifest manifest) {
        List<String> problems = new ArrayList<>();
        for (Manifest.FileEntry entry : manifest.files()) {
            Path file = home.release(manifest.release()).resolve(entry.path());
            try {
                String got = Files.isRegularFile(file) ? Digests.sha256(file) : "no file";
                if (!got.equals(entry.sha256())) {
                    problems.add(file + ": expected SHA-256 " + entry.sha256() + ", got " + got);
                }
            } catch (IOException e) {
                problems.add(file + ": not readable: " + e);
            }
        }
        return problems;
    }

    /**
     * Lets another kept release stand, once its files are found to be those of its manifest.
     *
     * @throws WarehouseException where no such release is kept, or its files are damaged; the old one stands
     * @throws WarehouseInUse where another run works on the releases
     */
    public Manifest rollback(String id) {
        Manifest wanted = find(id);
        HomeFormat.refuseLater(home, wanted);
        List<String> problems = verify(wanted);
        if (!problems.isEmpty()) {
            throw new WarehouseException(String.join("\n", problems));
        }
        try (WarehouseLock lock = WarehouseLock.take(home)) {
            stand(id);
        }
        return wanted;
    }

    /** Makes a whole release the one that stands. */
    void stand(String id) {
        replace(home.latest(), id + "\n");
        FileTree.delete(home.releases().resolve(INPUTS));
        settle();
    }

    /** Makes what readers open the files of the release that stands; does nothing where they are. */
    public void settle() {
        Optional<String> id = latest();
        if (id.isEmpty() || !Files.isDirectory(home.release(id.get()))) {
            return;
        }
        try {
            Path file = home.release(id.get()).resolve(Publisher.DUCKDB_FILE);
            if (!isSame(file, home.published())) {
                link(file, home.published());
            }
            pointParquet(id.get());
            for (String descriptor : DESCRIPTORS) {
                place(home.release(id.get()).resolve(descriptor), home.root().resolve(descriptor));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(home.root() + ": release " + id.get() + " could not be put in place", e);
        }
    }

    /**
     * Frees a build that a killed publish linked into a release, for nothing may write to a file that readers have open.
     *
     * @return false where that release stands, so that the build is published already
     */
    boolean release(Path build) {
        if (!Files.isDirectory(home.releases())) {
            return true;
        }
        try (Stream<Path> folders = Files.list(home.releases())) {
            for (Path folder : folders.toList()) {
                Path file = folder.resolve(Publisher.DUCKDB_FILE);
                if (!Files.exists(file) || !Files.isSameFile(file, build)) {
                    continue;
                }
                if (latest().filter(folder.getFileName().toString()::equals).isPresent()) {
                    return false;
                }
                FileTree.delete(folder);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(home.releases() + ": not readable", e);
        }
    }

    /** Remembers which inputs the standing release holds, and until which night nothing falls due. */
    void rememberInputs(String fingerprint, LocalDate from, LocalDate until) {
        replace(home.releases().resolve(INPUTS), fingerprint + " " + from + " " + until + "\n");
    }

    /** True where the standing release was made from these inputs and the night changes nothing about what is due. */
    boolean isMadeFrom(String fingerprint, LocalDate night) {
        Optional<String> known = readLine(home.releases().resolve(INPUTS));
        if (known.isEmpty()) {
            return false;
        }
        String[] parts = known.get().split(" ", -1);
        return parts.length == 3
                && parts[0].equals(fingerprint)
                && !night.isBefore(LocalDate.parse(parts[1]))
                && !night.isAfter(LocalDate.parse(parts[2]));
    }

    /** Deletes all but the newest releases; the one that stands is never deleted. */
    void prune(int keep) {
        Optional<String> standing = latest();
        list().stream()
                .map(Manifest::release)
                .filter(id -> !Optional.of(id).equals(standing))
                .skip(Math.max(0, keep - 1))
                .forEach(id -> FileTree.delete(home.release(id)));
    }

    private Optional<String> latest() {
        return readLine(home.latest()).filter(id -> id.matches("[0-9a-z.-]+"));
    }

    private static Optional<String> readLine(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).lines().findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable", e);
        }
    }

    private static boolean isSame(Path file, Path published) throws IOException {
        if (!Files.exists(published)) {
            return false;
        }
        // A copy, made where the file system has no links, keeps size and time, but not the nanoseconds.
        return Files.isSameFile(file, published)
                || (Files.size(file) == Files.size(published)
                        && Files.getLastModifiedTime(file).toMillis()
                                == Files.getLastModifiedTime(published).toMillis());
    }

    /** Follows a release that has such a file, and one that has none, as a release of an earlier program. */
    private static void place(Path file, Path place) throws IOException {
        if (!Files.exists(file)) {
            Files.deleteIfExists(place);
        } else if (!isSame(file, place)) {
            link(file, place);
        }
    }

    /** Puts a file in a place in one step: readers see the old one or the new one. */
    private static void link(Path file, Path place) throws IOException {
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Files.createLink(beside, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folderOf(place));
    }

    private void pointParquet(String id) throws IOException {
        Path target = Path.of("releases", id, Publisher.PARQUET);
        Path place = home.parquet();
        if (Files.isSymbolicLink(place) && Files.readSymbolicLink(place).equals(target)) {
            return;
        }
        Path beside = place.resolveSibling(Publisher.PARQUET + ".new");
        FileTree.delete(beside);
        Path old = place.resolveSibling(Publisher.PARQUET + ".old");
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            FileTree.delete(old);
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createSymbolicLink(beside, target);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileTree.delete(old);
        sync(folderOf(place));
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
    }

    /** Replaces a small file in one step. */
    static void replace(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            sync(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folderOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not writable", e);
        }
    }

    /** Waits until a file, or the names in a folder, are on the disk. */
    static void sync(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; there the file system keeps names by itself.
            if (!isFolder) {
                throw e;
            }
        }
    }
}
