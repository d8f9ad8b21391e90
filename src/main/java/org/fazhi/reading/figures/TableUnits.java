package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of a number that is a whole cell of a table, a line a row and a tab between cells: from the label of its row
 * (经费（万元）), from the head of its column, or from the one unit that the head or the line above the table names.
 */
final class TableUnits {

    /** Rows looked at above a cell. */
    private static final int MOST_ROWS = 40;

    private static final int LONGEST_ROW = 400;
    /** A line is not looked back over farther than this, however long: a row of a thousand cells costs no square of them. */
    private static final int LONGEST_LINE = 1200;

    /** Cells behind the first that may name the unit of those behind them. */
    private static final int MOST_LABELS = 3;

    /** Of ten: 万 and 亿 stand before a unit, 千 and 百 do not. */
    private static final int MYRIAD = 4;

    private static final Pattern IN_BRACKETS = Pattern.compile("[（(]([^（()）\\t\\d]{1,4})[）)]$");

    private static final Pattern CAPTION = Pattern.compile("单位[：:]\\s{0,3}([^\\s，,、）)]{1,4})[）)]?$");

    private TableUnits() {}

    static Optional<Unit> of(String text, Numeral number, int limit) {
        int start = number.span().start();
        int end = number.span().end();
        boolean isCell = start > 0
                && text.charAt(start - 1) == '\t'
                && (end >= limit || "\t\n\r".indexOf(text.charAt(end)) >= 0);
        if (!isCell) {
            return Optional.empty();
        }
        int rowStart = lineStart(text, start);
        if (rowStart > 0 && text.charAt(rowStart - 1) != '\n') {
            return Optional.empty();
        }
        List<String> before = cells(text.substring(Math.max(rowStart, start - LONGEST_ROW), start - 1));
        Optional<String> unit =
                inBrackets(before.get(0)).or(() -> ofLabels(before)).or(() -> above(text, rowStart, before.size()));
        return unit.flatMap(TableUnits::named).map(found -> new Unit(end, found.name(), found.factor()));
    }

    /** From a label behind a number of the row (1 | 案件（件） | 45), or from a cell that is a unit (案件 | 件 | 45). */
    private static Optional<String> ofLabels(List<String> before) {
        return before.stream()
                .skip(1)
                .limit(MOST_LABELS)
                .flatMap(cell ->
                        inBrackets(cell)
                                .or(() -> Optional.of(cell.strip())
                                        .filter(unit -> named(unit).isPresent()))
                                .stream())
                .findFirst();
    }

    /** 件, and 万元 with its multiplier. */
    private static Optional<Unit> named(String name) {
        int scales = 0;
        BigDecimal factor = BigDecimal.ONE;
        while (scales < name.length() && Numerals.power(name.charAt(scales)) >= MYRIAD) {
            factor = factor.multiply(Numerals.tenTo(Numerals.power(name.charAt(scales))));
            scales++;
        }
        BigDecimal scale = factor;
        return Units.at(name, scales, name.length())
                .filter(found -> found.end() == name.length())
                .map(found -> new Unit(found.end(), found.name(), found.factor().multiply(scale)));
    }

    /** From the rows above, the nearest first, to the first that names units or is no row. */
    private static Optional<String> above(String text, int rowStart, int column) {
        int end = rowStart - 1;
        for (int i = 0; i < MOST_ROWS && end > 0; i++) {
            int start = lineStart(text, end);
            String line =
                    text.substring(Math.max(start, end - LONGEST_ROW), end).strip();
            if (line.indexOf('\t') < 0) {
                Matcher caption = CAPTION.matcher(line);
                return caption.find() ? Optional.of(caption.group(1)) : Optional.empty();
            }
            List<String> cells = cells(line);
            List<String> units = cells.stream()
                    .flatMap(cell -> inBrackets(cell).stream())
                    .distinct()
                    .toList();
            if (column < cells.size() && inBrackets(cells.get(column)).isPresent()) {
                return inBrackets(cells.get(column));
            }
            boolean isHead = cells.stream().noneMatch(cell -> cell.chars().allMatch(c -> Numerals.isArabic((char) c)));
            if (isHead && !units.isEmpty()) {
                return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    private static Optional<String> inBrackets(String cell) {
        Matcher unit = IN_BRACKETS.matcher(cell.strip());
        return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int tab = row.indexOf('\t'); tab >= 0; tab = row.indexOf('\t', from)) {
            cells.add(row.substring(from, tab));
            from = tab + 1;
        }
        cells.add(row.substring(from));
        return cells;
    }

    private static int lineStart(String text, int offset) {
        int lowest = Math.max(0, offset - LONGEST_LINE);
        int start = Math.max(lowest, offset);
        while (start > lowest && text.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }
}
