package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fazhi.text.Digest;
import org.fazhi.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractStoreTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasPut() {
        ExtractStore store = new ExtractStore(folder);
        Extract loaded = extract("http://127.0.0.1/a.html", Optional.of(facts()));
        Extract quarantined = new Extract(
                "linjiang",
                "http://127.0.0.1/b.html",
                DIGEST,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Extract.Outcome.QUARANTINED,
                "empty_page",
                Optional.of("expected text, got no visible character"),
                Optional.empty());

        store.put(loaded);
        store.put(quarantined);

        try (Stream<Extract> all = store.all()) {
            assertThat(all).containsExactlyInAnyOrder(loaded, quarantined);
        }
    }

    /** As programs before wrote them. */
    @Test
    void readsAnExtractWithoutADetail() throws Exception {
        Path file = Files.createDirectories(folder.resolve("ab")).resolve("ab01.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"sourceId\":\"linjiang\",\"url\":\"http://127.0.0.1/a.html\",\"payloadDigest\":\"" + DIGEST
                            + "\",\"fetchedAt\":\"2026-01-02T03:04:05Z\",\"outcome\":\"QUARANTINED\","
                            + "\"reason\":\"empty_page\",\"facts\":null}")
                    .getBytes(StandardCharsets.UTF_8));
        }

        try (Stream<Extract> all = new ExtractStore(folder).all()) {
            assertThat(all)
                    .containsExactly(new Extract(
                            "linjiang",
                            "http://127.0.0.1/a.html",
                            DIGEST,
                            Instant.parse("2026-01-02T03:04:05Z"),
                            Extract.Outcome.QUARANTINED,
                            "empty_page",
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    @Test
    void keepsOneFileForAnExtractPutTwice() throws Exception {
        ExtractStore store = new ExtractStore(folder);
        store.put(extract("http://127.0.0.1/a.html", Optional.empty()));
        store.put(extract("http://127.0.0.1/a.html", Optional.of(facts())));

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
        try (Stream<Extract> all = store.all()) {
            assertThat(all.map(Extract::facts)).containsExactly(Optional.of(facts()));
        }
    }

    @Test
    void saysHowAReadingDiffersFromTheOneBefore() throws Exception {
        ExtractStore store = new ExtractStore(folder);
        assertThat(store.put(extract("http://127.0.0.1/a.html", Optional.of(facts()))))
                .isEqualTo(ExtractStore.Reread.FIRST);
        assertThat(store.put(extract("http://127.0.0.1/a.html", Optional.of(facts()))))
                .isEqualTo(ExtractStore.Reread.SAME);
        assertThat(store.put(extract("http://127.0.0.1/a.html", Optional.empty())))
                .isEqualTo(ExtractStore.Reread.CHANGED);
        assertThat(store.put(extract("http://127.0.0.1/b.html", Optional.empty())))
                .isEqualTo(ExtractStore.Reread.FIRST);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        assertThat(store.put(extract("http://127.0.0.1/b.html", Optional.empty())))
                .as("a damaged file is written anew")
                .isEqualTo(ExtractStore.Reread.CHANGED);
    }

    @Test
    void leavesOutWhatAKilledRunHalfWrote() throws Exception {
        ExtractStore store = new ExtractStore(folder);
        store.put(extract("http://127.0.0.1/a.html", Optional.empty()));
        Files.createDirectories(folder.resolve("ff"));
        Files.writeString(folder.resolve("ff").resolve("ff00.json.gz.new"), "half");

        try (Stream<Extract> all = store.all()) {
            assertThat(all).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"torn", "emptied", "flipped", "swapped", "without a digest", "other bytes", "of another program"
            })
    void saysOfAFileThatIsDamagedNothingButItsName(String damage) throws Exception {
        ExtractStore store = new ExtractStore(folder);
        store.put(extract("http://127.0.0.1/a.html", Optional.of(facts())));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        assertThat(store.has("linjiang", "http://127.0.0.1/a.html", DIGEST)).isTrue();
        store.put(extract("http://127.0.0.1/b.html", Optional.empty()));

        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 1;
        Files.write(
                file,
                switch (damage) {
                    case "torn" -> Arrays.copyOf(whole, whole.length / 2);
                    case "emptied" -> new byte[0];
                    case "flipped" -> flipped;
                    case "swapped" -> packed(Digest.of("x") + "\n{}");
                    case "without a digest" -> packed("sha256:none");
                    case "other bytes" -> packed("[]");
                    default -> packed("{\"sourceId\":[]}");
                });

        String name = folder.getFileName() + "/" + file.getParent().getFileName() + "/" + file.getFileName();
        assertThat(store.has("linjiang", "http://127.0.0.1/a.html", DIGEST)).isFalse();
        ExtractStore.Fault fault =
                store.fault("linjiang", "http://127.0.0.1/a.html", DIGEST).orElseThrow();
        assertThat(fault.isAbsent()).isFalse();
        assertThat(fault.said()).startsWith(name + ": expected an extract written by this program, got ");
        List<String> damages = new ArrayList<>();
        try (Stream<Extract> all = store.all(damages::add)) {
            assertThat(all).extracting(Extract::url).containsExactly("http://127.0.0.1/b.html");
        }
        assertThat(damages).singleElement().asString().startsWith(name + ": expected");

        assertThat(store.put(extract("http://127.0.0.1/a.html", Optional.of(facts()))))
                .isEqualTo(ExtractStore.Reread.CHANGED);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void saysThatThereIsNoFile() {
        ExtractStore.Fault fault = new ExtractStore(folder)
                .fault("linjiang", "http://127.0.0.1/a.html", DIGEST)
                .orElseThrow();
        assertThat(fault.isAbsent()).isTrue();
        assertThat(fault.said()).endsWith(".json.gz: expected an extract written by this program, got none");
    }

    /** As programs before wrote it, without a digest; it is not written anew for that. */
    @Test
    void leavesAFileThatSaysTheSameWithoutADigest() throws Exception {
        ExtractStore store = new ExtractStore(folder);
        store.put(extract("http://127.0.0.1/a.html", Optional.of(facts())));
        Path file = files().get(0);
        String text = unpacked(file);
        assertThat(text).startsWith("sha256:");
        byte[] before = packed(text.substring(text.indexOf('\n') + 1));
        Files.write(file, before);

        assertThat(store.has("linjiang", "http://127.0.0.1/a.html", DIGEST)).isTrue();
        assertThat(store.put(extract("http://127.0.0.1/a.html", Optional.of(facts()))))
                .isEqualTo(ExtractStore.Reread.SAME);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Extract extract(String url, Optional<DocumentFacts> facts) {
        return new Extract(
                "linjiang", url, DIGEST, Instant.parse("2026-01-02T03:04:05Z"), Extract.Outcome.LOADED, "", facts);
    }

    private static DocumentFacts facts() {
        return new DocumentFacts(
                Optional.of("991021"),
                "临江县司法局",
                "bureau",
                "rule_of_law",
                2025,
                Optional.of("临江县司法局2025年度法治政府建设年度报告"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-01-20"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "一、受理案件1.20万件𠮷",
                "一、受理案件1.20万件𠮷",
                List.of(new DocumentFacts.SectionFact(
                        0, OptionalInt.empty(), 1, "一", "受理案件", "achievements", new Span(0, 12), new Span(0, 12))),
                List.of(new DocumentFacts.FigureFact(
                        0,
                        OptionalInt.of(0),
                        "achievements",
                        "1.20万件",
                        new BigDecimal("12000.00"),
                        Optional.of(new BigDecimal("13000")),
                        "件",
                        "exact",
                        Optional.of("increase"),
                        "actual",
                        Optional.of("2025-11"),
                        Optional.of("reconsideration.accepted"),
                        "accepted-before",
                        0.9,
                        "受理案件1.20万件",
                        new Span(6, 12),
                        new Span(6, 12),
                        Optional.empty(),
                        Optional.empty())),
                List.of(new DocumentFacts.CheckFact("correction_rate", "confirmed", "28.8 %", "19 / 66", List.of(0))),
                List.of(new DocumentFacts.RepairFact("torn_marker", new Span(0, 1), new Span(0, 1), "1\n.", "1.")),
                List.of(new DocumentFacts.PartFact("plan", false)));
    }
}
