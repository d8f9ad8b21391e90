package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes over short labelled passages, each read in a report of its own. The floors only rise. */
class LabelledPassagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/fazhi/reading/passages");
    private static final String FILL = "一年来，全县坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";
    private static final Pattern MARK = Pattern.compile("\\[([^\\]|]{1,40})\\|([^\\]|]{1,200})(?:\\|[a-z]{1,12})?\\]");

    /** Reports where a passage speaks of a city as a whole; a county may not call such a number its own. */
    private static final String CITY = "云栖市人民政府";

    /** The body that reports, at the head of a line; without it a county. */
    private static final Pattern BODY = Pattern.compile("^\\{(\\p{IsHan}{3,20})\\}");

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    /** A labelled number: where it stands in the report, and its codes, "" for none. */
    private record Label(int start, int end, Set<String> codes) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource({"first, 1.0, 1.0", "second, 0.955, 0.96", "kinds, 1.0, 1.0", "bureaus, 1.0, 0.994"})
    void codesThePassages(String set, double leastPrecision, double leastF1) throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<String> misses = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(set + ".txt"))) {
            Matcher named = BODY.matcher(line);
            String body = named.lookingAt() ? named.group(1) : line.matches(".*[我全]市.*") ? CITY : "云栖县人民政府";
            StringBuilder text = new StringBuilder(body + "2024年法治政府建设年度报告\n")
                    .append(FILL.repeat(3))
                    .append("\n一、主要工作\n");
            List<Label> labels = labels(named.replaceFirst(""), text);
            text.append("\n二、存在问题\n").append(FILL).append("\n三、下一步打算\n").append(FILL);
            text.append("\n" + body + "\n2025年1月10日\n");
            Reading.Read read = (Reading.Read)
                    reader.read(PageInput.alone(URI.create("file:///passage.txt"), text.toString(), false));
            for (Label label : labels) {
                String found = read.facts().figures().stream()
                        .filter(figure -> figure.span().start() < label.end()
                                && figure.span().end() > label.start())
                        .findFirst()
                        .map(figure -> figure.code().orElse(""))
                        .orElse("");
                if (label.codes().contains(found)) {
                    right += found.isEmpty() ? 0 : 1;
                    continue;
                }
                wrong += found.isEmpty() ? 0 : 1;
                missed += label.codes().contains("") ? 0 : 1;
                misses.add(text.substring(label.start(), label.end()) + ": expected " + label.codes() + ", got " + found
                        + " in " + line);
            }
        }
        double precision = (double) right / (right + wrong);
        double recall = (double) right / (right + missed);
        double f1 = 2 * precision * recall / (precision + recall);
        String told = String.format(Locale.ROOT, "%s: P %.4f R %.4f F1 %.4f", set, precision, recall, f1);
        if (Boolean.getBoolean("score.print")) {
            System.out.println(told);
        }
        String all = told + "\n" + String.join("\n", misses);
        assertThat(precision).as(all).isGreaterThanOrEqualTo(leastPrecision);
        assertThat(f1).as(all).isGreaterThanOrEqualTo(leastF1);
    }

    /** Appends the line without its marks. */
    private static List<Label> labels(String line, StringBuilder text) {
        List<Label> labels = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        int done = 0;
        while (mark.find()) {
            text.append(line, done, mark.start());
            int start = text.length();
            text.append(mark.group(1));
            Set<String> codes = new TreeSet<>();
            Arrays.stream(mark.group(2).split("/"))
                    .map(code -> code.equals("-") ? "" : code)
                    .forEach(codes::add);
            labels.add(new Label(start, text.length(), codes));
            done = mark.end();
        }
        text.append(line, done, line.length());
        return labels;
    }
}
