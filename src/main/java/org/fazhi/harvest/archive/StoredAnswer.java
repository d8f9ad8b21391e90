package org.fazhi.harvest.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * An HTTP answer as other crawlers store it. Their headers are those of the wire while the body may be as sent or with
 * its encodings undone already; so each encoding is undone where the bytes bear it out and else taken as undone.
 *
 * @param headers names in lower case
 * @param payload encodings undone, as far as it came
 * @param truncation why the payload is not the whole one; empty where it is
 */
record StoredAnswer(int status, Map<String, List<String>> headers, byte[] payload, Optional<String> truncation) {

    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int MOST_HEADERS = 500;
    private static final int BUFFER = 8192;
    private static final Pattern STATUS = Pattern.compile("\\d{3}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");
    private static final int LONGEST_CHUNK_LINE = 300;

    /** Header, trailer and a file's name of gzip (RFC 1952). */
    private static final int MOST_ENCODING_ADDS = 300;

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    /** An answer that cannot be read; the message says why. */
    static final class Unreadable extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** A body with one encoding undone, and why it is not the whole one. */
    private record Part(byte[] bytes, Optional<String> truncation) {}

    /**
     * Reads the block of a response record.
     *
     * @param maxBytes of the payload
     */
    static StoredAnswer read(RecordBlock block, int maxBytes) throws Unreadable {
        byte[] bytes = block.bytes();
        int end = indexOf(bytes, HEAD_END, 0, Math.min(bytes.length, LONGEST_HEAD));
        if (end < 0) {
            throw new Unreadable("no end of the HTTP headers");
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", MOST_HEADERS);
        int status = status(lines[0]);
        Map<String, List<String>> headers = headers(lines);
        byte[] body = Arrays.copyOfRange(bytes, end + HEAD_END.length, bytes.length);
        Optional<Part> chunks =
                first(headers, "transfer-encoding").contains("chunked") ? withoutChunks(body) : Optional.empty();
        // Chunks overrule a stated length (RFC 9112 §6.3), but a text may begin as a chunk does.
        Part whole = chunks.filter(part -> part.truncation().isEmpty() || !isOfItsLength(headers, body))
                .orElseGet(() -> new Part(body, ofOtherLength(headers, body)));
        Part decoded;
        try {
            decoded = decoded(whole.bytes(), first(headers, "content-encoding"), maxBytes);
        } catch (Unreadable e) {
            if (block.truncation().or(whole::truncation).isEmpty()) {
                throw e;
            }
            // What breaks off may break in the midst of an encoding.
            decoded = new Part(new byte[0], Optional.empty());
        }
        return new StoredAnswer(
                status,
                headers,
                decoded.bytes(),
                block.truncation().or(whole::truncation).or(decoded::truncation));
    }

    private static boolean isOfItsLength(Map<String, List<String>> headers, byte[] body) {
        List<String> stated = headers.getOrDefault("content-length", List.of());
        return !stated.isEmpty() && BodyLength.other(stated, body.length).isEmpty();
    }

    private static Optional<String> ofOtherLength(Map<String, List<String>> headers, byte[] body) {
        List<String> stated = headers.getOrDefault("content-length", List.of());
        String encoding = first(headers, "content-encoding");
        boolean isUndone = !encoding.isEmpty()
                && !encoding.equals("identity")
                && !isGzip(body)
                && (encoding.contains("gzip") || isMarkup(body));
        // The length is that of the encoded body, which is hardly ever longer than what it encodes.
        return isUndone
                ? BodyLength.shorter(stated, body.length + MOST_ENCODING_ADDS)
                : BodyLength.other(stated, body.length);
    }

    private static int status(String line) throws Unreadable {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2
                || !parts[0].startsWith("HTTP/")
                || !STATUS.matcher(parts[1]).matches()) {
            throw new Unreadable("no HTTP status line");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, List<String>> headers(String[] lines) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                                name -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Map.copyOf(headers);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0).toLowerCase(Locale.ROOT);
    }

    /** RFC 9112 §7.1; empty where the body is no chunks, as with crawlers that undo them and keep the header. */
    private static Optional<Part> withoutChunks(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int lineEnd = indexOf(body, LINE_END, at, Math.min(body.length, at + LONGEST_CHUNK_LINE));
            String size = lineEnd < 0
                    ? ""
                    : new String(body, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!CHUNK_SIZE.matcher(size).matches()) {
                return at == 0 ? Optional.empty() : Optional.of(broken(whole, "no size of a chunk"));
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return Optional.of(new Part(whole.toByteArray(), Optional.empty()));
            }
            int from = lineEnd + LINE_END.length;
            int to = Math.min(body.length, from + length);
            whole.write(body, from, to - from);
            if (to - from < length) {
                return Optional.of(broken(whole, "a chunk of " + (to - from) + " bytes in place of " + length));
            }
            at = to + LINE_END.length;
        }
        return body.length == 0 ? Optional.empty() : Optional.of(broken(whole, "none"));
    }

    private static Part broken(ByteArrayOutputStream whole, String got) {
        return new Part(
                whole.toByteArray(),
                Optional.of("expected a last chunk, got " + got + " behind " + whole.size() + " bytes"));
    }

    private static Part decoded(byte[] body, String encoding, int maxBytes) throws Unreadable {
        if (isGzip(body)) {
            return inflated(body, true, maxBytes);
        }
        if (encoding.isEmpty() || encoding.equals("identity") || encoding.contains("gzip") || isMarkup(body)) {
            return new Part(bounded(body, maxBytes), Optional.empty());
        }
        if (encoding.equals("deflate")) {
            return inflated(body, false, maxBytes);
        }
        throw new Unreadable("content encoding " + encoding);
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    private static Part inflated(byte[] body, boolean isGzip, int maxBytes) throws Unreadable {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        try (InputStream stream = isGzip ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                whole.write(buffer, 0, read);
                bounded(whole.size(), maxBytes);
            }
        } catch (EOFException e) {
            return new Part(
                    whole.toByteArray(),
                    Optional.of("expected a whole compressed body, got its first " + body.length + " bytes"));
        } catch (IOException e) {
            throw new Unreadable("compressed body: " + e.getMessage());
        }
        return new Part(whole.toByteArray(), Optional.empty());
    }

    private static byte[] bounded(byte[] body, int maxBytes) throws Unreadable {
        bounded(body.length, maxBytes);
        return body;
    }

    private static void bounded(int length, int maxBytes) throws Unreadable {
        if (length > maxBytes) {
            throw new Unreadable("more than " + maxBytes + " bytes");
        }
    }

    private static boolean isMarkup(byte[] body) {
        String start = new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<") || start.startsWith("\uFEFF<");
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from, int to) {
        for (int i = from; i + wanted.length <= to; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
