package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.TwoReleases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands on releases answer, as an operator types them. */
class ReleaseCommandsTest {

    @TempDir
    private static Path shared;

    private static TwoReleases two;

    @TempDir
    private Path root;

    @BeforeAll
    static void publishTwo() {
        two = TwoReleases.publish(shared);
    }

    private static CommandRun run(String... words) {
        return in(two, words);
    }

    private static CommandRun in(TwoReleases home, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.home().toString()));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static void assertRefused(CommandRun run, int exitCode, String... words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        List.of(words).forEach(word -> assertThat(run.err()).contains(word));
        assertThat(run.out()).isEmpty();
    }

    /** The one before has a year that is missing and no link: one finding. */
    @Test
    void listsTheNewestFirstAndMarksTheOneThatStands() {
        CommandRun releases = run("releases");
        assertThat(releases.exitCode()).isZero();
        assertThat(releases.err()).isEmpty();
        assertThat(releases.out().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("* " + two.after()).containsPattern("Z +2 +2 +2 +0  test$"),
                        line -> assertThat(line)
                                .startsWith("  " + two.before())
                                .containsPattern("Z +1 +1 +1 +1  test$"));
    }

    @Test
    void listsNothingOfAHomeWithoutReleasesAndMakesNone() {
        Path none = root.resolve("none");
        CommandRun releases = CommandRun.of("releases", "--home", none.toString());
        assertThat(releases.exitCode()).isZero();
        assertThat(releases.out()).isEqualTo(none + ": no release yet\n");
        assertThat(none).doesNotExist();
    }

    @Test
    void namesTheFileThatIsNotThatOfTheManifest() throws Exception {
        TwoReleases damaged = TwoReleases.publish(root);
        CommandRun sound = in(damaged, "releases", "--verify");
        assertThat(sound.exitCode()).isZero();
        assertThat(sound.out()).endsWith("Every file of 2 releases has the SHA-256 that its manifest says.\n");
        assertThat(in(damaged, "releases").out()).doesNotContain("SHA-256");
        Path file = damaged.home().resolve("releases").resolve(damaged.before()).resolve("fazhi.duckdb");
        Files.delete(file);
        Files.writeString(file, "damaged");
        assertThat(in(damaged, "releases").exitCode()).isZero();
        CommandRun verified = in(damaged, "releases", "--verify");
        assertThat(verified.exitCode()).isEqualTo(2);
        assertThat(verified.out()).doesNotContain("SHA-256");
        assertThat(verified.err()).startsWith(file + ": expected SHA-256 ").contains(", got ");
        assertRefused(in(damaged, "rollback", damaged.before()), 2, file + ": expected SHA-256 ");
        assertThat(in(damaged, "releases").out()).contains("* " + damaged.after());
    }

    @Test
    void letsAnOlderReleaseStandAndTheNewerOneAgain() {
        CommandRun back = run("rollback", two.before());
        assertThat(back.exitCode()).isZero();
        assertThat(back.out()).isEqualTo("Release " + two.before() + " stands.\n");
        assertThat(run("releases").out()).contains("* " + two.before(), "  " + two.after());
        assertThat(run("status").out())
                .contains("Release      " + two.before(), "  set back   from " + two.after() + ", which is newer");
        assertThat(run("rollback", two.after()).exitCode()).isZero();
        assertThat(run("releases").out()).contains("* " + two.after());
        assertThat(run("status").out()).doesNotContain("set back");
    }

    @Test
    void refusesToRollBackToAReleaseThatIsNotKeptOrNotNamed() {
        String expected = two.home().resolve("releases") + ": expected one of [" + two.after() + ", " + two.before()
                + "], got 2020-01-01-00000000\n";
        CommandRun unknown = run("rollback", "2020-01-01-00000000");
        assertRefused(unknown, 2);
        assertThat(unknown.err()).isEqualTo(expected);
        assertRefused(run("rollback", "../" + two.before()), 2, "expected one of [", "got ../");
        assertRefused(run("rollback"), 2, "Missing required parameter: 'ID'");
        assertThat(run("releases").out()).contains("* " + two.after());
    }

    @Test
    void refusesToRollBackWhileAnotherRunIsAtWork() throws Exception {
        Path file = two.home().resolve("state/warehouse.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(run("rollback", two.before()), 5, file + ": expected no other run ", "wait for it to end");
        }
        assertThat(run("releases").out()).contains("* " + two.after());
    }

    @Test
    void saysRowByRowWhatDiffersAndWhy() {
        CommandRun diff = run("diff", two.before(), two.after());
        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.out().lines())
                .containsExactlyInAnyOrder(
                        "subject\tchange\treason\tregion_code\tissuer_kind\treport_year\tindicator_code\tfield"
                                + "\tvalue_before\tvalue_after\turl\tissuer_name",
                        "document\tadded\tnew_report\t990101\tgovernment\t2024\t\tversion\t\t1\thttp://yunxi.example/2024\t云溪县人民政府",
                        "observation\tadded\tnew_report\t990101\tgovernment\t2024\treconsideration.accepted\tvalue\t"
                                + "\t80 件\thttp://yunxi.example/2024\t云溪县人民政府",
                        "observation\tchanged\trule_changed\t990101\tgovernment\t2023\treconsideration.accepted\tvalue"
                                + "\t70 件\t71 件\thttp://yunxi.example/2023\t云溪县人民政府");
        assertThat(diff.err().lines())
                .containsExactly(
                        "1 document added, new_report",
                        "1 observation added, new_report",
                        "1 observation changed, rule_changed");
    }

    @Test
    void saysThatNothingDiffers() {
        CommandRun diff = run("diff", two.after(), two.after());
        assertThat(diff.exitCode()).isZero();
        assertThat(diff.out().lines()).hasSize(1);
        assertThat(diff.err()).isEqualTo("Nothing differs.\n");
    }

    @Test
    void refusesToCompareWhatIsNotKept() {
        assertRefused(run("diff", two.before(), "none"), 2, "expected one of [" + two.after(), "got none");
        assertRefused(run("diff", two.before()), 2, "Missing required parameter: 'AFTER'");
    }

    @Test
    void exportsAFileAMartWhoseFormulasDoNotRun() throws Exception {
        Path folder = root.resolve("csv");
        CommandRun export = run("export", "--to", folder.toString());
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out().lines()).hasSize(9).contains(folder.resolve("mart_document.csv") + "");
        assertThat(Files.readString(folder.resolve("mart_document.csv")))
                .startsWith("\ufeffdocument_id,")
                .contains(",\"'=HYPERLINK(\"\"http://x.example\"\",\"\"2024年\"\")\",");
    }

    @Test
    void exportsAWideTableAYearOfTheReleaseThatIsNamed() throws Exception {
        Path now = root.resolve("wide");
        assertThat(run("export", "--format", "wide", "--to", now.toString())
                        .out()
                        .lines())
                .containsExactly(
                        now.resolve("indicators.csv") + "",
                        now.resolve("wide_2023.csv") + "",
                        now.resolve("wide_2024.csv") + "");
        assertThat(Files.readAllLines(now.resolve("wide_2023.csv")).get(1))
                .startsWith("990101,云溪县,青岚省,government,2023,")
                .endsWith(",0,0,71");
        Path marked = root.resolve("marked");
        run("export", "--format", "wide", "--part-year", "--to", marked.toString());
        assertThat(Files.readAllLines(marked.resolve("wide_2023.csv")).get(0))
                .endsWith(",reconsideration.accepted,reconsideration.accepted.part_year");
        Path then = root.resolve("then");
        assertThat(run("export", "--format", "wide", "--to", then.toString(), "--release", two.before())
                        .out()
                        .lines())
                .containsExactly(then.resolve("indicators.csv") + "", then.resolve("wide_2023.csv") + "");
        assertThat(Files.readAllLines(then.resolve("wide_2023.csv")).get(1)).endsWith(",70");
    }

    @Test
    void exportsParquet() {
        Path folder = root.resolve("parquet");
        assertThat(run("export", "--format", "PARQUET", "--to", folder.toString())
                        .out()
                        .lines())
                .hasSize(9)
                .allMatch(line -> line.endsWith(".parquet"));
    }

    @Test
    void refusesToExportWhatItCannotAndLeavesNoFolder() {
        Path folder = root.resolve("out");
        String to = folder.toString();
        CommandRun format = run("export", "--to", to, "--format", "xlsx");
        assertRefused(format, 2);
        assertThat(format.err()).isEqualTo("--format: expected csv, parquet or wide, got xlsx\n");
        assertRefused(run("export", "--to", to, "--release", "none"), 2, "expected one of [", "got none");
        CommandRun partYear = run("export", "--to", to, "--part-year");
        assertRefused(partYear, 2);
        assertThat(partYear.err()).isEqualTo("--part-year: expected --format wide, got csv\n");
        assertRefused(run("export"), 2, "Missing required option: '--to=DIR'");
        assertRefused(
                run("export", "--to", root.toString()), 2, root + ": expected a folder that is not there yet, got one");
        assertRefused(
                CommandRun.of(
                        "export", "--to", to, "--home", root.resolve("none").toString()),
                2,
                root.resolve("none") + ": expected a release, got none");
        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "rollback", "diff", "export"})
    void helpsWithAnExampleAndTheExitCodes(String command) {
        CommandRun help = CommandRun.of(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: fazhi " + command, "Exit codes: 0 done", "Example: ");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertRefused(run("releases", "--no-such"), 2, "Unknown option: '--no-such'");
        assertRefused(run("rollback", "id", "--no-such"), 2, "Unknown option: '--no-such'");
        assertRefused(run("diff", "a", "b", "--no-such"), 2, "Unknown option: '--no-such'");
        assertRefused(run("export", "--to", "out", "--no-such"), 2, "Unknown option: '--no-such'");
    }
}
