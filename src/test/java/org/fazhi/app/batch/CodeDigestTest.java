package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is known by its code: a comment changes nothing, a rule does. */
class CodeDigestTest {

    private static final String RULE = "org/fazhi/reading/figures/Qualifiers";
    private static final CodeDigest.ClassFiles RUNNING = CodeDigest.ClassFiles.running();

    @TempDir
    Path folder;

    @Test
    void isTheSameUnderOtherCommentsAndLineNumbers() throws IOException {
        String source = Files.readString(Path.of("src/main/java", RULE + ".java"));
        String commented = source.replace("private static", "// A comment.\n\n    private static")
                .replace("final class", "/* Another. */ final\nclass");
        assertThat(Files.readAllBytes(compiled("plain", source)))
                .isNotEqualTo(Files.readAllBytes(compiled("commented", commented)));
        assertThat(identity("commented")).isEqualTo(identity("plain"));
    }

    @Test
    void isAnotherUnderAnotherRule() throws IOException {
        String source = Files.readString(Path.of("src/main/java", RULE + ".java"));
        compiled("plain", source);
        compiled("changed", source.replace("\"逾\", Qualifier.MORE_THAN", "\"逾\", Qualifier.ABOUT"));
        assertThat(identity("changed")).isNotEqualTo(identity("plain"));
    }

    /** All of the reading wing but what keeps extracts, what is looked at during the crawl, and constants alone. */
    @Test
    void reachesAllThatReadsAndNothingThatFetches() throws IOException {
        Set<String> reached = CodeDigest.reached(NightReader.ROOTS, RUNNING).keySet();
        Set<String> reading = new TreeSet<>();
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("org/fazhi/reading"))) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.replaceFirst("\\.class$", ""))
                    .filter(name -> !reached.contains(name))
                    .map(name -> name.replaceFirst("\\$.*", ""))
                    .forEach(reading::add);
        }
        assertThat(reading)
                .containsExactly(
                        "org/fazhi/reading/ExtractStore",
                        "org/fazhi/reading/FetchedPageInspection",
                        "org/fazhi/reading/figures/NumberPhrases");
        assertThat(reached)
                .contains(
                        "org/fazhi/harvest/fetch/CharsetChoice",
                        "org/fazhi/harvest/source/RegionCodes",
                        "org/fazhi/text/Span")
                .doesNotContain("org/fazhi/harvest/fetch/Fetcher", "org/fazhi/harvest/state/Frontier")
                .noneMatch(name -> name.startsWith("org/fazhi/warehouse") || name.startsWith("org/fazhi/app"));
    }

    @Test
    void failsWhereARootIsNotThere() {
        assertThatThrownBy(() -> CodeDigest.of(List.of("org/fazhi/reading/NoSuch"), RUNNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("org/fazhi/reading/NoSuch.class: expected it in the program, got nothing");
    }

    @Test
    void namesTheLibrariesWithTheirVersionsAndTheTables() {
        assertThat(NightReader.libraries())
                .hasSize(9)
                .allMatch(library -> library.matches("[a-z-]+[0-9.]+"), "name and version")
                .anyMatch(library -> library.startsWith("jsoup-1."))
                .anyMatch(library -> library.startsWith("poi-scratchpad-"));
        assertThat(NightReader.data()).containsKeys("gb2260-1981-2024.csv", "fictional.csv");
        assertThat(NightReader.running().code()).matches("[0-9a-f]{16}");
        assertThat(NightReader.loader())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(NightReader.running().code());
    }

    /** The digest of the program with the classes of a folder in place of its own. */
    private Digest identity(String name) {
        return CodeDigest.of(NightReader.ROOTS, type -> {
            Path file = folder.resolve(name).resolve(type + ".class");
            try {
                return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : RUNNING.find(type);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Path compiled(String name, String source) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path file = Files.createDirectories(classes.resolve("source")).resolve("Qualifiers.java");
        Files.writeString(file, source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-g",
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).isZero();
        return classes.resolve(RULE + ".class");
    }
}
