package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseInUse;
import org.fazhi.warehouse.store.WarehouseLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a home: a clear message, and the last good release still there. */
class BadHomeTest {

    @TempDir
    private Path root;

    private Home home;
    private Manifest standing;
    private Releases releases;

    @BeforeEach
    void publish() {
        home = new Home(root);
        NightProcess.fill(home, 1);
        standing = home.published();
        releases = new Releases(home.home);
        NightProcess.fill(home, 2);
    }

    private void assertTheOldReleaseStands() throws Exception {
        assertThat(NightProcess.number(home.home.published())).isEqualTo("1");
        assertThat(releases.verify(standing)).isEmpty();
    }

    private Path manifest() {
        return home.home.release(standing.release()).resolve(ManifestFile.NAME);
    }

    @Test
    void refusesAHomeThatALaterProgramWrote() throws Exception {
        Files.writeString(
                manifest(),
                Files.readString(manifest())
                        .replace("\"formatVersion\" : 2", "\"formatVersion\" : 3, \"later\" : [ ]"));
        String refusal = home.home.root() + ": expected a home of format 2 or earlier, got format 3, written by fazhi"
                + " test; run that program or a later one, or name another home";
        assertThatThrownBy(home::build).isInstanceOf(WarehouseException.class).hasMessage(refusal);
        assertThatThrownBy(releases::refuseLaterFormat).hasMessage(refusal);
        assertThatThrownBy(() -> releases.rollback(standing.release())).hasMessage(refusal);
        assertTheOldReleaseStands();
    }

    @Test
    void makesTheReleaseOfAnEarlierProgramAnewAndSaysSo() throws Exception {
        Files.writeString(manifest(), Files.readString(manifest()).replaceAll("  \"formatVersion\" : 2,\n", ""));
        assertThat(releases.current().orElseThrow().formatVersion()).isZero();
        home.write(
                "schema/99_later.sql",
                "-- Grain: none.\nCREATE TABLE later (x INTEGER);\nCOMMENT ON TABLE later IS 'Later';\n"
                        + "COMMENT ON COLUMN later.x IS 'X';\n");
        assertThat(releases.outdated(WarehouseFiles.of(home.folder)))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("release " + standing.release() + " has schema " + standing.schemaVersion())
                        .endsWith("it is made anew from the archive"));
        NightProcess.fill(home, 1);
        Manifest anew = home.published();
        assertThat(anew.formatVersion()).isEqualTo(HomeFormat.VERSION);
        assertThat(anew.contentHash()).isEqualTo(standing.contentHash());
        assertThat(releases.outdated(WarehouseFiles.of(home.folder))).isEmpty();
    }

    @Test
    void keepsTwoRunsApart() throws Exception {
        try (WarehouseLock other = WarehouseLock.take(home.home)) {
            assertThatThrownBy(home::build)
                    .isInstanceOf(WarehouseInUse.class)
                    .hasMessageContaining("expected no other run that works on these releases");
            assertThatThrownBy(() -> releases.rollback(standing.release())).isInstanceOf(WarehouseInUse.class);
        }
        assertTheOldReleaseStands();
        home.published();
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
    }

    @Test
    void buildsAnewOverACorruptedWorkingFile() throws Exception {
        Files.createDirectories(home.home.state());
        Files.writeString(home.home.build(), "not a DuckDB file");
        assertThat(home.builder().pending()).isEmpty();
        assertTheOldReleaseStands();
        home.published();
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
    }

    @Test
    void publishesBesideADamagedManifestAndNamesIt() throws Exception {
        for (String text : List.of("", "{", "null", "{}", "[]", "{\"release\" : 7}")) {
            Files.writeString(manifest(), text);
            assertThat(releases.list()).as(text).isEmpty();
            assertThat(releases.damaged())
                    .as(text)
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem).startsWith(manifest() + ": expected the manifest of a release, got"));
            assertThatThrownBy(releases::current).as(text).isInstanceOf(WarehouseException.class);
        }
        assertThat(NightProcess.number(home.home.published())).isEqualTo("1");
        Manifest next = home.published();
        assertThat(releases.current()).contains(next);
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
    }

    @Test
    void makesADamagedReleaseOfTheSameContentAnew() throws Exception {
        Files.writeString(manifest(), "{");
        NightProcess.fill(home, 1);
        Manifest anew = home.published();
        assertThat(anew.release()).isEqualTo(standing.release());
        assertThat(releases.damaged()).isEmpty();
        assertThat(releases.verify(anew)).isEmpty();
    }

    @Test
    void publishesAfterAReleaseWhoseFileIsCorrupted() throws Exception {
        Path file = releases.file(standing);
        Files.delete(file);
        Files.writeString(file, "not a DuckDB file");
        assertThat(releases.verify(standing))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith(file + ": expected SHA-256 "));
        home.published();
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
        assertThatThrownBy(() -> releases.rollback(standing.release()))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("expected SHA-256");
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws Exception {
        Path state = home.home.state();
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!canWrite(state), "a superuser writes to read-only folders");
            assertThatThrownBy(home::build)
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("expected a folder that can be written");
            assertTheOldReleaseStands();
        } finally {
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean canWrite(Path folder) {
        try {
            Files.delete(Files.createFile(folder.resolve("probe")));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The bound on the size of a file stands for the end of the disk: a write beyond it fails in the same places. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsTheOldReleaseWhereTheDiskIsFull() throws Exception {
        for (int kilobytes : new int[] {10, 3000}) {
            Process night = NightProcess.start("night", root.toString(), "2", Integer.toString(kilobytes));
            String said = new String(night.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(night.waitFor()).as(said).isNotZero();
            // The smaller bound stops the build, the larger one the publish: a build that is whole may stay.
            assertThat(said)
                    .contains("WarehouseException", "File too large")
                    .contains(kilobytes == 10 ? "expected a DuckDB file to work on" : "the publish failed");
            assertThat(Files.exists(home.home.build())).as(said).isEqualTo(kilobytes > 10);
            assertThat(home.home.releases().resolve(".staging")).doesNotExist();
            assertTheOldReleaseStands();
        }
        home.published();
        assertThat(NightProcess.number(home.home.published())).isEqualTo("2");
    }
}
