package org.fazhi.attachment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Tesseract} read on one page: its lines of words with their places in pixels, from top to bottom.
 *
 * @param lines of one word at least each
 */
record RecognizedPage(List<List<PlacedRun>> lines) {

    /** Columns of the TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    private static final int COLUMNS = 12;

    private static final String WORD = "5";

    private static final int LEFT = 6;
    private static final int TOP = 7;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 9;
    private static final int TEXT = 11;

    /** Specks and the rims of tables are read as letters of about none; characters as of 60 to 97 percent. */
    private static final double LEAST_CONFIDENCE = 20;

    private static final int CONFIDENCE = 10;

    /** Fewer characters say too little of the size they are set in. */
    private static final int LONG_LINE = 12;

    /** Boxes of characters leave out their side bearings: a line of body text seems up to so much smaller or larger. */
    private static final double SAME_SIZE = 0.18;

    RecognizedPage {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** Reads the program's TSV; what is no word of it is left out. */
    static RecognizedPage parse(String tsv) {
        List<List<PlacedRun>> lines = new ArrayList<>();
        List<String> last = List.of();
        for (String row : tsv.split("\n", -1)) {
            List<String> columns = Arrays.asList(row.split("\t", -1));
            if (columns.size() != COLUMNS || !columns.get(0).equals(WORD)) {
                continue;
            }
            Optional<PlacedRun> word = word(columns);
            if (word.isEmpty()) {
                continue;
            }
            List<String> line = columns.subList(1, 5);
            if (!line.equals(last)) {
                lines.add(new ArrayList<>());
                last = line;
            }
            lines.get(lines.size() - 1).add(word.get());
        }
        return new RecognizedPage(lines);
    }

    private static Optional<PlacedRun> word(List<String> columns) {
        try {
            String text = columns.get(TEXT).strip();
            if (text.isEmpty() || Double.parseDouble(columns.get(CONFIDENCE)) < LEAST_CONFIDENCE) {
                return Optional.empty();
            }
            double left = Integer.parseInt(columns.get(LEFT));
            double height = Integer.parseInt(columns.get(HEIGHT));
            return Optional.of(new PlacedRun(
                    text,
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
                .flatMap(List::stream)
                .flatMapToInt(run -> run.text().chars())
                .filter(c -> c >= 0x3400 && c <= 0x9FFF)
                .count();
    }

    /** The lines of a file's pages, in the sizes they seem to be set in. */
    static List<List<PlacedLine>> placed(List<RecognizedPage> pages) {
        double body = bodySize(pages);
        List<List<PlacedLine>> placed = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            List<PlacedLine> lines = new ArrayList<>();
            for (List<PlacedRun> line : pages.get(page).lines()) {
                lines.add(PlacedLine.of(page, sized(line, body)));
            }
            placed.add(lines);
        }
        return placed;
    }

    /** The middle one of the long lines' sizes. */
    private static double bodySize(List<RecognizedPage> pages) {
        double[] sizes = pages.stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> widths(line) >= LONG_LINE)
                .mapToDouble(RecognizedPage::pitch)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
    }

    private static List<PlacedRun> sized(List<PlacedRun> line, double body) {
        double pitch = pitch(line);
        double size = Math.abs(pitch - body) <= SAME_SIZE * body || widths(line) < 4 ? body : pitch;
        return line.stream()
                .map(run -> new PlacedRun(run.text(), run.left(), run.right(), run.baseline(), size))
                .toList();
    }

    /** Characters, of which those of Latin fonts are half as wide. */
    private static double widths(List<PlacedRun> line) {
        return line.stream()
                .flatMapToInt(run -> run.text().chars())
                .mapToDouble(c -> c < 0x250 ? 0.5 : 1)
                .sum();
    }

    /** Chinese characters are square and set without gaps: what a line's words are wide, by their characters. */
    private static double pitch(List<PlacedRun> line) {
        double width =
                line.stream().mapToDouble(run -> run.right() - run.left()).sum();
        return width / widths(line);
    }
}
