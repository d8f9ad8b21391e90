package org.fazhi.harvest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Tells by the first bytes of a file, and by its first record, whether it may be a WARC file, before anything is made of it. */
public final class WarcHead {

    /** Every record begins with its version (ISO 28500 §4). */
    private static final String MAGIC = "WARC/";

    /** A gzip header with a long name before the first compressed bytes still fits. */
    private static final int PREFIX = 64 * 1024;

    private static final int BEGINNING = 512;
    private static final int SHOWN = 8;

    /** A first record is mostly a warcinfo of some hundred bytes. */
    private static final long MOST_LOOKED_THROUGH = 32L * 1024 * 1024;

    private static final Map<String, String> SIGNATURES = Map.of(
            "%PDF", "a PDF file",
            "PK\u0003\u0004", "a ZIP file",
            "\u0028\u00b5\u002f\u00fd", "a Zstandard file, which is to be unpacked first",
            "BZh", "a bzip2 file",
            "filedesc:", "an ARC file");

    private WarcHead() {}

    /** Why a file is no WARC file, such as {@code a.html: expected a WARC file, got HTML}; empty where it may be one. */
    public static Optional<String> problem(Path file) {
        return got(file).map(got -> file + ": expected a WARC file, got " + got);
    }

    private static Optional<String> got(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("a folder");
        }
        if (!Files.exists(file)) {
            return Optional.of("nothing of that name");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Optional.of("something that cannot be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] prefix = in.readNBytes(PREFIX);
            boolean isGzip = prefix.length > 1 && (prefix[0] & 0xFF) == 0x1F && (prefix[1] & 0xFF) == 0x8B;
            Optional<String> kind = isGzip ? kind(inflated(prefix)).map(other -> "gzip of " + other) : kind(prefix);
            return kind.or(() -> brokenHead(file));
        } catch (IOException e) {
            return Optional.of("a file that cannot be read: " + e.getMessage());
        }
    }

    /** What is wrong with the first record, so that nothing of the file could be read; empty where it is whole. */
    private static Optional<String> brokenHead(Path file) {
        try (WarcReader reader = new WarcReader(file)) {
            Optional<WarcRecord> first = reader.next();
            if (first.isEmpty()) {
                return Optional.of("no record");
            }
            try (InputStream body = first.get().body().stream()) {
                long stated = first.get().body().size();
                // Read and not skipped: a reader may skip beyond the end of a file.
                long wanted = Math.min(stated, MOST_LOOKED_THROUGH);
                byte[] buffer = new byte[PREFIX];
                long read = 0;
                for (int count = body.read(buffer); count >= 0 && read < wanted; count = body.read(buffer)) {
                    read += count;
                }
                return read < wanted
                        ? Optional.of("a first record of " + read + " bytes that says it has " + stated)
                        : Optional.empty();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.of("a first record that cannot be read: " + ArchiveException.said(e));
        }
    }

    /** The first bytes of a gzip file, as many as there are. */
    private static byte[] inflated(byte[] prefix) {
        byte[] bytes = new byte[BEGINNING];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(prefix))) {
            for (int read = in.read(bytes); read >= 0 && length < BEGINNING; ) {
                length += read;
                read = in.read(bytes, length, BEGINNING - length);
            }
        } catch (IOException e) {
            // Broken from here on; what came before tells the kind.
            return Arrays.copyOf(bytes, length);
        }
        return Arrays.copyOf(bytes, length);
    }

    /** What bytes begin, for a person; empty for a WARC record. */
    private static Optional<String> kind(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
        if (beginning.startsWith(MAGIC)) {
            return Optional.empty();
        }
        if (beginning.isEmpty()) {
            return Optional.of("nothing");
        }
        Optional<String> known = SIGNATURES.entrySet().stream()
                .filter(signature -> beginning.startsWith(signature.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.or(() -> Optional.of(markup(beginning)
                .orElse("bytes beginning "
                        + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOWN, bytes.length)))));
    }

    private static Optional<String> markup(String beginning) {
        String start =
                beginning.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of("HTML");
        }
        return start.startsWith("<") ? Optional.of("markup") : Optional.empty();
    }
}
