package org.fazhi.warehouse.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fazhi.text.Digest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/**
 * The SQL, the region tables, the knowledge and the usage warnings of the folder {@code warehouse/}: a folder on disk, or
 * the copy that travels inside the
 * jar; what is there is found by looking, in both.
 */
public final class WarehouseFiles {

    private static final int MAX_BYTES = 16 << 20;

    private static final String BUNDLED_ROOT = "/warehouse/";

    private static final List<String> FOLDERS =
            List.of("audits", "knowledge", "marts", "queries", "region", "schema", "transforms");

    /** What stands beside the folders and shapes a release. */
    private static final List<String> FILES = List.of("usage_warnings.yml");

    /** Looked up once: what travels in the jar does not change while it runs. */
    private static final Supplier<List<String>> BUNDLED = SingletonSupplier.of(WarehouseFiles::listBundled);

    private final Optional<Path> folder;

    private WarehouseFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The files of a folder laid out as {@code warehouse/} is. */
    public static WarehouseFiles of(Path folder) {
        if (!Files.isDirectory(folder.resolve("schema"))) {
            throw new WarehouseException(folder + ": expected a folder with schema/, got none");
        }
        return new WarehouseFiles(Optional.of(folder));
    }

    /** The files inside the jar. */
    public static WarehouseFiles bundled() {
        return new WarehouseFiles(Optional.empty());
    }

    /** The SQL files of one folder, such as {@code schema}, in the order of their names. */
    public List<SqlFile> sql(String name) {
        List<SqlFile> found = paths().stream()
                .filter(path -> path.startsWith(name + "/") && path.endsWith(".sql"))
                .map(path -> new SqlFile(path, text(path)))
                .toList();
        if (found.isEmpty()) {
            throw new WarehouseException("warehouse/" + name + ": expected SQL files, got none");
        }
        return found;
    }

    /** The text of a file that may be absent. */
    public Optional<String> find(String path) {
        try {
            if (folder.isPresent()) {
                Path file = folder.get().resolve(path);
                return Files.isRegularFile(file)
                        ? Optional.of(decode(path, Files.readAllBytes(file)))
                        : Optional.empty();
            }
            try (InputStream stream = WarehouseFiles.class.getResourceAsStream(BUNDLED_ROOT + path)) {
                return stream == null ? Optional.empty() : Optional.of(decode(path, stream.readNBytes(MAX_BYTES + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("warehouse/" + path + ": not readable", e);
        }
    }

    /** The text of a file that must be there. */
    public String text(String path) {
        return find(path)
                .orElseThrow(() -> new WarehouseException("warehouse/" + path + ": expected a file, got none"));
    }

    /** The paths of all files that {@link #text} gives, sorted, such as {@code audits/load_sum.sql}. */
    public List<String> paths() {
        return folder.isPresent() ? list(folder.get()) : BUNDLED.get();
    }

    /** Digest over every file that shapes a release; changes with any of them. */
    public String schemaVersion() {
        StringBuilder all = new StringBuilder();
        for (String path : paths()) {
            if (!path.startsWith("queries/")) {
                all.append(path).append('\n').append(text(path)).append('\n');
            }
        }
        return Digest.of(all.toString()).hex().substring(0, 16);
    }

    /** The paths of the files in the jar, or in the folder of classes that the program runs from. */
    private static List<String> listBundled() {
        String root = "classpath:" + BUNDLED_ROOT;
        try {
            List<String> found = new ArrayList<>();
            for (String folder : FOLDERS) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(root + folder + "/*")) {
                    found.add(folder + "/" + file.getFilename());
                }
            }
            for (String file : FILES) {
                if (WarehouseFiles.class.getResource(BUNDLED_ROOT + file) != null) {
                    found.add(file);
                }
            }
            return found.stream().filter(WarehouseFiles::isKept).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root + ": not readable", e);
        }
    }

    private static boolean isKept(String path) {
        int slash = path.indexOf('/');
        boolean isInFolder = slash > 0
                && slash == path.lastIndexOf('/')
                && FOLDERS.contains(path.substring(0, slash))
                && (path.endsWith(".sql")
                        || path.endsWith(".csv")
                        || path.startsWith("knowledge/") && path.endsWith(".yml"));
        return isInFolder || FILES.contains(path);
    }

    /** The paths of a folder's files, sorted. */
    private static List<String> list(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(WarehouseFiles::isKept)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not readable", e);
        }
    }

    private static String decode(String path, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new WarehouseException(
                    "warehouse/" + path + ": expected at most " + MAX_BYTES + " bytes, got " + bytes.length);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
