package org.fazhi.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What stands in the folder {@code warehouse/} is what its lists, its catalog and its queries say. */
class WarehouseFolderTest {

    private static final Path FOLDER = Path.of("warehouse");

    @TempDir
    private Path root;

    @Test
    void findsTheSameFilesInTheProgramAsInTheFolder() {
        assertThat(WarehouseFiles.bundled().paths())
                .isEqualTo(WarehouseFiles.of(FOLDER).paths())
                .hasSizeGreaterThan(80);
    }

    @Test
    void keepsTheCatalogTrueToTheComments() throws IOException, SQLException {
        Home home = new Home(root);
        home.build();
        try (WorkingFile file = WorkingFile.open(home.home.build(), home.home.spill(), Home.SETTINGS, List.of())) {
            holdTo(FOLDER.resolve("CATALOG.md"), Catalog.of(file, WarehouseFiles.of(FOLDER)));
        }
    }

    @Test
    void listsEveryStateAndReasonWithItsMeaningAndWhatToDo() throws IOException {
        String catalog = Files.readString(FOLDER.resolve("CATALOG.md"));
        String words = catalog.substring(catalog.indexOf("## States and reasons"));
        for (FetchState state : FetchState.values()) {
            assertThat(words).contains("\n| `" + state.code() + "` | ").contains(state.meaning());
            assertSentences(state.meaning(), state.remedy());
        }
        for (Verdict.Reason reason : Verdict.Reason.values()) {
            assertThat(words)
                    .contains("\n| `" + reason.code() + "` | `sources`, fact_untaken_link.reason | " + reason.meaning()
                            + " | " + reason.remedy() + " |\n");
            assertSentences(reason.meaning(), reason.remedy());
        }
        for (CoverageWord word : CoverageWord.values()) {
            assertThat(words)
                    .contains("\n| `" + word.code() + "` | " + word.place() + " | " + word.meaning() + " | "
                            + word.remedy() + " |\n");
        }
        for (Reason reason : Reason.values()) {
            assertThat(words)
                    .contains("\n| `" + reason.code() + "` | " + reason.scope().place() + " | " + reason.meaning()
                            + " | " + reason.remedy() + " |\n");
            assertSentences(reason.meaning(), reason.remedy());
        }
    }

    private static void assertSentences(String... texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("|"));
    }

    /** The enums are the one place of these words; {@code gone} and {@code blocked} are words of coverage as well. */
    @Test
    void spellsNoStateAndNoReasonOutInTheProgram() throws IOException {
        Set<String> words = new TreeSet<>();
        Stream.of(FetchState.values()).map(state -> '"' + state.code() + '"').forEach(words::add);
        Stream.of(Reason.values()).map(reason -> '"' + reason.code() + '"').forEach(words::add);
        for (Path file : Home.files(Path.of("src/main/java"))) {
            if (file.toString().endsWith(".java")) {
                assertThat(words).as(file.toString()).noneMatch(Files.readString(file)::contains);
            }
        }
    }

    @Test
    void namesEveryStateOfAFetchInTheCommentOfItsColumn() {
        String comment = WarehouseFiles.of(FOLDER).sql("schema").stream()
                .filter(file -> file.path().endsWith("25_fact_fetch.sql"))
                .findFirst()
                .orElseThrow()
                .text();
        for (FetchState state : FetchState.values()) {
            if (state != FetchState.PENDING) {
                assertThat(comment).containsPattern("fact_fetch.state IS '[^']*\\b" + state.code() + "\\b");
            }
        }
    }

    @Test
    void opensEverySchemaAndMartFileWithItsGrain() {
        for (String folder : List.of("schema", "marts")) {
            for (SqlFile file : WarehouseFiles.of(FOLDER).sql(folder)) {
                assertThat(file.text()).as(file.path()).startsWith("-- Grain: ");
            }
        }
    }

    /** That each gives rows is shown on the sample, by SampleNightTest. */
    @Test
    void asksTheMartsOneQuestionAFile() throws SQLException {
        Home home = new Home(root);
        home.build();
        List<SqlFile> queries = WarehouseFiles.of(FOLDER).sql("queries");
        assertThat(queries).hasSizeGreaterThanOrEqualTo(15);
        try (Connection reader = Home.reader(home.home.build())) {
            for (SqlFile query : queries) {
                assertThat(query.require("question")).as(query.path()).endsWith("?");
                assertThat(query.text()).as(query.path()).doesNotContainPattern("(FROM|JOIN) (dim|fact)_");
                Home.rows(reader, query.text());
            }
        }
    }

    @Test
    void readsTheSameFilesFromTheClassPathAsFromTheFolder() {
        WarehouseFiles bundled = WarehouseFiles.bundled();
        for (String folder : List.of("schema", "transforms", "marts", "audits", "queries")) {
            assertThat(bundled.sql(folder)).isEqualTo(WarehouseFiles.of(FOLDER).sql(folder));
        }
        assertThat(bundled.schemaVersion()).isEqualTo(WarehouseFiles.of(FOLDER).schemaVersion());
        assertThat(bundled.find("region/no-such.csv")).isEmpty();
    }

    @Test
    void readsItsFilesFromInsideAJar() throws Exception {
        Path jar = root.resolve("fazhi.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            List<Path> files = new ArrayList<>(Home.files(Path.of("target/classes/org/fazhi/warehouse")));
            files.addAll(Home.files(Path.of("target/classes/org/fazhi/text")));
            files.addAll(Home.files(Path.of("target/classes/warehouse")));
            // Folders have entries, as in the jars that Maven and Spring Boot write.
            for (String folder :
                    List.of("", "audits/", "knowledge/", "marts/", "queries/", "region/", "schema/", "transforms/")) {
                out.putNextEntry(new JarEntry("warehouse/" + folder));
            }
            for (Path file : files) {
                out.putNextEntry(
                        new JarEntry(Path.of("target/classes").relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        URL[] urls = {jar.toUri().toURL(), placeOf(PathMatchingResourcePatternResolver.class), placeOf(LogFactory.class)
        };
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(WarehouseFiles.class.getName());
            Object bundled = type.getMethod("bundled").invoke(null);
            assertThat(type.getMethod("schemaVersion").invoke(bundled))
                    .isEqualTo(WarehouseFiles.of(FOLDER).schemaVersion());
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void refusesAFolderWithoutASchema() {
        assertThatThrownBy(() -> WarehouseFiles.of(root))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(root + ": expected a folder with schema/, got none");
    }

    private static void holdTo(Path file, String expected) throws IOException {
        String standing = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("golden.update") && !standing.equals(expected)) {
            Files.writeString(file, expected);
            fail(file + " was rewritten: read the diff");
        }
        assertThat(standing)
                .as(file + " (rewrite it with -Dgolden.update=true)")
                .isEqualTo(expected);
    }
}
