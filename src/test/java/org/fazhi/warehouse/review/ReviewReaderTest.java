package org.fazhi.warehouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry must say, and what it must not. */
class ReviewReaderTest {

    private static final String ENTRY = """
            - document: {url: "http://yunxi.example/1"}
              sentence: "受理79件。"
              raw: "79件"
              verdict: value
              value: 79
              by: 张三
              on: 2026-01-09
              why: 核对
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String... files) throws IOException {
        List<Problem> problems = new ArrayList<>();
        ReviewReader reader = new ReviewReader(Entries.UNITS, Entries.UNIT_CLASSES, Entries.TODAY, problems);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            Path file = Files.writeString(folder.resolve(i + ".yml"), files[i]);
            reviews.addAll(reader.read(file, "reviews/" + i + ".yml"));
        }
        reader.refuseReviewsOfNoReport(reviews, java.util.Map.of());
        return problems.stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void takesAnEntryOfEachKind() throws IOException {
        String figure = "- document: {issuer: 云溪县司法局, report_year: 2023, title: 报告}\n  sentence: 受理%1$d件\n"
                + "  raw: \"%1$d件\"\n  occurrence: 2\n  verdict: %2$s\n" + Entries.SIGNED;
        String document = "- document: {url: \"http://yunxi.example/%d\"}\n  verdict: %s\n" + Entries.SIGNED;
        assertThat(problems(
                        figure.formatted(1, "code\n  code: reconsideration.accepted")
                                + figure.formatted(2, "code\n  code: none")
                                + figure.formatted(
                                        3, "value\n  value: 0.5\n  unit: 件次\n  code: reconsideration.accepted")
                                + figure.formatted(4, "no_figure")
                                + figure.formatted(5, "confirmed\n  code: none\n  value: 5\n  unit: 件"),
                        document.formatted(1, "not_a_report")
                                + document.formatted(2, "report_year\n  report_year: 2026")
                                + document.formatted(2, "issuer\n  issuer: 云溪县司法局")
                                + document.formatted(2, "issuer_kind\n  issuer_kind: bureau")))
                .isEmpty();
    }

    /** What stands in the good entry, what stands there instead, and the whole message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              why: 核对         |   whi: 核对           | 0.yml:1: why: expected a value, got nothing
              by: 张三          |   by: your name       | 0.yml:6: by: expected the reviewer's name in place of the placeholder, got your name
              why: 核对         |   why: YOUR REASON    | 0.yml:8: why: expected the reason in place of the placeholder, got YOUR REASON
              by: 张三          |   on_: x              | 0.yml:1: by: expected a value, got nothing
              on: 2026-01-09    |   on: 2026-01-11      | 0.yml:7: on: expected a date from 2000-01-01 to today, 2026-01-10, got 2026-01-11
              on: 2026-01-09    |   on: 9.1.2026        | 0.yml:7: on: expected a date as 2026-11-30, got 9.1.2026
              on: 2026-01-09    |   on: 1999-12-31      | 0.yml:7: on: expected a date from 2000-01-01 to today, 2026-01-10, got 1999-12-31
              value: 79         |   value: many         | 0.yml:5: value: expected a number of at most 15 digits and 6 after the point, got many
              value: 79         |   value: 999999999999999999 | 0.yml:5: value: expected a number of at most 15 digits and 6 after the point, got 999999999999999999
              value: 79         |   value: -1           | 0.yml:5: value: expected a number of zero or more, for a decrease is told by the figure's change and not by a sign, got -1
              value: 79         |   code: none          | 0.yml:4: value: expected it beside verdict value, got nothing
              value: 79         |   unit: 件            | 0.yml:4: value: expected it beside verdict value, got nothing
              verdict: value    |   verdict: no_figure  | 0.yml:5: value: expected no such key beside verdict no_figure, got 79
              verdict: value    |   verdict: code       | 0.yml:4: code: expected it beside verdict code, got nothing
              verdict: value    |   verdict: wrong      | 0.yml:4: verdict: expected one of code, value, no_figure, confirmed, not_a_report, report_year, issuer, issuer_kind, got wrong
              verdict: value    |   verdict: not_a_report | 0.yml:2: sentence: expected no such key beside verdict not_a_report, got one
              raw: "79件"       |   raw: 若干件         | 0.yml:3: raw: expected a number as printed, got 若干件
              raw: "79件"       |   occurrence: 1       | 0.yml:1: raw: expected a value, got nothing
              sentence: "受理79件。" | sentence: "  "   | 0.yml:2: sentence: expected a value, got nothing
              {url: "http://yunxi.example/1"} | {issuer: 云溪县司法局} | 0.yml:1: report_year: expected url, or issuer and report_year, got no report_year
              {url: "http://yunxi.example/1"} | {report_year: 2023}    | 0.yml:1: issuer: expected url, or issuer and report_year, got no issuer
              {url: "http://yunxi.example/1"} | {url: "http://yunxi.example/1", issuer: 局} | 0.yml:1: issuer: expected no other key beside url, got one
              {url: "http://yunxi.example/1"} | {url: "ftp://yunxi.example/1"} | 0.yml:1: url: expected an http or https address with a host, got ftp://yunxi.example/1
              {url: "http://yunxi.example/1"} | {issuer: 局, report_year: 2027} | 0.yml:1: report_year: expected 2000..2026, got 2027
            """)
    void saysWhatAnEntryLacksOrHasTooMuch(String right, String wrong, String message) throws IOException {
        assertThat(ENTRY).contains(right);
        assertThat(problems(ENTRY.replace(right, wrong))).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit: 人                        | 0.yml:6: unit: expected a unit alike 件, as printed in 79件, got 人
            unit: 桩桩                      | 0.yml:6: unit: expected a unit of dim_unit, got 桩桩
            code: no.such                   | 0.yml:6: code: expected a code of warehouse/indicators, or none, got no.such
            code: publicity.events          | 0.yml:6: code: expected an indicator whose unit is alike 件, as printed in 79件, got publicity.events in 场次
            occurrence: 0                   | 0.yml:6: occurrence: expected 1..99, got 0
            occurrence: 100                 | 0.yml:6: occurrence: expected 1..99, got 100
            issuer: 云溪县                  | 0.yml:6: issuer: expected no such key beside verdict value, got 云溪县
            verdikt: x                      | 0.yml:6: verdikt: expected one of document, sentence, raw, occurrence, verdict, code, value, unit, report_year, issuer, issuer_kind, by, on, why, got verdikt
            """)
    void saysWhatMustNotStandBesideTheRest(String line, String message) throws IOException {
        assertThat(problems(ENTRY.replace("  by:", "  " + line + "\n  by:"))).containsExactly(message);
    }

    @Test
    void holdsTheUnitAgainstTheIndicatorWhereTheNumberPrintsNone() throws IOException {
        assertThat(problems(ENTRY.replace("\"79件\"", "\"79\"")
                        .replace("  by:", "  unit: 人\n  code: reconsideration.accepted\n  by:")))
                .containsExactly("0.yml:6: unit: expected a unit alike 件, that of reconsideration.accepted, got 人");
    }

    @Test
    void refusesTwoReviewsOfOneFigureWhereverTheyStand() throws IOException {
        assertThat(problems(ENTRY, ENTRY.replace("http://yunxi", "http://YUNXI").replace("受理79件", "受理 ７９件")))
                .containsExactly("1.yml:1: raw: expected one review of one figure, got another in reviews/0.yml:1");
        assertThat(problems(ENTRY, ENTRY.replace("  verdict", "  occurrence: 2\n  verdict")))
                .isEmpty();
    }

    @Test
    void refusesAValueThatTheIndicatorDoesNotAllowOrThatIsBelowZero() throws IOException {
        String share = Entries.of(
                "http://yunxi.example/1",
                "纠错率28.8%。",
                "28.8%",
                "verdict: value\ncode: reconsideration.correction_rate\nvalue: 1000");
        assertThat(problems(share))
                .containsExactly(
                        "0.yml:6: value: expected 0 to 100, as reconsideration.correction_rate is a share in %, got"
                                + " 1000");
        assertThat(problems(share.replace("1000", "100"))).isEmpty();
        assertThat(problems(share.replace("1000", "-5")).get(0))
                .startsWith("0.yml:6: value: expected a number of zero or more, for a decrease")
                .endsWith("got -5");
    }

    @Test
    void refusesTwoReviewsOfOneFieldAndAnyBesideNoReport() throws IOException {
        String year = Entries.ofDocument("url: \"http://yunxi.example/1\"", "verdict: report_year\nreport_year: 2023");
        assertThat(problems(year + year))
                .containsExactly("0.yml:7: verdict: expected one review of one field, got another in reviews/0.yml:1");
        String none = Entries.ofDocument("url: \"http://yunxi.example/1\"", "verdict: not_a_report");
        assertThat(problems(none + ENTRY))
                .containsExactly("reviews/0.yml:6: verdict: expected no review beside that of reviews/0.yml:1, by which"
                        + " the document is not a report, got value");
    }

    @Test
    void boundsWhatIsWritten() throws IOException {
        String longSentence = "字".repeat(ReviewReader.LONGEST_SENTENCE + 1);
        assertThat(problems(ENTRY.replace("受理79件。", longSentence)).get(0))
                .startsWith("0.yml:2: sentence: expected 1 to 2000 characters");
        assertThat(problems(ENTRY.replace("受理79件。", longSentence.substring(1)))).isEmpty();
        assertThat(problems(ENTRY.replace("张三", "字".repeat(101))).get(0)).contains("by: expected 1 to 100 characters");
        assertThat(problems(ENTRY.replace("张三", "字".repeat(100)))).isEmpty();
        assertThat(problems(ENTRY.replace("核对", "字".repeat(1001))).get(0))
                .contains("why: expected 1 to 1000 characters");
        assertThat(problems(ENTRY.replace("核对", "字".repeat(1000)))).isEmpty();
        assertThat(problems(ENTRY.replace("79件\"", "79" + "件".repeat(99) + "\""))
                        .get(0))
                .contains("raw: expected 1 to 100 characters");
        assertThat(problems("#" + "x".repeat(ReviewReader.MAX_BYTES)).get(0))
                .isEqualTo("0.yml: file: expected at most 1048576 bytes, got 1048577");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: b          | 0.yml:1: file: expected a list of entries, got a mapping
            ''            | 0.yml:1: file: expected a list of entries, got an empty file
            - x           | 0.yml:1: entry: expected keys
            - [unclosed   | 0.yml:1: syntax: expected YAML
            - document: x | 0.yml:1: document: expected keys url, title, issuer, report_year, got x
            - verdict: no_figure | 0.yml:1: document: expected keys url, or issuer and report_year, got nothing
            """)
    void saysWhatIsNoListOfEntries(String text, String message) throws IOException {
        assertThat(problems(text)).isNotEmpty();
        assertThat(problems(text).get(0)).startsWith(message);
    }

    @Test
    void collectsTheProblemsOfAllFilesAndReadsAFolderOnce() throws IOException {
        Path below = Files.createDirectories(folder.resolve("2026"));
        Files.writeString(folder.resolve("a.yml"), ENTRY.replace("value: 79", "value: x"));
        Files.writeString(below.resolve("b.yaml"), ENTRY.replace("by: 张三", "by: YOUR NAME"));
        Files.writeString(folder.resolve("notes.txt"), "no entries");
        assertThatThrownBy(() -> Reviews.read(
                        List.of(folder, folder.resolve(".")), Entries.UNITS, WarehouseFiles.bundled(), Entries.TODAY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(folder + "/a.yml:5: value: expected")
                .hasMessageContaining(below + "/b.yaml:6: by: expected the reviewer's name")
                .satisfies(fault ->
                        assertThat(((ConfigurationException) fault).problems()).hasSize(2));
    }

    @Test
    void tellsEntriesByWhatTheySayAndNotByWhereTheyStand() throws IOException {
        String other = ENTRY.replace("yunxi.example/1", "yunxi.example/2");
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        String there = Entries.read(one, ENTRY, other).fingerprint();
        assertThat(Entries.read(two, "# moved\n", other, ENTRY).fingerprint()).isEqualTo(there);
        for (String[] edit : new String[][] {
            {"value: 79", "value: 80"}, {"核对", "再核对"}, {"张三", "李四"}, {"01-09", "01-08"}, {"79件。", "79件了。"}
        }) {
            assertThat(Entries.read(two, ENTRY.replace(edit[0], edit[1]), other).fingerprint())
                    .as(edit[1])
                    .isNotEqualTo(there);
        }
        assertThat(Reviews.NONE.fingerprint()).isNotEqualTo(there);
    }
}
