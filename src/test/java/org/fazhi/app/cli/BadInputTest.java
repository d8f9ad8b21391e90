package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used is said in a line with file, line, expected and got; the exit code is 2 and nothing is written. */
class BadInputTest {

    private static final String SOURCE = """
            id: linjiang-government
            publisher: 临渟县人民政府
            region: 991102
            issuer_kind: government
            report_kind: rule_of_law
            listings:
              - url: http://127.0.0.1:9/index.html
            delay: 0s
            allow_private_addresses: true
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"harvest", "reprocess", "schedule"})
    void refusesAFolderThatIsMissing(String command) {
        refuses(command, folder.resolve("jobs") + ": jobs: expected a folder, got nothing of that name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    issuer_kind: government          | isuer_kind: government           | 4  | isuer_kind
                    region: 991102                   | region: 123456                   | 3  | region
                    region: 991102                   | region: 99                       | 3  | region
                    publisher: 临渟县人民政府           | publisher: 松陂县人民政府            | 3  | a code of 松陂县 (991221), got 991102 (柏溪区)
                    delay: 0s                        | delay: 90s                       | 8  | delay
                    url: http://127.0.0.1:9/         | url: gopher://127.0.0.1:9/       | 7  | url
                    allow_private_addresses: true    | allow_private_addresses: maybe   | 9  | allow_private_addresses
                    report_kind: rule_of_law         | report_kind: weather             | 5  | report_kind
                    id: linjiang-government          | id: [1, 2]                       | 1  | id
                    """)
    void refusesASourceThatIsNotAsExpected(String right, String wrong, int line, String key) throws IOException {
        Path file = write("linjiang.yml", SOURCE.replace(right, wrong));

        assertThat(refuses("harvest", file + ":" + line + ": ")).contains(key, "expected", "got");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harvest", "reprocess", "schedule", "sources"})
    void refusesAListingDialectItDoesNotKnow(String command) throws IOException {
        Path file = write("linjiang.yml", SOURCE.replace("delay: 0s", "    cms: wordpress\ndelay: 0s"));

        assertThat(refuses(command, file + ":8: cms: expected one of")).contains("trs", "got wordpress");
    }

    @Test
    void refusesAnIdThatIsUsedTwiceAndNamesBothFiles() throws IOException {
        Path first = write("a.yml", SOURCE);
        Path second = write("b.yml", SOURCE);

        assertThat(refuses("harvest", second + ":1: id: expected")).contains(first.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"61 0 0 * * *", "0 0 2 * *", "every night"})
    void refusesACronThatCannotBe(String cron) throws IOException {
        write("linjiang.yml", SOURCE);
        Path nightly = write("nightly.yml", "concurrency: 2\ncron: " + cron + "\n");

        assertThat(refuses("schedule", nightly + ":2: cron: expected")).contains("got " + cron);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: [unclosed", "\tid: x", "id: \"open", "- a\n- b", "", "a: &a [*a]"})
    void refusesYamlThatCannotBeRead(String yaml) throws IOException {
        Path file = write("linjiang.yml", yaml);

        assertThat(refuses("harvest", file.toString())).contains("expected", "got");
    }

    @Test
    void saysEveryProblemOfEveryFileAtOnce() throws IOException {
        Path first = write("a.yml", SOURCE.replace("region: 991102", "region: 1"));
        write("b.yml", SOURCE.replace("id: linjiang", "id: wuhe").replace("delay: 0s", "delay: soon"));

        assertThat(refuses("harvest", first + ":3: region:").lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harvst", "--hoem", "harvest --home", "schedule --nights many", "check", "check a b"})
    void refusesACommandLineItDoesNotKnow(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void refusesAHomeThatIsAFile() throws IOException {
        write("linjiang.yml", SOURCE);
        Files.writeString(folder.resolve("home"), "a file");

        CommandRun run = harvest(folder.resolve("home"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("expected a home", "got the file " + folder.resolve("home"));
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder.resolve("home")).hasContent("a file");
    }

    @Test
    void refusesAHomeBelowAFile() throws IOException {
        write("linjiang.yml", SOURCE);
        Files.writeString(folder.resolve("file"), "a file");

        CommandRun run = harvest(folder.resolve("file").resolve("home"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void refusesAHomeThatIsReadOnly() throws IOException {
        write("linjiang.yml", SOURCE);
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThat(home.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(home), "the superuser may write everywhere");

        CommandRun run = harvest(home);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("expected a home");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harvest", "reprocess"})
    void refusesAHomeThatAnotherRunHolds(String command) throws Exception {
        write("linjiang.yml", SOURCE);
        Path home = folder.resolve("home");
        Path state = Files.createDirectories(home.resolve("state"));
        // As another process does.
        try (FileChannel file = FileChannel.open(
                        state.resolve("night.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            CommandRun run =
                    CommandRun.of(command, "--jobs", folder.resolve("jobs").toString(), "--home", home.toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
            assertThat(run.err()).contains(home + ": expected no other run in this home");
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.html", "", "http://", "http://[", "http://127.0.0.1:9/a b"})
    void refusesAPageToCheckThatIsNone(String page) {
        CommandRun run = CommandRun.of("check", page);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void refusesToCheckAPrivateAddressUnlessToldTo() {
        CommandRun run = CommandRun.of("check", "http://127.0.0.1:9/a.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("expected a page, got unsafe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE html><html></html>   | HTML
                    '\ufeff <HTML>'                | HTML
                    <?xml version='1.0'?>          | markup
                    ''                             | nothing
                    no WARC at all                 | bytes beginning 6e 6f 20 57 41 52 43 20
                    %PDF-1.7                       | a PDF file
                    """)
    void refusesAFileToTakePagesFromThatIsNoWarc(String content, String got) throws IOException {
        write("linjiang.yml", SOURCE);
        Path good = Files.writeString(
                folder.resolve("good.warc"),
                "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
        Path bad = Files.writeString(folder.resolve("bad.warc"), content);
        Path zipped = folder.resolve("bad.warc.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }

        CommandRun run = fromWarc(good, bad, folder, zipped, folder.resolve("missing.warc"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        bad + ": expected a WARC file, got " + got,
                        folder + ": expected a WARC file, got a folder",
                        zipped + ": expected a WARC file, got gzip of " + got,
                        folder.resolve("missing.warc") + ": expected a WARC file, got nothing of that name");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void readsNoMoreOfAFileThanTellsItsKind() throws IOException {
        write("linjiang.yml", SOURCE);
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(block);
            }
        }
        byte[] cut = Arrays.copyOf(Files.readAllBytes(bomb), 12);

        assertThat(fromWarc(bomb).err()).contains("got gzip of bytes beginning 00 00 00 00 00 00 00 00");
        assertThat(fromWarc(Files.write(folder.resolve("cut.gz"), cut)).err()).contains("got gzip of ");
    }

    private CommandRun fromWarc(Path... files) {
        List<String> line = new ArrayList<>(List.of(
                "harvest",
                "--jobs",
                folder.resolve("jobs").toString(),
                "--home",
                folder.resolve("home").toString(),
                "--from-warc"));
        for (Path file : files) {
            line.add(file.toString());
        }
        return CommandRun.of(line.toArray(String[]::new));
    }

    @Test
    void refusesAFolderOfLabelsThatIsMissing() {
        CommandRun run = CommandRun.of("evaluate", folder.resolve("gold").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("gold").doesNotContain("\tat ");
    }

    /** Runs the command over the jobs of this test; returns what was said. */
    private String refuses(String command, String start) {
        Path home = folder.resolve("home");
        CommandRun run = CommandRun.of(command, "--jobs", folder.resolve("jobs").toString(), "--home", home.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith(start);
        assertThat(run.out()).isEmpty();
        assertThat(home).doesNotExist();
        return run.err();
    }

    private CommandRun harvest(Path home) {
        return CommandRun.of("harvest", "--jobs", folder.resolve("jobs").toString(), "--home", home.toString());
    }

    private Path write(String name, String yaml) throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        return Files.writeString(jobs.resolve(name), yaml);
    }
}
