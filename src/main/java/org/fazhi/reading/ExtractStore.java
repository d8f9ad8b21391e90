package org.fazhi.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.fazhi.text.Digest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from each capture, one gzip file of JSON a capture. A file appears whole or not at all, so that a killed
 * run leaves nothing half written, and writing one again changes nothing.
 */
public final class ExtractStore {

    private static final String SUFFIX = ".json.gz";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    public ExtractStore(Path folder) {
        this.folder = folder;
    }

    /** What a reading is beside the one before of the same capture. */
    public enum Reread {
        /** There was none before. */
        FIRST,
        /** It says the same. */
        SAME,
        /** It says something else. */
        CHANGED;

        /** The word in the state. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps an extract and says how it differs from the one kept before; one that says the same is not written. */
    public Reread put(Extract extract) {
        Path file = file(extract);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            byte[] json = JSON.writeValueAsBytes(extract);
            boolean isFirst = !Files.isRegularFile(file);
            if (!isFirst && says(file, json)) {
                return Reread.SAME;
            }
            Files.createDirectories(file.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(beside))) {
                out.write(json);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return isFirst ? Reread.FIRST : Reread.CHANGED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where what was read from the capture is kept. */
    public boolean has(String sourceId, String url, String payloadDigest) {
        return Files.isRegularFile(file(sourceId, url, payloadDigest));
    }

    /** A file that is damaged says nothing and is written anew. */
    private static boolean says(Path file, byte[] json) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Arrays.equals(in.readNBytes(json.length + 1), json);
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    /** All extracts, in the order of their file names; read one at a time. Close the stream. */
    public Stream<Extract> all() {
        return files().stream().map(ExtractStore::get);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Extract get(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readValue(in, Extract.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": expected an extract written by this program", e);
        }
    }

    private Path file(Extract extract) {
        return file(extract.sourceId(), extract.url(), extract.payloadDigest());
    }

    private Path file(String sourceId, String url, String payloadDigest) {
        String name = Digest.of(sourceId + " " + url + " " + payloadDigest).hex();
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(0, 40) + SUFFIX);
    }
}
