package org.fazhi.reading.attachment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Tesseract} read on one page, from top to bottom. Its boxes of lines are exact; those of Chinese words overlap
 * and leave gaps, so that they only tell columns apart.
 *
 * @param lines of one word at least each
 */
record RecognizedPage(List<Line> lines) {

    /**
     * A line of print.
     *
     * @param left in pixels, as {@code right}
     */
    record Line(double left, double right, List<PlacedRun> words) {

        Line {
            words = List.copyOf(words);
        }

        /** Characters, of which those of Latin fonts are half as wide. */
        double widths() {
            return words.stream()
                    .flatMapToInt(word -> word.text().chars())
                    .mapToDouble(c -> isNarrow((char) c) ? 0.5 : 1)
                    .sum();
        }

        /** Chinese characters are square and set without gaps, so a line says by its length how large they are. */
        double size() {
            return (right - left) / widths();
        }
    }

    /** Columns of the TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    private static final int COLUMNS = 12;

    private static final String LINE = "4";
    private static final String WORD = "5";
    private static final int LEFT = 6;
    private static final int TOP = 7;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 9;
    private static final int TEXT = 11;

    /** Fewer characters say too little of the size they are set in. */
    private static final int LONG_LINE = 12;

    private static final int SHORT_LINE = 4;

    /** By digits and punctuation a line of body text seems up to so much smaller or larger. */
    private static final double SAME_SIZE = 0.18;

    /** Words of one sentence seem to stand up to one character apart, columns stand more than two. */
    private static final double COLUMN_GAP = 2;

    RecognizedPage {
        lines = List.copyOf(lines);
    }

    /** Reads the program's TSV; rows that are neither lines nor words are left out. */
    static RecognizedPage parse(String tsv) {
        List<Line> lines = new ArrayList<>();
        Optional<PlacedRun> box = Optional.empty();
        List<PlacedRun> words = new ArrayList<>();
        for (String row : tsv.split("\n", -1)) {
            List<String> columns = Arrays.asList(row.split("\t", -1));
            if (columns.size() != COLUMNS) {
                continue;
            }
            if (columns.get(0).equals(LINE)) {
                line(box, words).ifPresent(lines::add);
                box = run(columns);
                words = new ArrayList<>();
            } else if (columns.get(0).equals(WORD)) {
                run(columns).filter(word -> !word.text().isEmpty()).ifPresent(words::add);
            }
        }
        line(box, words).ifPresent(lines::add);
        return new RecognizedPage(lines);
    }

    private static Optional<Line> line(Optional<PlacedRun> box, List<PlacedRun> words) {
        return words.isEmpty() ? Optional.empty() : box.map(found -> new Line(found.left(), found.right(), words));
    }

    private static Optional<PlacedRun> run(List<String> columns) {
        try {
            double left = Integer.parseInt(columns.get(LEFT));
            double height = Integer.parseInt(columns.get(HEIGHT));
            return Optional.of(new PlacedRun(
                    columns.get(TEXT).strip(),
                    left,
                    left + Integer.parseInt(columns.get(WIDTH)),
                    Integer.parseInt(columns.get(TOP)) + height,
                    height));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    long han() {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .flatMapToInt(word -> word.text().chars())
                .filter(c -> c >= 0x3400 && c <= 0x9FFF)
                .count();
    }

    /** The lines of a file's pages, in the sizes they seem to be set in. */
    static List<List<PlacedLine>> placed(List<RecognizedPage> pages) {
        double body = bodySize(pages);
        List<List<PlacedLine>> placed = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            List<PlacedLine> lines = new ArrayList<>();
            for (Line line : pages.get(page).lines()) {
                lines.add(placed(page, line, body));
            }
            placed.add(lines);
        }
        return placed;
    }

    /** The middle one of the long lines' sizes. */
    private static double bodySize(List<RecognizedPage> pages) {
        double[] sizes = pages.stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.widths() >= LONG_LINE)
                .mapToDouble(Line::size)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
    }

    private static PlacedLine placed(int page, Line line, double body) {
        boolean isBody = Math.abs(line.size() - body) <= SAME_SIZE * body || line.widths() < SHORT_LINE;
        double size = isBody ? body : line.size();
        List<PlacedRun> runs = new ArrayList<>();
        double reached = line.left();
        char last = ' ';
        for (PlacedRun word : line.words()) {
            boolean isNumbers = isNarrow(last) && isNarrow(word.text().charAt(0));
            boolean isColumn = !isNumbers && word.left() - reached >= COLUMN_GAP * body;
            double left = isNumbers || isColumn ? word.left() : reached;
            reached = Math.max(left, word.right());
            last = word.text().charAt(word.text().length() - 1);
            runs.add(new PlacedRun(word.text(), left, reached, word.baseline(), size));
        }
        PlacedLine read = PlacedLine.of(page, runs);
        return new PlacedLine(page, read.text(), line.left(), line.right(), size);
    }

    private static boolean isNarrow(char c) {
        return c < 0x250;
    }
}
