package org.fazhi.reading.indicators;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.reading.figures.Change;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Qualifier;
import org.fazhi.reading.figures.Tense;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.text.Span;

/**
 * A text whose figures are labelled with their codes.
 *
 * @param answers of each figure the codes that are right; an empty string stands for none
 */
record LabelledReport(String name, Outline outline, List<Figure> figures, List<Set<String>> answers) {

    private static final Pattern MARK =
            Pattern.compile("\\[([^\\]|]{1,40})\\|([^\\]|]{1,200})(?:\\|([a-z]{1,12}))?\\]");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)(.{0,12})");
    private static final Map<String, String> UNITS =
            Map.of("名", "人", "位", "人", "宗", "件", "起", "件", "个百分点", "pp", "百分点", "pp", "％", "%");

    /** All labelled texts of this repository, by file name. */
    static List<LabelledReport> all(String folder) throws IOException {
        Path path = Path.of("src/test/resources/org/fazhi/reading/indicators").resolve(folder);
        try (Stream<Path> files = Files.list(path)) {
            List<LabelledReport> reports = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                reports.add(of(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
            return reports;
        }
    }

    /** Reads marked-up text: {@code 受理[79件|reconsideration.accepted],审结[66件|-]}. */
    static LabelledReport of(String name, String marked) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        List<Set<String>> answers = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int done = 0;
        while (mark.find()) {
            text.append(marked, done, mark.start());
            spans.add(new Span(text.length(), text.length() + mark.group(1).length()));
            text.append(mark.group(1));
            flags.add(mark.group(3) == null ? "" : mark.group(3));
            answers.add(Arrays.stream(mark.group(2).split("/"))
                    .map(code -> code.equals("-") ? "" : code)
                    .collect(Collectors.toSet()));
            done = mark.end();
        }
        text.append(marked.substring(done));
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            figures.add(figure(i, spans.get(i), text.toString(), flags.get(i)));
        }
        return new LabelledReport(name, Outliner.outline(text.toString()), figures, answers);
    }

    private static Figure figure(int ordinal, Span span, String text, String flag) {
        Matcher number = NUMBER.matcher(span.of(text));
        if (!number.matches()) {
            throw new IllegalArgumentException("expected a number and a unit, got " + span.of(text));
        }
        BigDecimal value = new BigDecimal(number.group(1));
        String rest = number.group(2).replaceAll("^[余多]", "");
        Qualifier qualifier = number.group(2).matches(".*[余多].*") ? Qualifier.MORE_THAN : Qualifier.EXACT;
        if (rest.startsWith("万") || rest.startsWith("亿")) {
            value = value.movePointRight(rest.startsWith("万") ? 4 : 8);
            rest = rest.substring(1);
        }
        String unit = rest.replaceAll("^[余多]", "");
        return new Figure(
                ordinal,
                span,
                sentence(text, span),
                value,
                Optional.empty(),
                UNITS.getOrDefault(unit, unit),
                qualifier,
                change(flag),
                tense(flag),
                Optional.empty());
    }

    static Span sentence(String text, Span span) {
        int start = span.start();
        while (start > 0 && "。\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && "。\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }

    static Optional<Change> change(String word) {
        return Arrays.stream(Change.values())
                .filter(change -> change.code().equals(word))
                .findFirst();
    }

    static Tense tense(String word) {
        return Arrays.stream(Tense.values())
                .filter(tense -> tense.code().equals(word))
                .findFirst()
                .orElse(Tense.ACTUAL);
    }
}
