package org.fazhi.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fazhi.text.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from each capture, one gzip file of JSON a capture, behind a line with the JSON's digest. A file appears whole
 * or not at all, also where the power fails, so that a killed run leaves nothing half written, and writing one again changes
 * nothing. What a disk or a hand did to a file since shows by the digest: such a file says nothing, and is read anew from the
 * archive.
 */
public final class ExtractStore {

    private static final String SUFFIX = ".json.gz";
    private static final String DIGEST = "sha256:";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    public ExtractStore(Path folder) {
        this.folder = folder;
    }

    /**
     * What a file holds.
     *
     * @param isSealed false for those of earlier programs, which have no digest; there gzip's own sum must do
     */
    private record Content(byte[] json, boolean isSealed) {}

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
            write(beside, packed(json));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return isFirst ? Reread.FIRST : Reread.CHANGED;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written", e);
        }
    }

    private static byte[] packed(byte[] json) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write((Digest.of(json) + "\n").getBytes(StandardCharsets.US_ASCII));
            out.write(json);
        }
        return packed.toByteArray();
    }

    /** It is on the disk before it gets its name. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * What is wrong with the file of a capture.
     *
     * @param isAbsent true where there is none
     * @param said with its name
     */
    public record Fault(boolean isAbsent, String said) {}

    /** Empty where what was read from the capture is kept, whole. */
    public Optional<Fault> fault(String sourceId, String url, String payloadDigest) {
        Path file = file(sourceId, url, payloadDigest);
        try {
            Content content = content(file);
            if (!content.isSealed()) {
                JSON.readValue(content.json(), Extract.class);
            }
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.of(new Fault(e instanceof NoSuchFileException, said(file, e)));
        }
    }

    /** True where what was read from the capture is kept, whole. */
    public boolean has(String sourceId, String url, String payloadDigest) {
        return fault(sourceId, url, payloadDigest).isEmpty();
    }

    /** A file that is damaged says nothing and is written anew. */
    private static boolean says(Path file, byte[] json) {
        try {
            return Arrays.equals(content(file).json(), json);
        } catch (IOException e) {
            return false;
        }
    }

    /** All extracts that are whole, in the order of their file names; read one at a time. Close the stream. */
    public Stream<Extract> all() {
        return all(damage -> {});
    }

    /**
     * All extracts that are whole, in the order of their file names; read one at a time. Close the stream.
     *
     * @param damages is told of each file that is not, by its name
     */
    public Stream<Extract> all(Consumer<String> damages) {
        return files().stream().flatMap(file -> get(file, damages).stream());
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
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
    }

    private Optional<Extract> get(Path file, Consumer<String> damages) {
        try {
            return Optional.of(JSON.readValue(content(file).json(), Extract.class));
        } catch (IOException | JacksonException e) {
            damages.accept(said(file, e));
            return Optional.empty();
        }
    }

    private String said(Path file, Exception fault) {
        return folder.getFileName() + "/" + folder.relativize(file).toString().replace('\\', '/')
                + ": expected an extract written by this program, got "
                + (fault instanceof NoSuchFileException
                        ? "none"
                        : Optional.ofNullable(fault.getMessage()).orElseGet(fault::toString));
    }

    private static Content content(Path file) throws IOException {
        byte[] all;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            all = in.readAllBytes();
        }
        if (all.length > 0 && all[0] == '{') {
            return new Content(all, false);
        }
        int line = 0;
        while (line < all.length && all[line] != '\n') {
            line++;
        }
        String digest = new String(all, 0, line, StandardCharsets.ISO_8859_1);
        byte[] json = Arrays.copyOfRange(all, Math.min(line + 1, all.length), all.length);
        if (!digest.startsWith(DIGEST) || !digest.equals(Digest.of(json).toString())) {
            throw new IOException("other bytes than its digest says");
        }
        return new Content(json, true);
    }

    private Path file(Extract extract) {
        return file(extract.sourceId(), extract.url(), extract.payloadDigest());
    }

    private Path file(String sourceId, String url, String payloadDigest) {
        String name = Digest.of(sourceId + " " + url + " " + payloadDigest).hex();
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(0, 40) + SUFFIX);
    }
}
