package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.reading.attachment.Fixture;
import org.fazhi.reading.reason.Reason;
import org.fazhi.sample.Family;
import org.fazhi.sample.SampleTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands answer, as an operator types them. */
class CommandTest {

    private static final String REPORT = """
            临江县司法局2025年度法治政府建设年度报告

            2025年，临江县司法局认真履行法治建设职责，统筹推进行政复议、执法监督、普法宣传和人民调解各项工作，现将有关情况报告如下。

            一、主要工作情况

            全年新收行政复议案件66件，审结61件。组织执法人员培训12场次。

            二、存在的问题

            普法方式不够丰富，乡镇司法所人手偏紧，个别执法卷宗制作不够规范。

            三、下一步打算

            来年继续加强行政执法监督。

            临江县司法局
            2026年1月20日
            """;

    @TempDir
    static Path folder;

    private static SampleHouse house;
    private static Path home;
    private static CommandRun scheduled;

    @BeforeAll
    static void runOneScheduledNight() throws Exception {
        house = new SampleHouse(folder);
        house.nightly("* * * * * *");
        home = folder.resolve("home");
        scheduled = CommandRun.of(
                "schedule", "--nights", "1", "--jobs", house.jobs().toString(), "--home", home.toString());
    }

    @AfterAll
    static void closeTheSite() {
        house.close();
    }

    @Test
    void runsANightWhenTheCronSaysSoAndEndsAfterAsManyAsAsked() {
        assertThat(scheduled.exitCode()).as(scheduled.err()).isZero();
        assertThat(scheduled.err()).isEmpty();
        assertThat(scheduled.out())
                .startsWith("Next night: ")
                .contains("discover", "fetch", "extract", "load", "audit", "publish", "Release ", "Try: ")
                .containsPattern("documents +" + SampleTruth.read().documents().size())
                .containsPattern("(?m)^  findings +[1-9]\\d*  [a-z_]+ \\(\\d+ rows?\\)")
                .containsPattern("(?m)^  unread +4  2 blocked, 2 gone$")
                .containsPattern("(?m)^  unseen +0$");
        assertThat(home.resolve("fazhi.duckdb")).isRegularFile();
    }

    @Test
    void beginsAtOnceWhereAskedTo(@TempDir Path other) throws Exception {
        house.nightly("0 0 3 29 2 *");
        CommandRun run = CommandRun.of(
                "schedule", "--now", "--nights", "1", "--jobs", house.jobs().toString(), "--home", other.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("Next night: ").contains("Release ");
    }

    @Test
    void saysWhichPagesOfTheSampleCanBeTried() {
        java.io.StringWriter told = new java.io.StringWriter();
        house.tell(new java.io.PrintWriter(told, true));
        List<String> commands = told.toString()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();

        assertThat(commands).hasSizeGreaterThan(20);
        String listing = commands.get(0);
        String report = commands.get(1);
        assertThat(CommandRun.of((listing + " --jobs " + house.jobs()).split(" "))
                        .out())
                .contains("ended as complete");
        assertThat(CommandRun.of(report.split(" ")).out()).contains("法治政府建设");
    }

    /** Whoever holds the port, this test or another program: it is named. */
    @Test
    void saysWhichPortOfTheSampleIsTaken() throws Exception {
        java.net.InetAddress loopback = java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (java.net.ServerSocket holder = new java.net.ServerSocket()) {
            try {
                holder.bind(new java.net.InetSocketAddress(loopback, Family.TRS.port()));
            } catch (java.net.BindException e) {
                // Taken already, which is what the test wants.
                assertThat(holder.isBound()).isFalse();
            }
            CommandRun run = CommandRun.of("sample", "--seconds", "0");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("expected port " + Family.TRS.port(), "to be free");
        }
        assertThat(CommandRun.of("sample", "--seconds", "-1").err())
                .startsWith("--seconds: expected 0 or more, got -1");
    }

    @Test
    void listsWhatTheLastNightBroughtOfEverySource() {
        CommandRun sources = CommandRun.of("sources", "--jobs", house.jobs().toString(), "--home", home.toString());

        assertThat(sources.exitCode()).as(sources.err()).isZero();
        assertThat(sources.out())
                .startsWith("24 sources in " + house.jobs() + "; last night 20")
                .doesNotContain("not tried yet")
                .containsPattern("rejected   \\d+: .*\\d+ information_disclosure");
        for (String state : List.of("denied", "blocked", "gone")) {
            assertThat(sources.out()).containsPattern("documents  \\d+: (?:.*, )?1 " + state);
            assertThat(sources.out()).containsPattern("taken      \\d+: (?:.*, )?1 " + state);
        }
        assertThat(sum(sources.out(), "documents  ", "fetched"))
                .isEqualTo(SampleTruth.read().documents().size());
        // One robots.txt a family, asked for by the source that came first.
        assertThat(sum(sources.out(), "robots.txt ", "fetched") + sum(sources.out(), "robots.txt ", "gone"))
                .isEqualTo(3);
    }

    /** Over the lines that begin so, the counts of a word. */
    private static int sum(String out, String start, String word) {
        return Pattern.compile("(?m)^  " + start + "\\d+: .*?(\\d+) " + word)
                .matcher(out)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    @Test
    void saysWhatOfAHomeIsDamagedOutdatedOrDue(@TempDir Path copies) throws Exception {
        Path damaged = copies.resolve("home");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, damaged.resolve(home.relativize(file).toString()));
            }
        }
        String sound = status(damaged);
        assertThat(sound)
                .containsPattern("Archive      65 pages; [1-9]\\d* pages? to be asked for")
                .containsPattern("Next night   20\\d\\d-.*")
                .containsPattern("(?m)^Unseen       0$")
                .doesNotContain("missing", "outdated", "damaged", "resumes it")
                .doesNotContainPattern("unread +\\d+ pages");

        try (Connection state = DriverManager.getConnection("jdbc:sqlite:" + damaged.resolve("state/fazhi.db"));
                Statement statement = state.createStatement()) {
            statement.execute("UPDATE capture SET extracted_by = '0.0+x' WHERE source_id = 'baixi-government'");
            statement.execute("UPDATE capture SET extracted_by = NULL WHERE source_id = 'baixi-justice'");
            statement.execute("UPDATE night SET outcome = 'stopped'");
            statement.execute(
                    "UPDATE listing_walk SET is_whole = false, walk_end = 'blocked' WHERE source_id LIKE 'b%'");
        }
        try (Stream<Path> warcs = Files.list(damaged.resolve("archive"))) {
            Files.delete(warcs.findFirst().orElseThrow());
        }
        try (Stream<Path> manifests = Files.walk(damaged.resolve("releases"))) {
            Path manifest = manifests
                    .filter(file -> file.endsWith("manifest.json"))
                    .findFirst()
                    .orElseThrow();
            Path other = Files.createDirectory(damaged.resolve("releases/2026-01-01-damaged"));
            Files.writeString(
                    other.resolve("manifest.json"), Files.readString(manifest).substring(0, 100));
        }
        String broken = status(damaged);

        assertThat(broken)
                .contains("ended      stopped; harvest over the same jobs resumes it")
                .contains(
                        "Unseen       4  4 blocked: baixi-government, baixi-justice, boning-government, boning-justice")
                .containsPattern("outdated   [1-9]\\d* pages read by another version")
                .containsPattern("unread     [1-9]\\d* pages")
                .containsPattern("missing    .*/archive/fazhi-.*\\.warc\\.gz with 65 pages")
                .containsPattern("damaged    .*2026-01-01-damaged");
    }

    private static String status(Path home) {
        CommandRun status = CommandRun.of("status", "--jobs", house.jobs().toString(), "--home", home.toString());
        assertThat(status.exitCode()).as(status.err()).isZero();
        return status.out();
    }

    @Test
    void saysHowAHomeStands() {
        CommandRun status = CommandRun.of("status", "--home", home.toString());

        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("Last night ", "(harvest)", "published", "fetched", "mart_figure", "Kept ")
                .containsPattern("(?m)^  findings +[1-9]\\d*  [a-z_]+ \\(\\d+ rows?\\)")
                .containsPattern("(?m)^  unread +4  2 blocked, 2 gone$")
                .containsPattern("report +" + home + "/reports/.*\\.html");
    }

    @Test
    void saysThatAHomeHasSeenNoNightAndMakesNone() {
        Path none = folder.resolve("none");
        CommandRun status = CommandRun.of("status", "--home", none.toString());

        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains(none + ": no night yet", "No release stands.");
        assertThat(none).doesNotExist();
    }

    @Test
    void showsWhatIsInATextFile() throws Exception {
        Path file = Files.writeString(folder.resolve("report.txt"), REPORT);

        CommandRun check = CommandRun.of("check", file.toString());

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("issuer        临江县司法局 (bureau)", "report year   2025", "主要工作情况", "【66件】", "3 sections");
    }

    @Test
    void showsWhatIsInAPdfAndWhyABrokenOneIsNotRead() throws Exception {
        Path whole = Files.write(folder.resolve("report.pdf"), Fixture.report("pdf"));
        Path half = Files.write(folder.resolve("half.bin"), Arrays.copyOf(Fixture.report("pdf"), 20_000));

        assertThat(CommandRun.of("check", whole.toString()).out())
                .contains("issuer        临江县人民政府 (government)", "document no.  临政发〔2026〕7号", "【513件】");
        assertThat(CommandRun.of("check", half.toString()).out()).contains("quarantined: attachment_damaged: ");
    }

    @Test
    void readsWhatAPageFramesWhereItLiesBesideIt() throws Exception {
        String head = "<html><head><title>临江县司法局2025年度法治政府建设情况报告</title></head><body><h1>临江县司法局2025年度法治政府建设情况报告</h1>";
        Path file = Files.writeString(
                folder.resolve("page.html"), head + "<iframe src='./W1.html'></iframe></body></html>");

        assertThat(CommandRun.of("check", file.toString()).out())
                .contains("quarantined: body_in_frame: expected the text, got a frame that shows ./W1.html")
                .contains(Reason.BODY_IN_FRAME.remedy());

        String body = REPORT.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
        Files.writeString(folder.resolve("W1.html"), "<html><body>" + body + "</body></html>");
        assertThat(CommandRun.of("check", file.toString()).out()).contains("【66件】");

        Files.delete(folder.resolve("W1.html"));
        Files.createDirectory(folder.resolve("W1.html"));
        assertThat(CommandRun.of("check", file.toString()).out()).contains("quarantined: body_in_frame");

        Files.delete(folder.resolve("W1.html"));
        Files.writeString(
                folder.resolve("W1.html"), "<html><body>" + body + "<!--" + "x".repeat(16 << 20) + "--></body></html>");
        assertThat(CommandRun.of("check", file.toString()).out()).contains("quarantined: body_in_frame");
    }

    @Test
    void showsThePageOfAnAddress() {
        String url = house.log().stream()
                .filter(request -> request.status() == 200 && SampleHouse.isReport(request.target()))
                .map(request -> house.url(request.family(), request.target()))
                .findFirst()
                .orElseThrow();

        CommandRun check = CommandRun.of("check", url, "--allow-private");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("Report\n", "Sections\n", "Figures\n", "Cut away\n", "【");
    }

    @Test
    void saysWhyThereIsNoFigureToExplain() throws Exception {
        Path file = Files.writeString(folder.resolve("short.txt"), "本栏目内容正在整理。");

        CommandRun explained = CommandRun.of("check", file.toString(), "--explain", "3");

        assertThat(explained.out())
                .contains("quarantined: ")
                .contains(
                        "--explain 3: there is no figure to explain, for no figures are taken from a page that is kept back")
                .containsPattern("\\n[A-Z][^\\n]{20,}\\. [A-Z][^\\n]{10,}\\.\\n");
    }

    @Test
    void explainsOneFigure() throws Exception {
        Path file = Files.writeString(folder.resolve("explained.txt"), REPORT);

        CommandRun explained = CommandRun.of("check", file.toString(), "--explain", "1");
        assertThat(CommandRun.of("check", file.toString(), "--explain", "51d4-1-f0")
                        .out())
                .as("a figure_id counts from 0")
                .isEqualTo(explained.out());
        assertThat(CommandRun.of("check", file.toString(), "--explain", "f").err())
                .contains("--explain: expected a figure's number as check prints it", "got f");
        CommandRun beyond = CommandRun.of("check", file.toString(), "--explain", "99");

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out())
                .contains("decided: ")
                .containsPattern("(?m)^  fits +\\d+\\.\\d\\d  \\S+: \\S+ \\(")
                .containsPattern("(?m)^  \\d+ rules more do not fit$")
                .doesNotContain("Trial[");
        assertThat(explained.out().lines().filter(line -> line.startsWith("  fits not ")))
                .hasSize(8)
                .allMatch(line -> line.startsWith("  fits not     reconsideration."));
        assertThat(beyond.exitCode()).isEqualTo(2);
        assertThat(beyond.err()).contains("--explain: expected a figure from 1 to ", "got 99");
    }

    @Test
    void printsNoControlCharacterOfAPage() throws Exception {
        Path file =
                Files.writeString(folder.resolve("hostile.txt"), REPORT.replace("主要工作情况", "主要\u001b[31m工作\u202e情况"));

        assertThat(CommandRun.of("check", file.toString()).out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void scoresALabelledReport() throws Exception {
        Path gold = Files.createDirectories(folder.resolve("gold"));
        Files.writeString(gold.resolve("linjiang.txt"), REPORT);
        Files.writeString(
                gold.resolve("linjiang.meta.json"),
                "{\"issuer\": \"临江县司法局\", \"report_year\": \"2025\", \"sections\": []}");
        Files.writeString(gold.resolve("linjiang.figures.jsonl"), "");

        CommandRun scores = CommandRun.of("evaluate", gold.toString());

        assertThat(scores.exitCode()).as(scores.err()).isZero();
        assertThat(scores.out().lines()).hasSize(7);
        assertThat(scores.out())
                .contains("figures P / R / F1", "linjiang ", "0.95-1.00            3        0.9667   0.0000");

        CommandRun published = CommandRun.of("evaluate", gold.toString(), "--warehouse", "--home", home.toString());
        assertThat(published.out())
                .startsWith("0 of 1 labelled reports stand in " + home.resolve("fazhi.duckdb") + "; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "harvest", "reprocess", "check", "evaluate", "status", "schedule", "sample"})
    void helpsWithAnExample(String command) {
        CommandRun help = CommandRun.of((command + " --help").strip().split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: fazhi", "Example: ");
        assertThat(help.err()).isEmpty();
    }

    /** What is pasted from the help is taken: each example with its flags, on one line. */
    @Test
    void givesExamplesThatCanBePasted() {
        List<String> examples = Stream.of(
                        "",
                        "harvest",
                        "reprocess",
                        "check",
                        "evaluate",
                        "status",
                        "sources",
                        "sources test",
                        "schedule",
                        "sample",
                        "releases",
                        "rollback",
                        "diff",
                        "export")
                .flatMap(command -> {
                    List<String> lines = CommandRun.of(
                                    (command + " --help").strip().split(" "))
                            .out()
                            .lines()
                            .filter(line -> line.contains("Example: "))
                            .toList();
                    assertThat(lines).as(command).isNotEmpty();
                    return lines.stream();
                })
                .toList();

        assertThat(examples).allSatisfy(example -> {
            assertThat(example).startsWith("Example: java -jar target/fazhi.jar ");
            String[] words = example.substring("Example: java -jar target/fazhi.jar ".length())
                    .split(" ");
            new picocli.CommandLine(new Fazhi()).parseArgs(words);
        });
    }

    @Test
    void listsEachCommandWithAWholeSentence() {
        List<String> lines = CommandRun.of("--help").out().lines().toList();
        List<String> commands = lines.subList(lines.indexOf("Commands:") + 1, lines.lastIndexOf("") - 1).stream()
                .takeWhile(line -> line.startsWith("  "))
                .toList();

        assertThat(commands).hasSize(12).allSatisfy(line -> assertThat(line).endsWith("."));
    }

    @Test
    void saysItsVersion() {
        assertThat(CommandRun.of("--version").out()).startsWith("fazhi ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "schedule --help", "--version", "harvst"})
    void answersBeforeSpringIsLoaded(String line) throws Exception {
        try (ChildRun run = ChildRun.startShowingClasses(line.split(" "))) {
            run.exitCode();

            assertThat(run.output()).contains("org.fazhi.app.cli.HarvestCommand");
            assertThat(run.output().lines())
                    .noneMatch(loaded -> loaded.contains("org.springframework.")
                            || loaded.contains("org.sqlite.")
                            || loaded.contains("org.duckdb."));
        }
    }
}
