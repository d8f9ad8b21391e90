package org.fazhi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents in {@code src/docs} and the README lead where they say. */
class DocsTest {

    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\(([^)\\s#]+)(?:#[^)\\s]*)?\\)");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            for (MatchResult link : links(document)) {
                links++;
                Path target = document.resolveSibling(link.group(2)).normalize();
                if (!link.group(2).contains("://") && !Files.exists(target)) {
                    broken.add(document + " -> " + link.group(2));
                }
            }
        }
        assertThat(links).isGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    /** A class that moved or was renamed would leave a link with the old name before it. */
    @Test
    void everyLinkToAClassBearsItsName() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult link : links(document)) {
                Path target = Path.of(link.group(2));
                if (link.group(2).endsWith(".java")
                        && !target.getFileName().toString().equals(link.group(1) + ".java")) {
                    wrong.add(document + ": " + link.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            List<Path> documents =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            documents.add(Path.of("README.md"));
            return documents;
        }
    }

    private static List<MatchResult> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document)).results().toList();
    }
}
