package org.fazhi.reading.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Of when each column of a table is, from its head of one to four rows. Cells that reach over several columns or rows have
 * lost their reach when a table is read into lines: it is told again from how many cells each row has, where that leaves one
 * answer; where it leaves none, no column is told.
 *
 * @param times one a column; empty where it is not told which head is whose
 * @param tells whether the head tells of time at all
 */
record TableColumns(Optional<List<CellTime>> times, boolean tells) {

    /** Columns at the right that no row fills, such as 备注; a line does not keep their tabs. */
    private static final int MOST_BLANK = 2;

    static final TableColumns NONE = new TableColumns(Optional.empty(), false);

    /**
     * @param head rows of cells, from the top
     * @param width cells of the longest row below
     */
    static TableColumns of(List<List<String>> head, int width, int reportYear, Reporter reporter) {
        Set<String> others = PlaceHeads.others(head, reporter);
        List<CellTime> told = head.stream()
                .flatMap(row -> row.stream().map(cell -> CellTime.ofHead(cell, reportYear)))
                .filter(time -> !time.isUnsaid())
                .toList();
        if (others.isEmpty() && told.isEmpty()) {
            return NONE;
        }
        // 序号 alone says nothing of the other columns, where it is not told which is whose.
        boolean tells = !others.isEmpty() || told.stream().anyMatch(time -> time.whose() != Whose.RANK);
        List<List<String>> rows = head.stream().filter(row -> !isBlank(row)).toList();
        List<String> last = rows.get(rows.size() - 1);
        Optional<List<List<String>>> found = rows.size() == 1 ? single(last, width) : Optional.empty();
        for (int blank = 0; rows.size() > 1 && blank <= MOST_BLANK && found.isEmpty(); blank++) {
            found = stacked(rows, width + blank, reportYear);
        }
        return new TableColumns(
                found.map(columns -> columns.stream()
                        .map(column -> column.stream().anyMatch(others::contains)
                                ? merged(column, reportYear).of(Whose.OTHERS)
                                : merged(column, reportYear))
                        .toList()),
                tells);
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** A head of one row; its first cell, over the labels, may be blank and lost. */
    private static Optional<List<List<String>>> single(List<String> row, int width) {
        if (row.size() + 1 < width) {
            return Optional.empty();
        }
        List<List<String>> columns = new ArrayList<>();
        if (row.size() + 1 == width) {
            columns.add(List.of());
        }
        row.forEach(cell -> columns.add(List.of(cell)));
        return Optional.of(columns);
    }

    /**
     * A head of several rows. A cell of an upper row either reaches down to the data or spans equally many cells of the row
     * below; those on the left, over the labels, reach down.
     */
    private static Optional<List<List<String>>> stacked(List<List<String>> rows, int width, int reportYear) {
        List<List<String>> below = new ArrayList<>();
        rows.get(rows.size() - 1).stream().filter(cell -> !cell.isBlank()).forEach(cell -> below.add(List.of(cell)));
        List<List<String>> columns = below;
        for (int i = rows.size() - 2; i >= 0; i--) {
            List<String> upper =
                    rows.get(i).stream().filter(cell -> !cell.isBlank()).toList();
            // The rows between reach as far as their spans do; only the top one is as wide as the data.
            int reach = i == 0 ? width : columns.size();
            Optional<List<List<String>>> joined = joined(upper, columns, reach, reportYear);
            if (joined.isEmpty()) {
                return joined;
            }
            columns = joined.get();
        }
        return columns.size() == width ? Optional.of(columns) : Optional.empty();
    }

    private static Optional<List<List<String>>> joined(
            List<String> upper, List<List<String>> below, int width, int reportYear) {
        int down = width - below.size();
        int spanning = upper.size() - down;
        if (down < 0 || spanning <= 0 || below.size() % spanning != 0) {
            return Optional.empty();
        }
        List<Integer> reachDown = reachingDown(upper, below, down, reportYear);
        if (reachDown.size() != down) {
            return Optional.empty();
        }
        int each = below.size() / spanning;
        List<List<String>> columns = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < upper.size(); i++) {
            if (reachDown.contains(i)) {
                columns.add(List.of(upper.get(i)));
                continue;
            }
            for (int j = 0; j < each; j++) {
                List<String> column = new ArrayList<>(List.of(upper.get(i)));
                column.addAll(below.get(next++));
                columns.add(column);
            }
        }
        return Optional.of(columns);
    }

    /**
     * Which cells of the upper row have none below them: the first, those that name what a label does, then those that differ
     * in kind from what spans: beside 2022年 and 2023年 those without a year, above them those with one; then from the left.
     */
    private static List<Integer> reachingDown(List<String> upper, List<List<String>> below, int down, int reportYear) {
        if (down == 0) {
            return List.of();
        }
        boolean yearsBelow = below.stream()
                .anyMatch(column -> merged(column, reportYear).year().isPresent());
        boolean yearsOnlyHere = !yearsBelow
                && upper.stream()
                        .anyMatch(
                                cell -> CellTime.ofHead(cell, reportYear).year().isPresent());
        List<Integer> surely = IntStream.range(0, upper.size())
                .filter(i -> i == 0 || isDown(upper.get(i), yearsOnlyHere, reportYear))
                .boxed()
                .toList();
        if (surely.size() >= down || yearsOnlyHere) {
            return surely;
        }
        List<Integer> all = new ArrayList<>(surely);
        for (int i = 1; i < upper.size() && all.size() < down; i++) {
            if (!all.contains(i)) {
                all.add(i);
            }
        }
        return all;
    }

    private static boolean isDown(String cell, boolean yearsSpan, int reportYear) {
        CellTime time = CellTime.ofHead(cell, reportYear);
        return CellTime.isLabelHead(cell) || (yearsSpan ? time.year().isEmpty() : !time.isUnsaid());
    }

    private static CellTime merged(List<String> column, int reportYear) {
        CellTime merged = CellTime.UNSAID;
        for (int i = column.size() - 1; i >= 0; i--) {
            merged = merged.or(CellTime.ofHead(column.get(i), reportYear));
        }
        return merged;
    }

    /** What the head of the labels says where the other heads say nothing: 2022年复议案件 | 受理 | 审结. */
    CellTime corner() {
        boolean isAlone = times.filter(columns ->
                        !columns.isEmpty() && columns.stream().skip(1).allMatch(CellTime::isUnsaid))
                .isPresent();
        CellTime first = isAlone ? times.orElseThrow().get(0) : CellTime.UNSAID;
        return first.whose() == Whose.RANK ? CellTime.UNSAID : first;
    }

    /**
     * Of when the cells of a row are. A shorter row lacks cells on its left, where a label reaches over several rows, or on its
     * right, where they are blank: what sets its numbers under heads of time and its words under others is taken.
     *
     * @param isNumber for each cell of the row whether it holds a number
     */
    Optional<List<CellTime>> of(List<Boolean> isNumber) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<CellTime> columns = times.get();
        int best = 0;
        int bestScore = Integer.MIN_VALUE;
        boolean isTied = false;
        for (int shift = 0; shift <= Math.max(0, columns.size() - isNumber.size()); shift++) {
            int score = score(columns, isNumber, shift);
            isTied = score == bestScore || (score < bestScore && isTied);
            if (score > bestScore) {
                best = shift;
                bestScore = score;
            }
        }
        if (isTied || isNumber.size() > columns.size()) {
            return Optional.empty();
        }
        return Optional.of(columns.subList(best, best + isNumber.size()));
    }

    private static int score(List<CellTime> columns, List<Boolean> isNumber, int shift) {
        int score = 0;
        for (int i = 0; i < isNumber.size() && i + shift < columns.size(); i++) {
            boolean tells = !columns.get(i + shift).isUnsaid();
            if (tells) {
                score += isNumber.get(i) ? 1 : -1;
            }
        }
        return score;
    }
}
