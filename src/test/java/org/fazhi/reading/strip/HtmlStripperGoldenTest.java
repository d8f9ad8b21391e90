package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page in the folder shows the rule it is named after; what is stripped from it stands beside it. */
class HtmlStripperGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/strip");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void stripsThePageAsItsGoldenFileSays(Path page) throws IOException {
        URI url = URI.create("https://www.example.gov.cn/zwgk/202303/t20230306_4711.html");
        String got = print(new HtmlStripper().strip(Files.readString(page), url));
        Path golden = Path.of(page.toString().replace(".html", ".golden.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, got);
            fail("golden file rewritten, read the diff: " + golden);
        }
        assertThat(got).isEqualTo(Files.readString(golden));
    }

    private static String print(StrippedPage page) {
        StringBuilder out = new StringBuilder();
        out.append("container ").append(page.container()).append('\n');
        page.metadata()
                .entries()
                .forEach(entry -> out.append("says ")
                        .append(entry.field())
                        .append(" = ")
                        .append(entry.value())
                        .append("  [")
                        .append(entry.origin())
                        .append("]\n"));
        page.cuts()
                .forEach(cut -> out.append("cut ")
                        .append(cut.rule())
                        .append(": ")
                        .append(cut.text())
                        .append('\n'));
        out.append(page.blocks().stream()
                .map(block ->
                        block.kind() + " | " + block.span().of(page.text()).replace("\t", " ⇥ "))
                .collect(Collectors.joining("\n")));
        return out.append('\n').toString();
    }
}
