package org.fazhi.reading.attachment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Joins printed lines to paragraphs. A line goes on in the next where it reaches the right margin and the next begins at
 * the left one: official texts are set justified with the first line of a paragraph indented by two characters (GB/T
 * 9704-2012 §7.3.3). Where nothing is indented, the end of a sentence and a new number begin a paragraph besides. The
 * lines of a title, which are set larger and centred, are joined as well.
 */
final class Paragraphs {

    /** A word or number that does not fit leaves this much of a line empty, in sizes of the font. */
    private static final double RAGGED = 2.4;

    private static final double INDENT = 1.0;

    /** Of the lines, so many begin a paragraph with an indent where a text indents at all. */
    private static final double LEAST_INDENTED = 0.1;

    private static final double SAME_SIZE = 0.12;

    private static final Pattern NUMBERED = Pattern.compile(
            "(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、](?!\\d)|第[一二三四五六七八九十]{1,3}[章节部条]).*");

    private static final int LONGEST_TITLE = 120;

    /** What ends a title, so that a date or a name below it, set as large, is not drawn into it. */
    private static final Pattern TITLE_END = Pattern.compile(".*(?:报告|总结|情况|通知|公告)(?:[（(].{1,20}[)）])?");

    private static final String SENTENCE_ENDS = "。！？；：";

    private final double left;
    private final double right;
    private final double size;
    private final boolean isIndented;

    private Paragraphs(List<PlacedLine> lines) {
        this.size = mostCharacters(lines);
        List<PlacedLine> body = lines.stream().filter(this::isOfBodySize).toList();
        this.right =
                reached(body.stream().mapToDouble(PlacedLine::right).sorted().toArray(), 0.9);
        this.left = reached(body.stream().mapToDouble(PlacedLine::left).sorted().toArray(), 0.1);
        long indented = body.stream().filter(line -> isIndented(line)).count();
        this.isIndented = indented >= LEAST_INDENTED * body.size();
    }

    /** The paragraphs of lines that follow each other, page breaks included. */
    static List<String> join(List<PlacedLine> lines) {
        List<PlacedLine> printed =
                lines.stream().filter(line -> !line.text().isEmpty()).toList();
        if (printed.isEmpty()) {
            return List.of();
        }
        return new Paragraphs(printed).joined(printed);
    }

    private List<String> joined(List<PlacedLine> lines) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder(lines.get(0).text());
        for (int i = 1; i < lines.size(); i++) {
            String next = lines.get(i).text();
            if (goesOn(lines.get(i - 1), lines.get(i)) || isTitle(paragraph, lines.get(i - 1), lines.get(i))) {
                char last = paragraph.charAt(paragraph.length() - 1);
                if (CharacterGaps.isWanted(last, next.charAt(0)) && !(isOfNumber(last) && isOfNumber(next.charAt(0)))) {
                    paragraph.append(' ');
                }
            } else {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(next);
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || c == '.' || c == '%' || c == ',';
    }

    private boolean goesOn(PlacedLine line, PlacedLine next) {
        if (line.hasColumns() || next.hasColumns() || !isOfBodySize(line) || !isOfBodySize(next)) {
            return false;
        }
        if (line.right() < right - RAGGED * size || next.left() > left + INDENT * size) {
            return false;
        }
        if (isIndented) {
            return true;
        }
        char last = line.text().charAt(line.text().length() - 1);
        return SENTENCE_ENDS.indexOf(last) < 0 && !NUMBERED.matcher(next.text()).matches();
    }

    private boolean isTitle(CharSequence begun, PlacedLine line, PlacedLine next) {
        return line.page() == next.page()
                && line.size() > (1 + SAME_SIZE) * size
                && Math.abs(line.size() - next.size()) <= SAME_SIZE * size
                && !line.hasColumns()
                && !next.hasColumns()
                && begun.length() + next.text().length() <= LONGEST_TITLE
                && !TITLE_END.matcher(begun).matches()
                && !NUMBERED.matcher(next.text()).matches();
    }

    private boolean isOfBodySize(PlacedLine line) {
        return Math.abs(line.size() - size) <= SAME_SIZE * size;
    }

    private boolean isIndented(PlacedLine line) {
        return line.left() > left + INDENT * size && line.left() < left + 3 * size;
    }

    /** The size most characters are set in. */
    private static double mostCharacters(List<PlacedLine> lines) {
        Map<Double, Integer> characters = new HashMap<>();
        lines.forEach(line ->
                characters.merge(Math.rint(line.size() * 4) / 4, line.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1.0);
    }

    private static double reached(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.floor(share * (sorted.length - 1))];
    }
}
