package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.PageInput;
import org.fazhi.reading.Reading;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.indicators.Indicator;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.warehouse.review.ReviewDesk;
import org.fazhi.warehouse.review.ReviewOutcome;
import org.fazhi.warehouse.review.ReviewedFacts;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** The commands that print entries and take them. */
class ReviewCommandsTest {

    private static final String SOURCE = """
            id: linjiang-government
            publisher: 柏溪区人民政府
            region: 991102
            issuer_kind: government
            report_kind: rule_of_law
            listings:
              - url: http://127.0.0.1:9/index.html
            delay: 0s
            allow_private_addresses: true
            """;

    /** Quotes, a backslash, a colon, a hash and the same number twice in one sentence. */
    private static final String REPORT = """
            临渟县人民政府2025年度法治政府建设年度报告
            2025年，临渟县扎实推进法治政府建设各项工作，现将有关情况报告如下。
            一、主要工作和成效
            全年新收"行政复议"案件37件 # 其中: \\ 审结37件，{组织}执法人员培训12场次，覆盖860人次。
            县委县政府高度重视，印发工作要点，层层压实责任，健全工作机制，推动各项任务落到实处。
            二、存在的问题
            基层执法力量还不够均衡，普法方式有待丰富，行政执法监督机制还不够健全。
            三、下一步打算
            来年将继续加强行政执法监督，健全工作机制，提升依法行政能力和水平。
            临渟县人民政府
            2026年1月20日
            """;

    @TempDir
    private Path folder;

    private CommandRun explain(int number) throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), REPORT);
        CommandRun run = CommandRun.of("check", file.toString(), "--explain", Integer.toString(number));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static String entry(CommandRun run) {
        return run.out().substring(run.out().indexOf("- document: "));
    }

    private Reviews read(String entries) throws IOException {
        Path reviews = Files.createDirectories(folder.resolve("reviews"));
        Files.writeString(reviews.resolve("a.yml"), entries);
        Map<String, String> units = IndicatorDictionary.read().indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::unit));
        return Reviews.read(
                List.of(reviews), units, WarehouseFiles.bundled(), LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void printsAnEntryForEachFigureThatFitsItAloneOnceTheNamesAreFilledIn() throws IOException {
        Reading reading = new ReportReader(IndicatorDictionary.read())
                .read(PageInput.alone(folder.resolve("report.txt").toUri(), REPORT, false));
        DocumentFacts facts = ((Reading.Read) reading).facts();
        assertThat(facts.figures()).hasSizeGreaterThanOrEqualTo(4);
        List<String> entries = IntStream.rangeClosed(1, facts.figures().size())
                .mapToObj(number -> {
                    try {
                        return entry(explain(number));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
        String all = String.join("", entries);
        assertThatThrownBy(() -> read(all))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("by: expected the reviewer's name in place of the placeholder, got YOUR NAME")
                .hasMessageContaining("why: expected the reason in place of the placeholder, got YOUR REASON");

        ReviewDesk desk = new ReviewDesk(read(all.replace("YOUR NAME", "张三").replace("YOUR REASON", "核对")));
        ReviewedFacts reviewed =
                desk.review("http://linjiang.example/1", facts.issuer(), facts, new ReviewDesk.Version("d", 1, true));

        assertThat(desk.fates()).allMatch(fate -> fate.outcome() == ReviewOutcome.APPLIED);
        assertThat(reviewed.figures()).hasSameSizeAs(facts.figures());
        assertThat(reviewed.facts()).isEqualTo(facts);
        assertThat(all).contains("  occurrence: 1\n").contains("  occurrence: 2\n");
    }

    @Test
    void refusesReviewsThatAreNotAsExpectedBeforeAnythingIsWritten() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("linjiang.yml"), SOURCE);
        Path home = folder.resolve("home");
        Path own = Files.createDirectories(home.resolve("reviews"));
        Files.writeString(own.resolve("a.yml"), entry(explain(1)));
        Path other = Files.createDirectories(folder.resolve("more"));
        Files.writeString(other.resolve("b.yml"), "- verdict: maybe\n");
        for (String command : List.of("harvest", "reprocess")) {
            CommandRun run = CommandRun.of(
                    command, "--jobs", jobs.toString(), "--home", home.toString(), "--reviews", other.toString());
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains(own.resolve("a.yml") + ":")
                    .contains(": by: expected the reviewer's name")
                    .contains(other.resolve("b.yml") + ":1: verdict: expected one of code")
                    .doesNotContain("\tat ");
            try (var files = Files.list(home)) {
                assertThat(files).containsExactly(own);
            }
        }
        CommandRun none = CommandRun.of(
                "reprocess", "--jobs", jobs.toString(), "--home", home.toString(), "--reviews", folder + "/no");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).isEqualTo(folder + "/no: expected a folder of reviews, got none\n");
    }

    /** @param sentence of the report, or a clause of it */
    private Path review(String folderName, String sentence, String verdict) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve(folderName)).resolve("a.yml"), """
                - document: {url: "http://127.0.0.1:9/2025.html"}
                  sentence: "%s"
                  raw: "12场次"
                  %s
                  by: 张三
                  on: 2026-01-09
                  why: 核对
                """.formatted(sentence, verdict));
    }

    @Test
    void refusesTwoFilesThatContradictEachOtherByOneQuote() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("linjiang.yml"), SOURCE);
        Path own = review("home/reviews", "组织培训12场次", "verdict: no_figure");
        Path other = review("more", "组织培训12场次", "verdict: value\n  value: 13");
        CommandRun run = CommandRun.of(
                "harvest",
                "--jobs",
                jobs.toString(),
                "--home",
                folder.resolve("home").toString(),
                "--reviews",
                other.getParent().toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(other + ":1: raw: expected one review of one figure, got another in reviews/a.yml:1\n");
        try (var files = Files.list(folder.resolve("home"))) {
            assertThat(files).containsExactly(own.getParent());
        }
    }

    /** Only the text shows that a sentence and a clause of it speak of one number. */
    @Test
    void refusesTwoFilesThatContradictEachOtherByASentenceAndAClauseOfIt() throws IOException {
        String sentence = "全年受理行政复议案件79件，组织执法人员培训12场次，覆盖860人次。";
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("linjiang.yml"), SOURCE);
        Path warc = folder.resolve("crawl.warc.gz");
        try (WarcWriter writer = new WarcWriter(Files.newOutputStream(warc))) {
            writer.write(page(
                    "index.html",
                    "<ul><li><a href=\"/2025.html\">柏溪区2025年度法治政府建设年度报告</a><span>2026-01-20</span></li></ul>"));
            writer.write(page(
                    "2025.html",
                    REPORT.replaceFirst("全年新收.*", sentence)
                            .replace("临渟县", "柏溪区")
                            .lines()
                            .map(line -> "<p>" + line + "</p>")
                            .collect(Collectors.joining("\n", "<h1>柏溪区2025年度法治政府建设年度报告</h1>", ""))));
        }
        Path home = folder.resolve("home");
        review("home/reviews", sentence, "verdict: value\n  value: 13");
        Path other = review("more", "组织执法人员培训12场次", "verdict: no_figure");
        String[] harvest = {
            "harvest",
            "--jobs",
            jobs.toString(),
            "--home",
            home.toString(),
            "--from-warc",
            warc.toString(),
            "--reviews",
            other.getParent().toString()
        };
        CommandRun run = CommandRun.of(harvest);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err())
                .containsPattern(
                        "more/a\\.yml:1: raw: expected one review of one figure of [0-9a-f]{16}, got another in reviews/a\\.yml:1")
                .containsPattern(
                        "reviews/a\\.yml:1: raw: expected one review of one figure of [0-9a-f]{16}, got another in more/a\\.yml:1");
        assertThat(home.resolve("fazhi.duckdb")).doesNotExist();
        assertThat(home.resolve("releases"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());

        review("more", "组织执法人员培训12场次", "verdict: value\n  value: 13");
        CommandRun agreed = CommandRun.of(harvest);
        assertThat(agreed.exitCode()).as(agreed.err()).isZero();
    }

    private static WarcResponse page(String name, String body) throws IOException {
        byte[] bytes = ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return new WarcResponse.Builder(URI.create("http://127.0.0.1:9/" + name))
                .date(Instant.parse("2026-02-01T03:00:00Z"))
                .body(MediaType.HTTP_RESPONSE, all)
                .build();
    }
}
