package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fazhi.warehouse.store.Digests;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WarehouseInUse;
import org.fazhi.warehouse.store.WarehouseLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of releases, with small files in the place of the real ones. */
class ReleasesTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 1, 10);
    private static final Instant TIME = Instant.parse("2026-01-10T20:00:00Z");

    @TempDir
    private Path root;

    private WarehouseHome home;
    private Releases releases;

    @BeforeEach
    void open() {
        home = new WarehouseHome(root);
        releases = new Releases(home);
    }

    private Manifest keep(String id, int minute) throws IOException {
        return keep(id, minute, HomeFormat.VERSION, "schema");
    }

    private Manifest keep(String id, int minute, int format, String schema) throws IOException {
        Path folder = home.release(id);
        Files.createDirectories(folder.resolve("parquet/mart_a"));
        Path file = Files.writeString(folder.resolve("fazhi.duckdb"), "rows of " + id);
        Files.writeString(folder.resolve("parquet/mart_a/mart_a.parquet"), "mirror of " + id);
        Files.writeString(folder.resolve("datapackage.json"), "package of " + id);
        Files.writeString(folder.resolve("croissant.json"), "croissant of " + id);
        try (var files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(
                        each, FileTime.from(TIME.plusSeconds(60L * minute).plusNanos(123_456_789)));
            }
        }
        Manifest manifest = new Manifest(
                id,
                NIGHT,
                TIME.plusSeconds(60L * minute),
                "hash",
                "inputs",
                "code",
                schema,
                "dictionary",
                "v1.4.0",
                format,
                new TreeMap<>(Map.of("mart_a", 1L)),
                List.of(new Manifest.FileEntry("fazhi.duckdb", Files.size(file), Digests.sha256(file))),
                List.of(new Manifest.SourceEntry("yunxi", "云溪县人民政府", 1, 2)),
                3,
                List.of(new Manifest.AcceptedEntry("lost_figures", 4, "Figures are lost")),
                new ReviewCount(5, 4));
        ManifestFile.write(folder.resolve(ManifestFile.NAME), manifest);
        return manifest;
    }

    private void assertReadersHave(String id) throws IOException {
        assertThat(home.published()).hasContent("rows of " + id);
        assertThat(home.parquet().resolve("mart_a/mart_a.parquet")).hasContent("mirror of " + id);
        assertThat(root.resolve("datapackage.json")).hasContent("package of " + id);
        assertThat(root.resolve("croissant.json")).hasContent("croissant of " + id);
        assertThat(Files.isSymbolicLink(home.parquet())).isTrue();
        assertThat(names(root)).noneMatch(name -> name.endsWith(".new") || name.endsWith(".old"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void hasNothingBeforeTheFirstPublish() {
        assertThat(releases.list()).isEmpty();
        assertThat(releases.damaged()).isEmpty();
        assertThat(releases.standing()).isEmpty();
        assertThat(releases.current()).isEmpty();
        releases.settle();
        releases.refuseLaterFormat();
        assertThat(root).isEmptyDirectory();
        assertThat(releases.release(home.build())).isTrue();
        assertThat(releases.isMadeFrom("inputs", NIGHT)).isFalse();
    }

    @Test
    void readsAManifestAsItWasWritten() throws IOException {
        Manifest written = keep("a", 0);
        assertThat(releases.list()).containsExactly(written);
        assertThat(home.release("a").resolve(ManifestFile.NAME)).content().endsWith("}\n");
    }

    @Test
    void listsTheNewestFirstAndNoFolderThatIsBeingMade() throws IOException {
        Manifest old = keep("b", 0);
        Manifest next = keep("a", 1);
        Manifest sameTime = keep("c", 1);
        keep(".staging", 9);
        Files.createDirectories(home.release("empty"));
        Files.createDirectories(home.release("x"));
        Files.writeString(home.release("x").resolve(ManifestFile.NAME), "{");
        assertThat(releases.list()).containsExactly(sameTime, next, old);
        assertThat(releases.damaged())
                .singleElement()
                .asString()
                .startsWith(
                        home.release("x").resolve(ManifestFile.NAME) + ": expected the manifest of a release, got: ");
        assertThat(releases.find("a")).isEqualTo(next);
        assertThatThrownBy(() -> releases.find("d"))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(home.releases() + ": expected one of [c, a, b], got d");
        assertThat(releases.file(next)).isEqualTo(home.release("a").resolve("fazhi.duckdb"));
    }

    @Test
    void leadsReadersToTheReleaseThatStands() throws IOException {
        Manifest a = keep("a", 0);
        Manifest b = keep("b", 1);
        releases.stand("a");
        assertReadersHave("a");
        assertThat(releases.standing()).contains("a");
        assertThat(releases.current()).contains(a);
        assertThat(home.latest()).hasContent("a\n");
        releases.stand("b");
        assertReadersHave("b");
        assertThat(releases.current()).contains(b);
        assertThat(releases.readable()).contains(b);
        assertThat(releases.rollback("a")).isEqualTo(a);
        assertReadersHave("a");
    }

    /** A file of the same content is no link to the release; one that is stays, so that readers keep it open. */
    @Test
    void putsRightWhatReadersHaveAndLeavesWhatIsRight() throws IOException {
        keep("a", 0);
        releases.stand("a");
        Path file = home.release("a").resolve("fazhi.duckdb");
        Object inode = Files.readAttributes(home.published(), "unix:ino").get("ino");
        Object link = Files.readAttributes(home.parquet(), "unix:ino", LinkOption.NOFOLLOW_LINKS)
                .get("ino");
        releases.settle();
        assertThat(Files.readAttributes(home.published(), "unix:ino").get("ino"))
                .isEqualTo(inode);
        assertThat(Files.readAttributes(home.parquet(), "unix:ino", LinkOption.NOFOLLOW_LINKS)
                        .get("ino"))
                .isEqualTo(link);
        Files.delete(home.published());
        Files.writeString(home.published(), "rows of x");
        Files.setLastModifiedTime(home.published(), FileTime.from(TIME.minusSeconds(99)));
        releases.settle();
        assertThat(Files.isSameFile(home.published(), file)).isTrue();
        Files.delete(home.published());
        Files.writeString(home.published(), "rows of another length");
        Files.setLastModifiedTime(home.published(), Files.getLastModifiedTime(file));
        releases.settle();
        assertThat(Files.isSameFile(home.published(), file)).isTrue();
    }

    /** Where the file system has no links, a copy keeps size and time and is not copied again every night. */
    @Test
    void takesACopyForTheFileItWasCopiedFrom() throws IOException {
        keep("a", 0);
        releases.stand("a");
        Path file = home.release("a").resolve("fazhi.duckdb");
        Files.delete(home.published());
        Files.copy(file, home.published(), StandardCopyOption.COPY_ATTRIBUTES);
        releases.settle();
        assertThat(Files.isSameFile(home.published(), file)).isFalse();
    }

    @Test
    void replacesAFolderOfAnEarlierProgramByTheLinkToTheMirror() throws IOException {
        keep("a", 0);
        Files.createDirectories(home.parquet().resolve("mart_z"));
        Files.createDirectories(root.resolve("parquet.old/left"));
        Files.createDirectories(root.resolve("parquet.new/left"));
        releases.stand("a");
        assertReadersHave("a");
        assertThat(home.parquet().resolve("mart_z")).doesNotExist();
    }

    @Test
    void takesAwayDescriptorsThatTheReleaseThatStandsHasNot() throws IOException {
        keep("a", 0);
        keep("b", 1);
        Files.delete(home.release("b").resolve("croissant.json"));
        releases.stand("a");
        releases.stand("b");
        assertThat(root.resolve("datapackage.json")).hasContent("package of b");
        assertThat(root.resolve("croissant.json")).doesNotExist();
    }

    @Test
    void takesNoFolderElsewhereForARelease() throws IOException {
        keep("a", 0);
        for (String id : List.of("../a", "A", "", "a b")) {
            Files.writeString(home.latest(), id + "\n");
            assertThat(releases.standing()).as(id).isEmpty();
            assertThat(releases.current()).as(id).isEmpty();
        }
        Files.writeString(home.latest(), "gone\n");
        assertThat(releases.standing()).isEmpty();
        releases.settle();
        assertThat(home.published()).doesNotExist();
    }

    @Test
    void goesBackToNoReleaseThatIsDamagedOrOfALaterProgramOrWhileAnotherRunWorks() throws IOException {
        keep("a", 0);
        Manifest later = keep("b", 1, HomeFormat.VERSION + 1, "schema");
        releases.stand("a");
        assertThatThrownBy(() -> releases.rollback("b"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("expected a home of format " + HomeFormat.VERSION + " or earlier");
        assertThat(HomeFormat.isCurrent(later)).isFalse();
        assertThat(releases.current().map(HomeFormat::isCurrent)).contains(true);
        Manifest c = keep("c", 2);
        assertThat(releases.verify(c)).isEmpty();
        try (WarehouseLock lock = WarehouseLock.take(home)) {
            assertThatThrownBy(() -> releases.rollback("c")).isInstanceOf(WarehouseInUse.class);
        }
        String sum = c.files().get(0).sha256();
        Path file = releases.file(c);
        Files.writeString(file, "other");
        assertThatThrownBy(() -> releases.rollback("c"))
                .hasMessage(file + ": expected SHA-256 " + sum + ", got " + Digests.sha256(file));
        Files.delete(file);
        assertThat(releases.verify(c)).containsExactly(file + ": expected SHA-256 " + sum + ", got no file");
        assertReadersHave("a");
        releases.stand("b");
        assertThatThrownBy(releases::refuseLaterFormat)
                .hasMessageContaining("expected a home of format " + HomeFormat.VERSION + " or earlier");
    }

    @Test
    void saysThatTheReleaseThatStandsIsOfAnEarlierProgram() throws IOException {
        WarehouseFiles files = WarehouseFiles.of(Path.of("warehouse"));
        String schema = files.schemaVersion();
        keep("a", 0, HomeFormat.VERSION, schema);
        releases.stand("a");
        assertThat(releases.outdated(files)).isEmpty();
        keep("b", 1, HomeFormat.VERSION - 1, schema);
        releases.stand("b");
        assertThat(releases.outdated(files))
                .contains("release b has schema " + schema + " of format " + (HomeFormat.VERSION - 1)
                        + ", this program makes schema " + schema + " of format " + HomeFormat.VERSION
                        + ": it is made anew from the archive");
        keep("c", 2, HomeFormat.VERSION, "other");
        releases.stand("c");
        assertThat(releases.outdated(files))
                .hasValueSatisfying(text -> assertThat(text).startsWith("release c has schema other"));
        Files.writeString(home.release("c").resolve(ManifestFile.NAME), "{");
        assertThat(releases.readable()).isEmpty();
        assertThat(releases.outdated(files)).isEmpty();
        releases.refuseLaterFormat();
    }

    @Test
    void remembersInputsFromOneNightToAnotherUntilAnotherReleaseStands() throws IOException {
        keep("a", 0);
        releases.stand("a");
        releases.rememberInputs("print", NIGHT, NIGHT.plusDays(2));
        assertThat(releases.isMadeFrom("print", NIGHT.minusDays(1))).isFalse();
        assertThat(releases.isMadeFrom("print", NIGHT)).isTrue();
        assertThat(releases.isMadeFrom("print", NIGHT.plusDays(2))).isTrue();
        assertThat(releases.isMadeFrom("print", NIGHT.plusDays(3))).isFalse();
        assertThat(releases.isMadeFrom("other", NIGHT)).isFalse();
        Files.writeString(home.releases().resolve("INPUTS"), "print 2026-01-10");
        assertThat(releases.isMadeFrom("print", NIGHT)).isFalse();
        Files.writeString(home.releases().resolve("INPUTS"), "");
        assertThat(releases.isMadeFrom("print", NIGHT)).isFalse();
        releases.rememberInputs("print", NIGHT, NIGHT);
        releases.stand("a");
        assertThat(releases.isMadeFrom("print", NIGHT)).isFalse();
    }

    @Test
    void freesABuildThatAReleaseHoldsUnlessThatReleaseStands() throws IOException {
        keep("a", 0);
        keep("b", 1);
        releases.stand("a");
        Files.createDirectories(home.state());
        Files.createLink(home.build(), home.release("b").resolve("fazhi.duckdb"));
        assertThat(releases.release(home.build())).isTrue();
        assertThat(home.release("b")).doesNotExist();
        assertThat(home.release("a")).exists();
        Files.delete(home.build());
        Files.createLink(home.build(), home.release("a").resolve("fazhi.duckdb"));
        assertThat(releases.release(home.build())).isFalse();
        assertThat(home.release("a")).exists();
    }

    @Test
    void keepsTheNewestReleasesAndAlwaysTheOneThatStands() throws IOException {
        for (int i = 0; i < 5; i++) {
            keep("r" + i, i);
        }
        releases.stand("r0");
        releases.prune(3);
        assertThat(releases.list()).extracting(Manifest::release).containsExactly("r4", "r3", "r0");
        releases.prune(3);
        assertThat(releases.list()).hasSize(3);
        releases.prune(1);
        assertThat(releases.list()).extracting(Manifest::release).containsExactly("r0");
    }

    @Test
    void replacesASmallFileInOneStep() throws IOException {
        Path file = root.resolve("small");
        Releases.replace(file, "一");
        Releases.replace(file, "二");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("二");
        assertThat(names(root)).containsExactly("small");
        assertThatThrownBy(() -> Releases.replace(root.resolve("gone/small"), "x"))
                .hasMessage(root.resolve("gone/small") + ": not writable");
        assertThatThrownBy(() -> Releases.sync(root.resolve("gone"))).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhatCannotBeReadAsAManifest() {
        assertThatThrownBy(() -> ManifestFile.read(root.resolve("gone")))
                .hasMessage(root.resolve("gone") + ": not readable");
    }
}
