package org.fazhi.harvest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRegistryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    private static final String GOOD = """
            id: qinghe-justice
            publisher: 清禾县司法局
            region: 991121
            issuer_kind: bureau
            report_kind: rule_of_law
            listings:
              - url: https://www.qinghe.example.gov.cn/fzzf/index.html
                cms: trs
              - url: http://www.qinghe.example.gov.cn/old/
            documents:
              - http://www.qinghe.example.gov.cn/a/1.html
            title: 法治政府.*报告
            since: 2021
            delay: 1500ms
            allow_private_addresses: false
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryKeyOfASource() throws IOException {
        write("a/qinghe.yml", GOOD);

        Source source = read().sources().get(0);

        assertThat(source.id()).isEqualTo("qinghe-justice");
        assertThat(source.publisher()).isEqualTo("清禾县司法局");
        assertThat(source.region()).isEqualTo("991121");
        assertThat(source.issuerKind()).isEqualTo(IssuerKind.BUREAU);
        assertThat(source.reportKind()).isEqualTo(ReportKind.RULE_OF_LAW);
        assertThat(source.listings()).hasSize(2);
        assertThat(source.listings().get(0).cms()).contains("trs");
        assertThat(source.listings().get(1).cms()).isEmpty();
        assertThat(source.documents()).containsExactly(URI.create("http://www.qinghe.example.gov.cn/a/1.html"));
        assertThat(source.title().pattern()).isEqualTo("法治政府.*报告");
        assertThat(source.since()).isEqualTo(2021);
        assertThat(source.delay()).isEqualTo(Duration.ofMillis(1500));
        assertThat(source.allowPrivateAddresses()).isFalse();
        assertThat(source.file()).isEqualTo(folder.resolve("a/qinghe.yml"));
    }

    @Test
    void takesTheOrderOfPathsAndLeavesNightSettingsOut() throws IOException {
        write("b.yml", GOOD.replace("qinghe-justice", "second"));
        write("a/z.yaml", GOOD.replace("qinghe-justice", "first"));
        write("a/nightly.yml", "folders: [x]\n");
        write("notes.txt", "not a source");

        assertThat(read().sources()).extracting(Source::id).containsExactly("first", "second");
    }

    @Test
    void fillsDefaultsFromTheNightOfTheParentFolder() throws IOException {
        write("nightly.yml", "folders: [elsewhere]\ndefaults:\n  delay: 5s\n  since: 2022\n");
        write("cn/a.yml", GOOD.replaceAll("since.*\n", "").replaceAll("delay.*\n", ""));

        SourceRegistry registry = SourceRegistry.read(folder.resolve("cn"), CLOCK);

        assertThat(registry.sources().get(0).delay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(registry.sources().get(0).since()).isEqualTo(2022);
    }

    @Test
    void readsOnlyTheFoldersThatItsOwnNightNames() throws IOException {
        write("nightly.yml", "folders: [cn]\n");
        write("cn/a.yml", GOOD);
        write("sample/b.yml", GOOD.replace("qinghe-justice", "other"));

        assertThat(read().sources()).extracting(Source::id).containsExactly("qinghe-justice");
    }

    @Test
    void hasDefaultsWithoutANight() throws IOException {
        write(
                "a.yml",
                GOOD.replaceAll("since.*\n", "").replaceAll("delay.*\n", "").replaceAll("title.*\n", ""));

        SourceRegistry registry = read();

        assertThat(registry.nightly()).isEqualTo(Nightly.DEFAULTS);
        assertThat(registry.sources().get(0).delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(registry.sources().get(0).since()).isEqualTo(2019);
        assertThat(registry.sources().get(0).title().pattern()).isEqualTo(Source.DEFAULT_TITLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    delay: 1500ms           | delay: 0s              | 14: delay: expected 1s..60s, got 0s
                    delay: 1500ms           | delay: 61s             | 14: delay: expected 1s..60s, got 61s
                    delay: 1500ms           | delay: 2               | 14: delay: expected 1s..60s, got 2
                    delay: 1500ms           | delay: [2s]            | 14: delay: expected one value, got a list
                    delay: 1500ms           | dealy: 2s              | 14: dealy: expected one of id, publisher, region, issuer_kind, report_kind, listings, documents, title, since, delay, allow_private_addresses, got dealy
                    delay: 1500ms           | since: 2020            | 14: since: expected it once, got it again after line 13
                    region: 991121          | region: 123456         | 3: region: expected a GB/T 2260 code of six digits that the table of regions has, got 123456
                    region: 991121          | region: 37132          | 3: region: expected a GB/T 2260 code of six digits that the table of regions has, got 37132
                    region: 991121          | region:                | 3: region: expected a value, got nothing
                    issuer_kind: bureau     | issuer_kind: office    | 4: issuer_kind: expected one of government, bureau, party_government, township, got office
                    report_kind: rule_of_law| report_kind: budget    | 5: report_kind: expected one of rule_of_law, got budget
                    title: 法治政府.*报告     | title: '('             | 12: title: expected a regular expression (Unclosed group), got (
                    since: 2021             | since: 1979            | 13: since: expected 1981..2027, got 1979
                    since: 2021             | since: 2028            | 13: since: expected 1981..2027, got 2028
                    since: 2021             | since: recent          | 13: since: expected 1981..2027, got recent
                    id: qinghe-justice      | id: Qinghe             | 1: id: expected lower-case letters, digits and hyphens, at most 64, got Qinghe
                    id: qinghe-justice      | title: x               | 12: title: expected it once, got it again after line 1
                    http://www.qinghe.example.gov.cn/a/1.html | ftp://a.example/1   | 11: documents: expected an http or https address with a host, got ftp://a.example/1
                    http://www.qinghe.example.gov.cn/a/1.html | /only/a/path        | 11: documents: expected an http or https address with a host, got /only/a/path
                    http://www.qinghe.example.gov.cn/a/1.html | http://u:p@a.example/ | 11: documents: expected an address without user or fragment, got http://u:p@a.example/
                    cms: trs                | cms: TRS WCM           | 8: cms: expected a listing dialect such as trs, got TRS WCM
                    allow_private_addresses: false | allow_private_addresses: yes  | 15: allow_private_addresses: expected true or false, got yes
                    allow_private_addresses: false | allow_private_addresses: true | 11: documents: expected a loopback address where allow_private_addresses is true, got http://www.qinghe.example.gov.cn/a/1.html
                    """)
    void refusesABadValueWithItsLine(String good, String bad, String message) throws IOException {
        Path file = write("a.yml", GOOD.replace(good, bad));

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .extracting(e -> e.getMessage().lines().toList())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(file + ":" + message);
    }

    @Test
    void allowsNoDelayOnLoopbackOnly() throws IOException {
        write("a.yml", """
                id: sample
                publisher: 清禾县人民政府
                region: 991121
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: http://127.0.0.1:47101/index.html
                delay: 0s
                allow_private_addresses: true
                """);

        assertThat(read().sources().get(0).delay()).isZero();
    }

    @Test
    void namesEveryMissingKey() throws IOException {
        Path file = write("a.yml", "since: 2020\n");

        assertProblems(
                file + ":1: id: expected a value, got nothing",
                file + ":1: publisher: expected a value, got nothing",
                file + ":1: region: expected a value, got nothing",
                file + ":1: issuer_kind: expected a value, got nothing",
                file + ":1: report_kind: expected a value, got nothing");
    }

    @Test
    void wantsAtLeastOneAddress() throws IOException {
        Path file = write("a.yml", """
                id: a
                publisher: 清禾县人民政府
                region: 991121
                issuer_kind: government
                report_kind: rule_of_law
                listings: []
                """);

        assertProblems(file + ":6: listings: expected at least one address in listings or documents, got none");
    }

    @Test
    void refusesTheSameIdInTwoFiles() throws IOException {
        Path first = write("a.yml", GOOD);
        Path second = write("b/c.yml", "# a comment\n" + GOOD);

        assertProblems(second + ":2: id: expected an id of its own, got qinghe-justice as in " + first);
    }

    @Test
    void reportsProblemsOfAllFilesAtOnce() throws IOException {
        Path first = write("a.yml", GOOD.replace("1500ms", "0s"));
        Path second = write("b.yml", GOOD.replace("qinghe-justice", "b").replace("991121", "1"));

        assertProblems(
                first + ":14: delay: expected 1s..60s, got 0s",
                second + ":3: region: expected a GB/T 2260 code of six digits that the table of regions has, got 1");
    }

    @Test
    void refusesAliasesWhateverTheyWouldGrowTo() throws IOException {
        Path file = write("a.yml", """
                a: &a [x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b]
                """);

        assertProblems(file + ":2: syntax: expected a value, got the alias *a");
    }

    @Test
    void reportsASyntaxErrorWithItsLine() throws IOException {
        Path file = write("a.yml", "id: a\npublisher: [b\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + ":3: syntax: expected YAML, got an error: ");
    }

    @Test
    void refusesAnEmptyFileAListAndOtherEncodings() throws IOException {
        Path empty = write("a.yml", "# nothing\n");
        Path list = write("b.yml", "- a\n- b\n");
        Path gbk = folder.resolve("c.yml");
        Files.write(gbk, "publisher: 清禾县".getBytes(Charset.forName("GB18030")));

        assertProblems(
                empty + ":1: file: expected settings, got an empty file",
                list + ":1: file: expected keys with values, got a sequence",
                gbk + ": file: expected UTF-8, got other bytes");
    }

    @Test
    void refusesAControlCharacterAndAFileTooLong() throws IOException {
        Path control = write("a.yml", "id: a\npublisher: b\u0001\n");
        Path large = write("b.yml", "# " + "x".repeat(YamlFile.MAX_BYTES) + "\n");

        assertProblems(
                control + ":2: syntax: expected YAML, got the character U+0001",
                large + ": file: expected at most 65536 bytes, got 65539");
    }

    @Test
    void refusesAMissingAndAnEmptyFolder() {
        Path missing = folder.resolve("nowhere");

        assertThatThrownBy(() -> SourceRegistry.read(missing, CLOCK))
                .hasMessage(missing + ": jobs: expected a folder, got nothing of that name");
        assertThatThrownBy(this::read).hasMessage(folder + ": jobs: expected at least one source file, got none");
    }

    @Test
    void readsTheSourcesThatComeWithTheProject() {
        SourceRegistry registry = SourceRegistry.read(Path.of("jobs/cn"), CLOCK);

        assertThat(registry.sources()).hasSizeGreaterThan(10);
        assertThat(registry.nightly().file()).contains(Path.of("jobs/nightly.yml"));
    }

    @Test
    void refusesEveryCodeOfAnotherPlaceThanItsPublishers() throws IOException {
        write("a.yml", GOOD.replace("清禾县", "柏溪区"));
        write("b.yml", GOOD.replace("qinghe-justice", "second").replace("清禾县", "郯城县"));
        write("c.yml", GOOD.replace("qinghe-justice", "third").replace("清禾县", "栖川县"));

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        folder.resolve("a.yml") + ":3: region: expected a code of 柏溪区 (991102), got 991121 (栖川县)")
                .hasMessageContaining(folder.resolve("b.yml")
                        + ":3: region: expected a code of 郯城县 (371322, 372822), got 991121 (栖川县)")
                .hasMessageNotContaining("c.yml");
    }

    private SourceRegistry read() {
        return SourceRegistry.read(folder, CLOCK);
    }

    private void assertProblems(String... lines) {
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(String.join("\n", lines));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
