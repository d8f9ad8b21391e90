package org.fazhi.harvest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.fetch.FetchResult.Trace;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;

class ArchiveTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T17:30:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);
    private static final CaptureContext CONTEXT = new CaptureContext(
            "qinghe-justice",
            Optional.of("清禾县司法局2025年度法治政府建设情况报告"),
            Optional.of(URI.create("http://www.qinghe.example.gov.cn/fzzf/")),
            OptionalInt.of(2025),
            Optional.of(LocalDate.of(2026, 1, 20)));

    private static final Map<String, List<String>> HEADERS = Map.of(
            "content-type", List.of("text/html; charset=utf-8"),
            "etag", List.of("\"v1\""),
            "content-encoding", List.of("gzip"),
            "content-length", List.of("9"));

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasStored() {
        CaptureRecord stored;
        try (Archive archive = open()) {
            stored = archive.store(page("/a.html", "甲"), CONTEXT);
        }

        Capture capture = open().read(stored.location());

        assertThat(capture.record()).isEqualTo(stored);
        assertThat(new String(capture.payload(), StandardCharsets.UTF_8)).isEqualTo("甲");
        assertThat(capture.status()).isEqualTo(200);
        assertThat(capture.contentType()).contains("text/html; charset=utf-8");
        assertThat(capture.headers().get("etag")).containsExactly("\"v1\"");
        assertThat(capture.context())
                .contains(new CaptureContext(
                        CONTEXT.sourceId(),
                        CONTEXT.linkTitle(),
                        CONTEXT.via(),
                        CONTEXT.reportYear(),
                        CONTEXT.listedOn(),
                        Optional.of(capture.record().url())));
        assertThat(stored.fetchedAt()).isEqualTo(NIGHT);
        assertThat(stored.isRevisit()).isFalse();
    }

    @Test
    void storesTheDecodedPayloadAndKeepsWhatItsEncodingWas() throws IOException {
        try (Archive archive = open()) {
            archive.store(page("/a.html", "甲"), CONTEXT);
        }

        WarcResponse response = records().stream()
                .filter(WarcResponse.class::isInstance)
                .map(WarcResponse.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(response.payloadDigest().orElseThrow().raw())
                .isEqualTo(Digest.of("甲").toString());
        assertThat(response.headers().first("WARC-Target-URI")).contains("http://www.qinghe.example.gov.cn/a.html");
    }

    @Test
    void beginsAFileWithWarcinfoAndPutsMetadataBesideEachCapture() throws IOException {
        try (Archive archive = open()) {
            archive.store(page("/a.html", "甲"), CONTEXT);
            archive.store(page("/b.html", "乙"), CONTEXT);
        }

        assertThat(records().stream().map(WarcRecord::type))
                .containsExactly("warcinfo", "response", "metadata", "response", "metadata");
        assertThat(records())
                .allSatisfy(record -> assertThat(record.version().toString()).isEqualTo("WARC/1.1"));
        assertThat(files()).containsExactly("fazhi-20260301173000123-00000.warc.gz");
    }

    @Test
    void writesARevisitForAPayloadItHas() throws IOException {
        CaptureRecord first;
        CaptureRecord second;
        try (Archive archive = open()) {
            first = archive.store(page("/a.html", "甲"), CONTEXT);
            second = archive.store(page("/copy.html", "甲"), CONTEXT);

            assertThat(second.isRevisit()).isTrue();
            assertThat(second.payloadLocation()).isEqualTo(first.location());
            assertThat(new String(archive.read(second.location()).payload(), StandardCharsets.UTF_8))
                    .isEqualTo("甲");
        }
        WarcRevisit revisit = (WarcRevisit) records().get(3);
        assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
        assertThat(revisit.refersTo()).contains(first.recordId());
        assertThat(revisit.refersToTargetURI()).contains(first.url());
        assertThat(revisit.refersToDate()).contains(NIGHT);
    }

    @Test
    void walksAllCapturesFromTheFilesAlone() {
        try (Archive archive = open()) {
            archive.store(page("/a.html", "甲"), CONTEXT);
            archive.store(page("/copy.html", "甲"), CONTEXT);
            archive.store(page("/b.html", "乙"), CONTEXT);
        }
        List<String> seen = new ArrayList<>();

        Walk walk = open().forEachCapture(
                        capture -> seen.add(capture.record().url().getPath() + "="
                                + new String(capture.payload(), StandardCharsets.UTF_8) + ","
                                + capture.context().orElseThrow().sourceId()));

        assertThat(seen)
                .containsExactly("/a.html=甲,qinghe-justice", "/copy.html=甲,qinghe-justice", "/b.html=乙,qinghe-justice");
        assertThat(walk).isEqualTo(new Walk(3, List.of()));
    }

    @Test
    void goesOnInItsNewestFileAndBeginsAnotherBeyondTheBound() {
        store(1_000_000, "a");
        store(1_000_000, "b");
        store(100, "c");
        store(100, "d");

        assertThat(files()).hasSize(3);
        assertThat(open().forEachCapture(capture -> {}).captures()).isEqualTo(4);
    }

    @Test
    void leavesNoFileWhereNothingWasStored() {
        open().close();

        assertThat(files()).isEmpty();
    }

    @Test
    void cutsOffWhatAKilledRunLeftHalfWrittenWhereverItWasKilled() throws IOException {
        store(1_000_000, "a");
        Path file = folder.resolve(files().get(0));
        int whole = (int) Files.size(file);
        store(1_000_000, "b");
        byte[] full = Files.readAllBytes(file);

        for (int length = whole + 1; length < full.length; length++) {
            Files.write(file, Arrays.copyOf(full, length));
            store(1_000_000, "c");

            List<String> payloads = new ArrayList<>();
            Walk walk = open().forEachCapture(
                            capture -> payloads.add(new String(capture.payload(), StandardCharsets.UTF_8)));

            assertThat(payloads)
                    .as("cut at %d of %d", length, full.length)
                    .startsWith("a")
                    .endsWith("c");
            assertThat(walk.damages())
                    .as("cut at %d of %d", length, full.length)
                    .isEmpty();
        }
    }

    /** A power failure may leave room that was never written. */
    @Test
    void cutsOffTheZerosOfAPowerFailure() throws IOException {
        store(1_000_000, "a");
        Path file = folder.resolve(files().get(0));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 9000));

        store(1_000_000, "b");

        assertThat(files()).hasSize(1);
        assertThat(payloads(open())).containsExactly("a", "b");
        assertThat(open().forEachCapture(capture -> {}).damages()).isEmpty();
    }

    /** A page may hold a member itself; what stands behind it is no end of a file. */
    @Test
    void takesNothingForARecordThatAPageHolds() throws IOException {
        store(1_000_000, "forged");
        Path file = folder.resolve(files().get(0));
        byte[] forged = Files.readAllBytes(file);
        Files.delete(file);
        byte[] noise = noise();
        System.arraycopy(forged, 0, noise, 90_000, forged.length);
        try (Archive archive = open()) {
            archive.store(page("/noise.html", noise, HEADERS), CONTEXT);
        }
        store(1_000_000, "b");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as("what does not compress stands as it is")
                .contains(new String(forged, StandardCharsets.ISO_8859_1));
        bytes[(int) locations().get(0).offset()] ^= 1;
        Files.write(file, bytes);

        assertThat(payloads(open())).containsExactly("b");
    }

    /** So that a page that was made to does not cost a night. */
    @Test
    void givesUpBehindManyThatOnlyBeginAsMembersDo() throws IOException {
        store(1_000_000, "a");
        byte[] whole = Files.readAllBytes(folder.resolve(files().get(0)));
        // With flags that no member has.
        byte[] start = {0x1F, (byte) 0x8B, 8, (byte) 0xE0};
        for (int starts : List.of(999, 1_000)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < starts; i++) {
                bytes.write(start);
            }
            bytes.write(whole);
            Path file = Files.write(folder.resolve("begun"), bytes.toByteArray());
            try (FileChannel channel = FileChannel.open(file)) {
                assertThat(GzipMember.wholeAgain(channel, 0).isPresent()).isEqualTo(starts < 1_000);
            }
        }
    }

    /** What stands between two damages may be anything, since nothing whole follows it up to the end. */
    @Test
    void goesOnBehindTheLastOfTwoDamages() throws IOException {
        for (String body : List.of("a", "b", "c", "d")) {
            store(1_000_000, body);
        }
        Path file = folder.resolve(files().get(0));
        byte[] bytes = Files.readAllBytes(file);
        List<CaptureLocation> places = locations();
        bytes[(int) places.get(0).offset()] ^= 1;
        bytes[(int) places.get(2).offset()] ^= 1;
        Files.write(file, bytes);

        Walk walk = open().forEachCapture(capture -> assertThat(text(capture)).isEqualTo("d"));

        assertThat(walk.captures()).isEqualTo(1);
        assertThat(walk.damages()).singleElement().asString().matches(".*; they go on at \\d+");
        assertThat(text(open().read(places.get(1)))).isEqualTo("b");
    }

    @Test
    void findsAMemberWhereverItBegins() throws IOException {
        store(1_000_000, "a");
        byte[] whole = Files.readAllBytes(folder.resolve(files().get(0)));
        for (int before : List.of(1, 65_533, 65_534, 65_535, 65_536, 131_069)) {
            byte[] bytes = new byte[before + whole.length];
            System.arraycopy(whole, 0, bytes, before, whole.length);
            Path file = Files.write(folder.resolve("placed"), bytes);
            try (FileChannel channel = FileChannel.open(file)) {
                assertThat(GzipMember.wholeAgain(channel, 0)).hasValue(before);
            }
        }
    }

    @Test
    void leavesAFileAsItIsThatIsNoneOfOurs() throws IOException {
        store(1_000_000, "a");
        byte[] whole = Files.readAllBytes(folder.resolve(files().get(0)));
        byte[] torn = Arrays.copyOf(whole, whole.length - 1);
        Path copied = Files.write(folder.resolve("zongheng.warc.gz"), torn);

        store(1_000_000, "b");

        assertThat(copied).hasBinaryContent(torn);
        assertThat(files()).hasSize(3);
    }

    @Test
    void beginsAnotherFileBehindAMemberThatIsNoRecord() throws IOException {
        store(1_000_000, "a");
        Path file = folder.resolve(files().get(0));
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        try (GZIPOutputStream member = new GZIPOutputStream(none)) {
            member.write("WARD".getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(file, none.toByteArray(), StandardOpenOption.APPEND);

        store(1_000_000, "b");

        assertThat(files()).hasSize(2);
        Walk walk = open().forEachCapture(capture -> {});
        assertThat(walk.captures()).isEqualTo(2);
        assertThat(walk.damages()).singleElement().asString().endsWith("got a gzip member that is none");
    }

    @Test
    void boundsAMember() throws IOException {
        Path file = folder.resolve("large");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("WARC/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 33; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        try (FileChannel channel = FileChannel.open(file)) {
            assertThatThrownBy(() -> GzipMember.read(channel, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessage("one of more than 34603008 bytes");
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[200_000];
        new Random(9).nextBytes(noise);
        return noise;
    }

    /** Whichever byte turns over: at most its record is lost, never another, never silently, and never to another text. */
    @Test
    void losesToADamageNothingButTheRecordItStandsIn() throws IOException {
        store(1_000_000, "a");
        store(1_000_000, "b");
        store(1_000_000, "c");
        Path file = folder.resolve(files().get(0));
        byte[] sound = Files.readAllBytes(file);
        List<CaptureLocation> places = locations();
        long last;
        try (FileChannel channel = FileChannel.open(file)) {
            last = GzipMember.read(channel, places.get(2).offset()).end();
        }

        for (int at = 0; at < sound.length; at++) {
            byte[] bytes = sound.clone();
            bytes[at] ^= 1;
            Files.write(file, bytes);
            store(1_000_000, "d");
            String where = "byte " + at + " of " + sound.length;

            List<String> payloads = new ArrayList<>();
            Archive archive = open();
            Walk walk = archive.forEachCapture(capture -> payloads.add(text(capture)));
            List<String> read = places.stream()
                    .map(place -> {
                        try {
                            return text(archive.read(place));
                        } catch (ArchiveException e) {
                            return "lost";
                        }
                    })
                    .toList();

            // What says where the last page came from is told from a half-written record by nothing.
            assertThat(Files.readAllBytes(file))
                    .as(where)
                    .startsWith(at < last ? bytes : Arrays.copyOf(bytes, (int) last));
            assertThat(payloads).as(where).isSubsetOf("a", "b", "c", "d").endsWith("d");
            assertThat(payloads.size() + (walk.damages().isEmpty() ? 0 : 1))
                    .as(where)
                    .isBetween(4, 5);
            assertThat(read).as(where).filteredOn("lost"::equals).hasSize(4 - payloads.size());
            for (int i = 0; i < 3; i++) {
                assertThat(read.get(i))
                        .as(where)
                        .isIn("lost", List.of("a", "b", "c").get(i));
            }
            assertThat(walk.damages())
                    .as(where)
                    .allMatch(damage -> damage.contains(": expected whole records to the end, got "))
                    .hasSizeLessThanOrEqualTo(1);
            for (String other : files().subList(1, files().size())) {
                Files.delete(folder.resolve(other));
            }
        }
    }

    @Test
    void mendsAFileThatWasKilledInItsFirstRecord() throws IOException {
        Files.writeString(folder.resolve("fazhi-20260101000000000-00000.warc.gz"), "\u001f");

        store(1_000_000, "a");

        assertThat(open().forEachCapture(capture -> {})).isEqualTo(new Walk(1, List.of()));
    }

    @Test
    void readsUpToADamageInAnOlderFileAndTellsIt() throws IOException {
        store(100, "a");
        store(100, "b");
        Path old = folder.resolve(files().get(0));
        Files.write(old, Arrays.copyOf(Files.readAllBytes(old), (int) Files.size(old) - 20));

        Walk walk = open().forEachCapture(capture -> {});

        assertThat(walk.captures()).isEqualTo(2);
        assertThat(walk.damages()).singleElement().asString().startsWith("fazhi-20260301173000123-00000.warc.gz@");
    }

    @Test
    void tellsOfAStoredPageThatIsNotTheWhole() throws IOException {
        try (Archive archive = open()) {
            // As earlier programs imported them from files that held less than the server had said.
            archive.store(page("/short.html", "甲", Map.of("content-length", List.of("9"))), CONTEXT);
            archive.store(page("/again.html", "甲", Map.of("content-length", List.of("3"))), CONTEXT);
            archive.store(page("/exact.html", "乙", Map.of("content-length", List.of("3"))), CONTEXT);
            archive.store(page("/undone.html", "丙丙", Map.of("content-length", List.of("3"))), CONTEXT);
            archive.store(
                    page("/zip.html", "丁", Map.of("content-length", List.of("9"), "content-encoding", List.of("gzip"))),
                    CONTEXT);
        }
        try (WarcWriter writer = new WarcWriter(folder.resolve("fazhi-20990101000000000-00000.warc.gz"))) {
            writer.write(copied("戊", "戊", "WARC-Truncated", "time"));
            writer.write(copied("己", "己之全", "X-Other", "1"));
            writer.write(copied("庚", "庚", "X-Other", "1"));
        }
        List<String> told = new ArrayList<>();

        open().forEachCapture(capture -> told.add(new String(capture.payload(), StandardCharsets.UTF_8) + " "
                + capture.truncation().orElse("whole")));

        assertThat(told)
                .containsExactly(
                        "甲 expected 9 bytes as Content-Length says, got 3",
                        // The payload is that of the record before.
                        "甲 expected 9 bytes as Content-Length says, got 3",
                        "乙 whole",
                        "丙丙 whole",
                        "丁 whole",
                        "戊 expected a whole body, got one marked WARC-Truncated: time",
                        "己 expected the payload " + Digest.of("己之全") + ", got " + Digest.of("己"),
                        "庚 whole");
    }

    private static WarcResponse copied(String body, String wholeBody, String field, String value) throws IOException {
        return new WarcResponse.Builder("http://www.qinghe.example.gov.cn/copied.html")
                .date(NIGHT)
                .setHeader("WARC-Payload-Digest", Digest.of(wholeBody).toString())
                .setHeader(field, value)
                .body(new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, body.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build();
    }

    @Test
    void refusesALocationThatIsNone() {
        store(1_000_000, "a");

        assertThatThrownBy(() -> open().read(new CaptureLocation(files().get(0), 3)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageStartingWith(files().get(0) + "@3: expected ");
        assertThatThrownBy(() -> open().read(new CaptureLocation("../x", 0))).isInstanceOf(ArchiveException.class);
    }

    @Test
    void keepsHeaderValuesOnOneLine() {
        Fetched page = new Fetched(
                page("/a.html", "甲").trace(),
                Map.of("x-odd", List.of("a\tb"), "content-type", List.of("text/html;;charset=\"")),
                "甲".getBytes(StandardCharsets.UTF_8));
        try (Archive archive = open()) {
            CaptureRecord stored = archive.store(
                    page,
                    new CaptureContext("a", Optional.of("一\r\nsource: b"), Optional.empty(), OptionalInt.empty()));

            Capture capture = archive.read(stored.location());

            assertThat(capture.headers().get("x-odd")).containsExactly("a b");
            assertThat(capture.context().orElseThrow().sourceId()).isEqualTo("a");
            assertThat(capture.context().orElseThrow().linkTitle()).contains("一 source: b");
        }
    }

    private List<CaptureLocation> locations() {
        List<CaptureLocation> locations = new ArrayList<>();
        open().forEachCapture(capture -> locations.add(capture.record().location()));
        return locations;
    }

    private static List<String> payloads(Archive archive) {
        List<String> payloads = new ArrayList<>();
        archive.forEachCapture(capture -> payloads.add(text(capture)));
        return payloads;
    }

    private static String text(Capture capture) {
        return new String(capture.payload(), StandardCharsets.UTF_8);
    }

    private Archive open() {
        return open(1_000_000);
    }

    private Archive open(long fileBytes) {
        int[] count = {0};
        // Ids differ over openings as random ones do.
        long salt = System.identityHashCode(count);
        Supplier<UUID> ids = () -> new UUID(salt, count[0]++);
        return Archive.open(folder, new Archive.Settings(fileBytes, CLOCK, ids), CaptureIndex.inMemory());
    }

    private void store(long fileBytes, String body) {
        try (Archive archive = open(fileBytes)) {
            archive.store(page("/" + body.charAt(0) + ".html", body), CONTEXT);
        }
    }

    private static Fetched page(String path, String body) {
        return page(path, body, HEADERS);
    }

    private static Fetched page(String path, String body, Map<String, List<String>> headers) {
        return page(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Fetched page(String path, byte[] body, Map<String, List<String>> headers) {
        URI url = URI.create("http://www.qinghe.example.gov.cn" + path);
        return new Fetched(
                new Trace(url, url, List.of(), OptionalInt.of(200), NIGHT, Duration.ofMillis(80), 1), headers, body);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<WarcRecord> records() throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        for (String file : files()) {
            try (WarcReader reader = new WarcReader(folder.resolve(file))) {
                reader.records().forEach(records::add);
            }
        }
        return records;
    }
}
