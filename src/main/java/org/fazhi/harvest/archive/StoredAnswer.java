package org.fazhi.harvest.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
 * @param payload encodings undone
 */
record StoredAnswer(int status, Map<String, List<String>> headers, byte[] payload) {

    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int MOST_HEADERS = 500;
    private static final int BUFFER = 8192;
    private static final Pattern STATUS = Pattern.compile("\\d{3}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    /** An answer that cannot be read; the message says why. */
    static final class Unreadable extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Reads the block of a response record.
     *
     * @param maxBytes of the payload
     */
    static StoredAnswer read(byte[] block, int maxBytes) throws Unreadable {
        int end = indexOf(block, HEAD_END, 0, Math.min(block.length, LONGEST_HEAD));
        if (end < 0) {
            throw new Unreadable("no end of the HTTP headers");
        }
        String[] lines = new String(block, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", MOST_HEADERS);
        int status = status(lines[0]);
        Map<String, List<String>> headers = headers(lines);
        byte[] body = Arrays.copyOfRange(block, end + HEAD_END.length, block.length);
        if (first(headers, "transfer-encoding").contains("chunked")) {
            body = withoutChunks(body).orElse(body);
        }
        return new StoredAnswer(status, headers, decoded(body, first(headers, "content-encoding"), maxBytes));
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
    private static Optional<byte[]> withoutChunks(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int lineEnd = indexOf(body, new byte[] {'\r', '\n'}, at, Math.min(body.length, at + 300));
            if (lineEnd < 0) {
                return Optional.empty();
            }
            String size = new String(body, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!CHUNK_SIZE.matcher(size).matches()) {
                return Optional.empty();
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return Optional.of(whole.toByteArray());
            }
            int from = lineEnd + 2;
            int to = Math.min(body.length, from + length);
            whole.write(body, from, to - from);
            at = to + 2;
        }
        // Cut off by the crawler's bound; what came is what there is.
        return Optional.of(whole.toByteArray());
    }

    private static byte[] decoded(byte[] body, String encoding, int maxBytes) throws Unreadable {
        boolean isGzip = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (isGzip) {
            return inflated(body, true, maxBytes);
        }
        if (encoding.isEmpty() || encoding.equals("identity") || encoding.contains("gzip") || isMarkup(body)) {
            return bounded(body, maxBytes);
        }
        if (encoding.equals("deflate")) {
            return inflated(body, false, maxBytes);
        }
        throw new Unreadable("content encoding " + encoding);
    }

    private static byte[] inflated(byte[] body, boolean isGzip, int maxBytes) throws Unreadable {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        try (InputStream stream = isGzip ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                whole.write(buffer, 0, read);
                bounded(whole.size(), maxBytes);
            }
        } catch (IOException e) {
            throw new Unreadable("compressed body: " + e.getMessage());
        }
        return whole.toByteArray();
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
