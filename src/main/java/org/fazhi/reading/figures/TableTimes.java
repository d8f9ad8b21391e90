package org.fazhi.reading.figures;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Gives each number in a table the year of its column, else of its row, else of the line above the table: of 指标 | 2022年 |
 * 2023年 only one is the report year's. 同比 heads a change, 目标 a norm, 累计 a total over years. Where years are named and
 * it is not told which is whose, the number is of no year. One pass over the lines; a table is a run of lines with tabs.
 */
final class TableTimes {

    private static final int LONGEST_ROW = 2000;
    private static final int MOST_CELLS = 64;
    private static final int MOST_HEAD_ROWS = 4;
    /** Lines above a table that may be its caption; the nearer is often 单位：件. */
    private static final int CAPTION_LINES = 2;

    private static final int LONGEST_CAPTION = 60;

    private static final Pattern NUMBER = Pattern.compile("[+＋↑↓▲▼－—–-]?[0-9０-９][0-9０-９.．,，]*[%％‰]?|[—–－/-]{1,2}");
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private static final String LOSSES = "-－—–↓▼";

    private final String text;
    private final int reportYear;
    private final Reporter reporter;
    private final List<Figure> figures;
    private final BitSet ranks = new BitSet();

    /** The lines of one table, and what stands above it. */
    private final List<Row> rows = new ArrayList<>();

    private final List<String> above = new ArrayList<>();
    private int next;

    /** A head that no row has followed yet. */
    private List<List<String>> waiting = List.of();

    /** Of the table read last. */
    private TableColumns columns = TableColumns.NONE;

    private CellTime caption = CellTime.UNSAID;
    /** Whether since then no more than the title of a group stood between, a merged row such as 一、行政复议. */
    private boolean isBroken;

    /** A line with tabs. {@code from} and {@code to} are indexes of its figures. */
    private record Row(int start, List<String> cells, int from, int to, List<Boolean> isNumber) {

        boolean holdsNumber() {
            return isNumber.contains(true);
        }
    }

    private TableTimes(List<Figure> figures, String text, int reportYear, Reporter reporter) {
        this.figures = new ArrayList<>(figures);
        this.text = text;
        this.reportYear = reportYear;
        this.reporter = reporter;
    }

    /** The figures, those of tables with what head, label or caption say of them; without ranks, which are none. */
    static List<Figure> bind(List<Figure> figures, String text, Span body, int reportYear, Reporter reporter) {
        if (text.indexOf('\t', body.start()) < 0) {
            return figures;
        }
        TableTimes times = new TableTimes(figures, text, reportYear, reporter);
        int line = body.start();
        while (line < body.end()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? body.end() : Math.min(newline, body.end());
            times.read(line, end);
            line = end + 1;
        }
        times.endTable();
        return times.numbered();
    }

    private List<Figure> numbered() {
        List<Figure> kept = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            if (!ranks.get(i)) {
                kept.add(figures.get(i).numbered(kept.size()));
            }
        }
        return List.copyOf(kept);
    }

    private void read(int start, int end) {
        int tab = text.indexOf('\t', start);
        if (tab >= 0 && tab < end && end - start <= LONGEST_ROW) {
            rows.add(row(start, end));
            return;
        }
        endTable();
        String line = text.substring(start, Math.min(end, start + LONGEST_CAPTION + 1))
                .strip();
        if (line.length() > LONGEST_CAPTION || line.endsWith("。")) {
            above.clear();
            isBroken = false;
        } else if (!line.isEmpty()) {
            above.add(line);
        }
        if (above.size() > CAPTION_LINES) {
            above.remove(0);
            isBroken = false;
        }
    }

    private Row row(int start, int end) {
        List<String> cells = List.of(text.substring(start, end).split("\t", MOST_CELLS));
        while (next < figures.size() && figures.get(next).span().start() < start) {
            next++;
        }
        int from = next;
        while (next < figures.size() && figures.get(next).span().start() < end) {
            next++;
        }
        List<Boolean> isNumber = new ArrayList<>();
        cells.forEach(cell -> isNumber.add(isNumber(cell)));
        for (int i = from; i < next; i++) {
            isNumber.set(cellOf(figures.get(i), start), true);
        }
        return new Row(start, cells, from, next, isNumber);
    }

    private static boolean isNumber(String cell) {
        String bare = cell.strip();
        return NUMBER.matcher(bare).matches() && !YEAR.matcher(bare).matches();
    }

    private int cellOf(Figure figure, int start) {
        int cell = 0;
        for (int i = start; i < figure.span().start(); i++) {
            cell += text.charAt(i) == '\t' ? 1 : 0;
        }
        return Math.min(cell, MOST_CELLS - 1);
    }

    private void endTable() {
        int at = 0;
        while (at < rows.size()) {
            int head = at;
            while (at < rows.size() && at - head < MOST_HEAD_ROWS && isHead(rows.get(at), at == 0 || at > head)) {
                at++;
            }
            int data = at;
            while (at < rows.size() && (at == head || !isHead(rows.get(at), false))) {
                at++;
            }
            readPart(rows.subList(head, data), rows.subList(data, at));
        }
        if (!rows.isEmpty()) {
            rows.clear();
            above.clear();
        }
    }

    /** A head within a table begins another; it must tell of time or places, as a row of words may be data. */
    private boolean isHead(Row row, boolean isTop) {
        return !row.holdsNumber()
                && (isTop
                        || row.cells().stream()
                                .skip(1)
                                .anyMatch(cell ->
                                        !CellTime.ofLabel(cell, reportYear).isUnsaid())
                        || !PlaceHeads.others(List.of(row.cells()), reporter).isEmpty());
    }

    private void readPart(List<Row> head, List<Row> data) {
        boolean goesOn = head.isEmpty() && isBroken;
        if (!goesOn) {
            waiting = head.stream().map(Row::cells).toList();
        }
        if (data.isEmpty()) {
            isBroken = true;
            return;
        }
        if (!goesOn || !waiting.isEmpty()) {
            int width = data.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            columns = TableColumns.of(waiting, width, reportYear, reporter);
            waiting = List.of();
        }
        CellTime named = caption();
        caption = goesOn && named.isUnsaid() ? caption : named;
        CellTime rest = columns.corner().or(caption);
        isBroken = true;
        CellTime label = CellTime.UNSAID;
        int labelled = 0;
        for (Row row : data) {
            CellTime own = CellTime.ofLabel(row.cells().get(0), reportYear);
            if (!own.isUnsaid()) {
                label = own;
                labelled = row.cells().size();
            } else if (row.cells().size() != labelled - 1) {
                // One cell less: the label of the row above reaches over this one.
                label = CellTime.UNSAID;
            }
            bindRow(
                    row,
                    PlaceHeads.isOfWider(row.cells(), reporter) ? label.or(rest).of(Whose.OTHERS) : label.or(rest));
        }
    }

    private CellTime caption() {
        CellTime caption = CellTime.UNSAID;
        for (int i = above.size() - 1; i >= 0 && caption.isUnsaid(); i--) {
            caption = CellTime.ofCaption(above.get(i), reportYear);
        }
        return caption;
    }

    private void bindRow(Row row, CellTime rest) {
        Optional<List<CellTime>> times = columns.of(row.isNumber());
        for (int i = row.from(); i < row.to(); i++) {
            int cell = cellOf(figures.get(i), row.start());
            CellTime column =
                    times.map(all -> all.get(cell)).orElse(columns.tells() ? CellTime.UNSETTLED : CellTime.UNSAID);
            CellTime time = column.or(rest);
            if (time.whose() == Whose.RANK) {
                ranks.set(i);
            } else if (!time.isUnsaid()) {
                figures.set(i, placed(figures.get(i), time));
            }
        }
    }

    private Figure placed(Figure figure, CellTime time) {
        Figure placed = figure;
        if (time.isUnsettled() || time.whose() == Whose.OTHERS) {
            return placed.unsettled();
        }
        if (time.change().isPresent()) {
            return placed.changing(placed.change()
                    .orElseGet(() -> direction(figure, time.change().get())));
        }
        if (time.year().isPresent()) {
            int year = time.year().getAsInt();
            placed = placed.of(year < reportYear ? Optional.of(Year.of(year)) : Optional.empty());
        }
        if (time.tense().isPresent()) {
            placed = placed.as(time.tense().get());
        }
        if (time.asOf().isPresent()) {
            YearMonth month = time.asOf().get();
            placed = placed.runningTo(month.withYear(time.year().orElse(month.getYear())));
        }
        return time.isWithin() ? placed.withinYear() : placed;
    }

    /** By the sign right before the number; without one, that of the head. */
    private Change direction(Figure figure, Change unsaid) {
        int start = figure.span().start();
        return start > 0 && LOSSES.indexOf(text.charAt(start - 1)) >= 0 ? Change.DECREASE : unsaid;
    }
}
