package org.fazhi.reading.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fazhi.reading.outline.Outliner;

/** Our own labelled sentences, and what the reader makes of them. */
final class LabelledFigures {

    static final int REPORT_YEAR = 2023;

    record Expected(
            String raw, BigDecimal value, String unit, String qualifier, String change, String tense, String asOf) {

        boolean hasValueOf(Expected other) {
            return value.compareTo(other.value) == 0 && unit.equals(other.unit);
        }

        boolean saysThe(Expected other) {
            return qualifier.equals(other.qualifier)
                    && change.equals(other.change)
                    && tense.equals(other.tense)
                    && asOf.equals(other.asOf);
        }
    }

    record Sentence(int line, String trap, String text, List<Expected> figures) {}

    private LabelledFigures() {}

    static List<Sentence> read() {
        try (InputStream in = LabelledFigures.class.getResourceAsStream("labelled.tsv")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Sentence> sentences = new ArrayList<>();
            String[] lines = all.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                    sentences.add(sentence(i + 1, lines[i]));
                }
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentence sentence(int line, String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != 3) {
            throw new IllegalStateException("labelled.tsv:" + line + ": expected 3 cells, got " + cells.length);
        }
        List<Expected> figures = new ArrayList<>();
        if (!cells[2].equals("-")) {
            for (String figure : cells[2].split(" ; ")) {
                figures.add(expected(figure.split("\\|", -1)));
            }
        }
        return new Sentence(line, cells[0], cells[1].replace("\\n", "\n"), figures);
    }

    private static Expected expected(String[] fields) {
        return new Expected(
                fields[0],
                new BigDecimal(fields[1]),
                fields[2],
                field(fields, 3, "exact"),
                field(fields, 4, ""),
                field(fields, 5, "actual"),
                field(fields, 6, ""));
    }

    private static String field(String[] fields, int index, String otherwise) {
        return index < fields.length && !fields[index].isEmpty() ? fields[index] : otherwise;
    }

    static List<Expected> found(String text, int reportYear) {
        return FigureReader.read(Outliner.outline(text), reportYear).stream()
                .map(figure -> new Expected(
                        figure.span().of(text),
                        figure.value(),
                        figure.unit(),
                        figure.qualifier().code(),
                        figure.change().map(Change::code).orElse(""),
                        figure.tense().code(),
                        figure.asOf().map(Object::toString).orElse("")))
                .toList();
    }
}
