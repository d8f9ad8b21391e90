package org.fazhi.harvest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WARC files as other crawlers write them, made here by hand. */
class ForeignWarcTest {

    private static final String PAGE = "<html><body><p>" + "清禾县2023年法治政府建设年度报告。".repeat(20) + "</p></body></html>";
    private static final byte[] PAGE_BYTES = PAGE.getBytes(StandardCharsets.UTF_8);

    /** How the file is compressed. */
    private enum Packing {
        NONE,
        BY_RECORD,
        AS_A_WHOLE
    }

    @TempDir
    private Path folder;

    private final List<Capture> captures = new ArrayList<>();
    private int number;

    @ParameterizedTest
    @EnumSource
    void readsEveryEncodingInEveryPacking(Packing packing) throws IOException {
        Path file = write(
                packing,
                info(),
                response("http://a.example/plain", 200, PAGE_BYTES),
                response("http://a.example/chunked", 200, chunked(PAGE_BYTES), "Transfer-Encoding: chunked"),
                response("http://a.example/dechunked", 200, PAGE_BYTES, "Transfer-Encoding: chunked"),
                response("http://a.example/gzip", 200, gzip(PAGE_BYTES), "Content-Encoding: gzip"),
                response("http://a.example/gunzipped", 200, PAGE_BYTES, "Content-Encoding: gzip"),
                response("http://a.example/unbrotlied", 200, PAGE_BYTES, "Content-Encoding: br"),
                response(
                        "http://a.example/both",
                        200,
                        chunked(gzip(PAGE_BYTES)),
                        "Content-Encoding: gzip",
                        "Transfer-Encoding: chunked"));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(outcome.damages()).isEmpty();
        assertThat(outcome.captures()).isEqualTo(7);
        assertThat(captures).allSatisfy(capture -> {
            assertThat(capture.payload()).isEqualTo(PAGE_BYTES);
            assertThat(capture.contentType()).contains("text/html; charset=utf-8");
        });
    }

    @Test
    void tellsWhatItLeavesOutAndWhy() throws IOException {
        Path file = write(
                Packing.BY_RECORD,
                response("http://a.example/1", 503, PAGE_BYTES),
                response("http://a.example/2", 200, new byte[0]),
                response("http://a.example/3", 200, new byte[] {1, 2, 3, 4}, "Content-Encoding: br"),
                response("dns:a.example", 200, PAGE_BYTES),
                record("response", "http://a.example/4", "no http at all".getBytes(StandardCharsets.UTF_8)),
                response("http://a.example/5", 200, gzip(new byte[40 << 20]), "Content-Encoding: gzip"),
                response("http://a.example/6", 200, PAGE_BYTES));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(outcome.captures()).isEqualTo(1);
        assertThat(outcome.skipped())
                .containsEntry("status 503", 1L)
                .containsEntry("empty", 1L)
                .containsEntry("content encoding br", 1L)
                .containsEntry("no http answer", 1L)
                .containsEntry("no end of the HTTP headers", 1L)
                .containsEntry("more than 33554432 bytes", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "time", "disconnect", "unspecified"})
    void doesNotTakeARecordThatIsMarkedTruncatedForTheWhole(String mark) throws IOException {
        byte[] block = block(200, PAGE_BYTES, "Content-Length: " + PAGE_BYTES.length);
        Path file = write(
                Packing.BY_RECORD,
                record("response", "http://a.example/1", block, "WARC-Truncated: " + mark + "\r\n"),
                response("http://a.example/2", 200, PAGE_BYTES));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(captures.get(0).truncation())
                .contains("expected a whole body, got one marked WARC-Truncated: " + mark);
        assertThat(captures.get(1).truncation()).isEmpty();
        assertThat(outcome.captures()).isEqualTo(2);
        assertThat(outcome.truncated()).isEqualTo(1);
    }

    @Test
    void holdsABodyAgainstItsLengthItsChunksAndItsCompression() throws IOException {
        int length = PAGE_BYTES.length;
        byte[] half = Arrays.copyOf(PAGE_BYTES, length / 2);
        byte[] zipped = gzip(PAGE_BYTES);
        byte[] cutZip = Arrays.copyOf(zipped, zipped.length - 8);
        byte[] cutChunks = Arrays.copyOf(chunked(PAGE_BYTES), 90);
        byte[] noLastChunk = Arrays.copyOf(chunked(PAGE_BYTES), chunked(PAGE_BYTES).length - 5);
        byte[] noSize = join(chunk(half), "zz\r\n".getBytes(StandardCharsets.UTF_8));
        Path file = write(
                Packing.NONE,
                response("http://a.example/shorter", 200, half, "Content-Length: " + length),
                response("http://a.example/longer", 200, PAGE_BYTES, "Content-Length: " + (length - 1)),
                response("http://a.example/two", 200, PAGE_BYTES, "Content-Length: " + length, "Content-Length: 7"),
                response("http://a.example/none", 200, PAGE_BYTES, "Content-Length: many"),
                response("http://a.example/huge", 200, PAGE_BYTES, "Content-Length: 90000000000000000000"),
                response("http://a.example/zip", 200, cutZip, "Content-Encoding: gzip"),
                response(
                        "http://a.example/zip",
                        200,
                        cutZip,
                        "Content-Encoding: gzip",
                        "Content-Length: " + cutZip.length),
                response(
                        "http://a.example/zip",
                        200,
                        cutZip,
                        "Content-Encoding: gzip",
                        "Content-Length: " + zipped.length),
                response("http://a.example/chunk", 200, cutChunks, "Transfer-Encoding: chunked"),
                response("http://a.example/chunk", 200, noLastChunk, "Transfer-Encoding: chunked"),
                response("http://a.example/chunk", 200, noSize, "Transfer-Encoding: chunked"),
                response("http://a.example/chunk", 200, chunked(cutZip), "Transfer-Encoding: chunked"),
                response(
                        "http://a.example/undone",
                        200,
                        half,
                        "Transfer-Encoding: chunked",
                        "Content-Length: " + length),
                response("http://a.example/undone", 200, half, "Content-Encoding: gzip", "Content-Length: " + length),
                response("http://a.example/nothing", 200, new byte[0], "Content-Length: " + length));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(captures)
                .hasSize(15)
                .allSatisfy(capture -> assertThat(capture.truncation())
                        .as(capture.record().url().toString())
                        .get()
                        .asString()
                        .startsWith("expected ")
                        .contains(", got "));
        assertThat(outcome.truncated()).isEqualTo(15);
        assertThat(captures.get(0).truncation())
                .contains("expected " + length + " bytes as Content-Length says, got " + half.length);
        assertThat(outcome.damages()).isEmpty();
    }

    @Test
    void takesForWholeWhatIs() throws IOException {
        int length = PAGE_BYTES.length;
        byte[] zipped = gzip(PAGE_BYTES);
        byte[] hex = ("2023\r\n" + PAGE).getBytes(StandardCharsets.UTF_8);
        Path file = write(
                Packing.NONE,
                response("http://a.example/1", 200, PAGE_BYTES, "Content-Length: " + length),
                response("http://a.example/2", 200, PAGE_BYTES, "Content-Length: 0" + length + ", " + length),
                response(
                        "http://a.example/3",
                        200,
                        zipped,
                        "Content-Encoding: gzip",
                        "Content-Length: " + zipped.length),
                response("http://a.example/4", 200, zipped, "Content-Length: " + zipped.length),
                response("http://a.example/5", 200, PAGE_BYTES, "Content-Encoding: gzip", "Content-Length: 99"),
                response("http://a.example/6", 200, PAGE_BYTES, "Content-Encoding: br", "Content-Length: 99"),
                response(
                        "http://a.example/7",
                        200,
                        chunked(PAGE_BYTES),
                        "Transfer-Encoding: chunked",
                        "Content-Length: 9"),
                response(
                        "http://a.example/8",
                        200,
                        PAGE_BYTES,
                        "Transfer-Encoding: chunked",
                        "Content-Length: " + length),
                response("http://a.example/9", 200, PAGE_BYTES),
                record("response", "http://a.example/10", oldBlock()),
                response("http://a.example/11", 404, PAGE_BYTES, "Content-Length: 9999"),
                response(
                        "http://a.example/12",
                        200,
                        hex,
                        "Transfer-Encoding: chunked",
                        "Content-Length: " + hex.length));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(captures)
                .hasSize(12)
                .allSatisfy(capture -> assertThat(capture.truncation())
                        .as(capture.record().url().toString())
                        .isEmpty());
        assertThat(outcome.truncated()).isZero();
    }

    /** HTTP/1.0: the body ends with the connection. */
    private static byte[] oldBlock() {
        return join("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8), PAGE_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeARecordOfAnotherLengthThanItsOwnForTheWhole(Packing packing) throws IOException {
        byte[] next = response("http://a.example/2", 200, PAGE_BYTES);
        for (int error : new int[] {-200, -3, 400}) {
            captures.clear();
            byte[] lying = ofLength(response("http://a.example/1", 200, PAGE_BYTES), error);

            ForeignWarc.Outcome outcome = ForeignWarc.read(write(packing, lying, next), captures::add);

            assertThat(captures.get(0).record().url()).hasToString("http://a.example/1");
            assertThat(captures.get(0).truncation())
                    .as("%d in %s", error, packing)
                    .isPresent();
            assertThat(outcome.damages()).as("%d in %s", error, packing).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeTheLastRecordForTheWholeWhereTheFileEndsInIt(Packing packing) throws IOException {
        byte[] lying = ofLength(response("http://a.example/2", 200, PAGE_BYTES), 500);
        Path file = write(packing, response("http://a.example/1", 200, PAGE_BYTES), lying);

        ForeignWarc.read(file, captures::add);

        assertThat(captures).hasSize(2);
        assertThat(captures.get(0).truncation()).isEmpty();
        assertThat(captures.get(1).truncation()).get().asString().startsWith("expected a record of ");
    }

    @Test
    void takesTheLastRecordForWholeWhereOnlyTheLinesBehindItAreMissing() throws IOException {
        byte[] record = response("http://a.example/1", 200, PAGE_BYTES);
        Path file = Files.write(folder.resolve("a.warc"), Arrays.copyOf(record, record.length - 4));

        ForeignWarc.read(file, captures::add);

        assertThat(captures).singleElement().extracting(Capture::truncation).isEqualTo(java.util.Optional.empty());
    }

    private static byte[] ofLength(byte[] record, int error) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("Content-Length: ") + 16;
        int end = text.indexOf("\r\n", at);
        int length = Integer.parseInt(text.substring(at, end)) + error;
        return (text.substring(0, at) + length + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsARevisitFromTheRecordItRefersTo() throws IOException {
        String revisit =
                "WARC-Refers-To-Target-URI: http://a.example/1\r\nWARC-Refers-To-Date: 2024-01-05T00:00:00Z\r\n"
                        + "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n";
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        Path file = write(
                Packing.BY_RECORD,
                response("http://a.example/1", 200, PAGE_BYTES),
                record("revisit", "http://a.example/again", head, revisit + "WARC-Truncated: length\r\n"),
                record("revisit", "http://a.example/lost", head, revisit.replace("/1\r", "/else\r")));

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(outcome.captures()).isEqualTo(2);
        assertThat(captures.get(1).record().isRevisit()).isTrue();
        assertThat(captures.get(1).payload()).isEqualTo(PAGE_BYTES);
        // A revisit is marked so because it leaves its payload out.
        assertThat(captures.get(1).truncation()).isEmpty();
        assertThat(outcome.skipped()).containsEntry("revisit of a record that is not in the file", 1L);
    }

    @Test
    void endsAFileWhoseRecordsSayMoreThanItCanHold() throws IOException {
        byte[] lying = new String(response("http://a.example/2", 200, PAGE_BYTES), StandardCharsets.ISO_8859_1)
                .replaceFirst("Content-Length: \\d+", "Content-Length: 9000000000")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = write(Packing.BY_RECORD, response("http://a.example/1", 200, PAGE_BYTES), lying);

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(outcome.captures()).isEqualTo(1);
        assertThat(outcome.damages())
                .singleElement()
                .asString()
                .contains("records of more than 200 times the file's size");
    }

    @Test
    void endsAHeaderWithoutAnEnd() throws IOException {
        byte[] endless = ("WARC/1.0\r\nX: " + "a".repeat(100 << 20)).getBytes(StandardCharsets.ISO_8859_1);
        Path file = write(Packing.BY_RECORD, response("http://a.example/1", 200, PAGE_BYTES), endless);

        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);

        assertThat(outcome.captures()).isEqualTo(1);
        assertThat(outcome.damages()).hasSize(1);
    }

    @Test
    void survivesFilesThatAreCutOrBrokenAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(write(
                Packing.NONE,
                response("http://a.example/1", 200, chunked(PAGE_BYTES), "Transfer-Encoding: chunked"),
                response("http://a.example/2", 200, gzip(PAGE_BYTES), "Content-Encoding: gzip")));
        Random random = new Random(7);
        Path file = folder.resolve("broken.warc");
        for (int i = 0; i < 400; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int hits = random.nextInt(6); hits > 0 && bytes.length > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);

            captures.clear();
            ForeignWarc.read(file, captures::add);
            assertThat(captures)
                    .extracting(capture -> capture.record().location())
                    .doesNotHaveDuplicates();
            assertThat(captures).hasSizeBetween(0, 2);
        }
    }

    private Path write(Packing packing, byte[]... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] record : records) {
            bytes.write(packing == Packing.BY_RECORD ? gzip(record) : record);
        }
        byte[] file = packing == Packing.AS_A_WHOLE ? gzip(bytes.toByteArray()) : bytes.toByteArray();
        return Files.write(folder.resolve("foreign.warc" + (packing == Packing.NONE ? "" : ".gz")), file);
    }

    private byte[] info() {
        return record("warcinfo", "", "software: another\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] response(String url, int status, byte[] body, String... headers) {
        return record("response", url, block(status, body, headers));
    }

    private static byte[] block(int status, byte[] body, String... headers) {
        String head = "HTTP/1.1 " + status + " OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        return join(head.getBytes(StandardCharsets.UTF_8), body);
    }

    private byte[] record(String type, String url, byte[] block, String... headers) {
        number++;
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: 2024-01-05T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-0000000000" + (10 + number) + ">\r\n"
                + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: "
                + (type.equals("warcinfo") ? "application/warc-fields" : "application/http; msgtype=response")
                + "\r\n" + String.join("", headers) + "Content-Length: " + block.length + "\r\n\r\n";
        return join(join(head.getBytes(StandardCharsets.UTF_8), block), "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] chunked(byte[] body) {
        byte[] first = Arrays.copyOf(body, 100);
        byte[] rest = Arrays.copyOfRange(body, 100, body.length);
        return join(join(chunk(first), chunk(rest)), "0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + ";x=y\r\n").getBytes(StandardCharsets.UTF_8);
        return join(join(size, bytes), "\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        }
        return zipped.toByteArray();
    }
}
