package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number is a body's own of the year only where table, clause and paragraph say nothing else; each line a report of its own. */
class OwnNumbersTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/fazhi/reading/own");
    private static final String FILL = "一年来，坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";

    private static final ReportReader READER = new ReportReader(IndicatorDictionary.read());

    record Line(String issuer, String title, String body, String expected) {

        private PageInput page() {
            boolean isHtml = body.contains("<");
            String text = isHtml
                    ? "<html><head><title>" + issuer + title + "</title></head><body><div class=content><h1>" + issuer
                            + title + "</h1><p>" + FILL.repeat(3) + "</p><p>一、主要工作</p>" + body + "<p>二、存在问题</p><p>"
                            + FILL
                            + "</p></div></body></html>"
                    : issuer + title + "\n" + FILL.repeat(3) + "\n一、主要工作\n" + body + "\n二、存在问题\n" + FILL;
            return PageInput.alone(URI.create("file:///own"), text, isHtml);
        }
    }

    private static List<Line> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Line(
                        cells[0].strip(),
                        cells[1].strip(),
                        cells[2].strip().replace("~", "\t").replace("\\n", "\n"),
                        cells[3].strip()))
                .toList();
    }

    static List<Line> tables() throws IOException {
        return lines("tables.txt");
    }

    static List<Line> others() throws IOException {
        return lines("others.txt");
    }

    static List<Line> periods() throws IOException {
        return lines("periods.txt");
    }

    static List<Line> scopes() throws IOException {
        return lines("scopes.txt");
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void tellsWhoseTheNumbersAre(Line line) {
        assertThat(told(line)).isEqualTo(line.expected());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bindsTheCellsOfATableToTheirYear(Line line) {
        assertThat(told(line)).isEqualTo(line.expected());
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavesTheNumbersOfOthersWithoutCode(Line line) {
        assertThat(told(line)).isEqualTo(line.expected());
    }

    @ParameterizedTest
    @MethodSource("periods")
    void carriesAStretchOfTimeAsFarAsItHolds(Line line) {
        assertThat(told(line)).isEqualTo(line.expected());
    }

    private static String told(Line line) {
        Reading.Read read = (Reading.Read) READER.read(line.page());
        return read.facts().figures().stream().map(OwnNumbersTest::told).collect(Collectors.joining("; "));
    }

    private static String told(DocumentFacts.FigureFact figure) {
        String bar = figure.rule().startsWith("barred: ") ? "(" + figure.rule().substring(8) + ")" : "";
        return Stream.of(
                        figure.raw(),
                        figure.tense().equals("actual") ? "" : figure.tense(),
                        figure.change().orElse(""),
                        figure.asOf().orElse(""),
                        figure.code().map(code -> code.replaceAll(".*\\.", "")).orElse(bar))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
