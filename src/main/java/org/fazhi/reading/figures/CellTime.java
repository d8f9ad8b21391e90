package org.fazhi.reading.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Of when the numbers under a head or behind a row's label are.
 *
 * @param year that it names, be it in other words (上年)
 * @param tense target, plan or cumulative
 * @param change the direction of a number that has no sign of its own
 * @param asOf the month that a part of the report's year runs to
 * @param isWithin whether it is a part of the year that does not begin with it
 * @param isUnsettled whether years are named and it is not told which is its own
 * @param whose they are
 */
record CellTime(
        OptionalInt year,
        Optional<Tense> tense,
        Optional<Change> change,
        Optional<YearMonth> asOf,
        boolean isWithin,
        boolean isUnsettled,
        Whose whose) {

    static final CellTime UNSAID = new CellTime(
            OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, Whose.OWN);

    static final CellTime UNSETTLED = new CellTime(
            OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, true, Whose.OWN);

    /** Heads, labels and captions are short; prose that happens to stand in a table is none. */
    private static final int LONGEST = 40;

    private static final Pattern UNIT = Pattern.compile("[（(][^（()）]{1,6}[）)]$");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");

    /** Of a column's head. */
    static CellTime ofHead(String head, int reportYear) {
        return of(head, reportYear, false);
    }

    /** Of a row's label, which must be nothing else: 2022年, not 2022年启用的阵地. */
    static CellTime ofLabel(String label, int reportYear) {
        return of(label, reportYear, true);
    }

    /** Of the line above a table: the one year that it names. */
    static CellTime ofCaption(String caption, int reportYear) {
        String text = plain(caption);
        TableSigns signs = TableSigns.bundled();
        if (text.isEmpty() || text.length() > LONGEST || "。；;，,".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return UNSAID;
        }
        if (signs.find(TableSigns.Sign.COMPARED, text, false).isPresent()) {
            return UNSETTLED;
        }
        if (signs.find(TableSigns.Sign.TOTAL, text, false).isPresent()) {
            return tense(Tense.CUMULATIVE, OptionalInt.empty());
        }
        List<Integer> years = signs.years(text).stream()
                .filter(year -> year <= reportYear)
                .distinct()
                .toList();
        return years.size() == 1 ? year(years.get(0)) : UNSAID;
    }

    /** Whether the head names what labels do, such as 备注 and 责任单位. */
    static boolean isLabelHead(String head) {
        return TableSigns.bundled()
                .find(TableSigns.Sign.LABEL, plain(head), false)
                .isPresent();
    }

    /** Whether nothing is told that keeps a number from being the report year's. */
    boolean isUnsaid() {
        return equals(UNSAID);
    }

    /** What this head says, and where it says nothing, what the other does, of a row or a caption. */
    CellTime or(CellTime other) {
        if (isUnsettled) {
            return other.year().isPresent()
                    ? other.or(new CellTime(year, tense, change, asOf, isWithin, false, whose))
                    : this;
        }
        return new CellTime(
                year.isPresent() ? year : other.year,
                tense.or(other::tense),
                change.or(other::change),
                asOf.or(other::asOf),
                isWithin || other.isWithin,
                year.isEmpty() && change.isEmpty() && other.isUnsettled,
                whose == Whose.OWN ? other.whose : whose);
    }

    CellTime of(Whose newWhose) {
        return new CellTime(year, tense, change, asOf, isWithin, isUnsettled, newWhose);
    }

    private static CellTime of(String cell, int reportYear, boolean isWhole) {
        String text = plain(cell);
        if (text.isEmpty() || text.length() > LONGEST) {
            return UNSAID;
        }
        TableSigns signs = TableSigns.bundled();
        if (signs.find(TableSigns.Sign.RANK, text, isWhole).isPresent()) {
            return UNSAID.of(Whose.RANK);
        }
        if (signs.find(TableSigns.Sign.SCORE, text, isWhole).isPresent()) {
            return UNSAID.of(Whose.OTHERS);
        }
        if (signs.find(TableSigns.Sign.DECREASE, text, isWhole).isPresent()) {
            return change(Change.DECREASE);
        }
        if (signs.find(TableSigns.Sign.CHANGE, text, isWhole).isPresent()) {
            return change(Change.INCREASE);
        }
        Optional<TableSigns.Found> total = signs.find(TableSigns.Sign.TOTAL, text, isWhole);
        OptionalInt year = year(text, reportYear, isWhole);
        SentenceTimes times = SentenceTimes.of(text, year.orElse(reportYear));
        Optional<YearMonth> month = times.asOfAt(text.length(), Optional.empty());
        if (total.isPresent() && year.isEmpty() && month.isEmpty()) {
            OptionalInt last = total.get().year();
            return tense(Tense.CUMULATIVE, last.isPresent() && last.getAsInt() < reportYear ? last : year);
        }
        boolean isPlan = signs.find(TableSigns.Sign.PLAN, text, isWhole).isPresent()
                || year.isPresent() && year.getAsInt() > reportYear;
        boolean isTarget = signs.find(TableSigns.Sign.TARGET, text, isWhole).isPresent();
        return new CellTime(
                year,
                isPlan ? Optional.of(Tense.PLAN) : isTarget ? Optional.of(Tense.TARGET) : Optional.empty(),
                Optional.empty(),
                month,
                signs.find(TableSigns.Sign.WITHIN, text, isWhole).isPresent() || times.endsWithin(),
                false,
                Whose.OWN);
    }

    private static OptionalInt year(String text, int reportYear, boolean isWhole) {
        TableSigns signs = TableSigns.bundled();
        Optional<TableSigns.Found> named = signs.find(TableSigns.Sign.YEAR, text, isWhole);
        if (named.isPresent()) {
            return named.get().year();
        }
        if (signs.find(TableSigns.Sign.YEAR_BEFORE, text, isWhole).isPresent()) {
            return OptionalInt.of(reportYear - 1);
        }
        if (signs.find(TableSigns.Sign.TWO_BEFORE, text, isWhole).isPresent()) {
            return OptionalInt.of(reportYear - 2);
        }
        return signs.find(TableSigns.Sign.OWN_YEAR, text, isWhole).isPresent()
                ? OptionalInt.of(reportYear)
                : OptionalInt.empty();
    }

    private static CellTime year(int year) {
        return new CellTime(
                OptionalInt.of(year), Optional.empty(), Optional.empty(), Optional.empty(), false, false, Whose.OWN);
    }

    private static CellTime tense(Tense tense, OptionalInt year) {
        return new CellTime(year, Optional.of(tense), Optional.empty(), Optional.empty(), false, false, Whose.OWN);
    }

    private static CellTime change(Change change) {
        return new CellTime(
                OptionalInt.empty(), Optional.empty(), Optional.of(change), Optional.empty(), false, false, Whose.OWN);
    }

    static String plain(String cell) {
        return UNIT.matcher(BLANKS.matcher(cell).replaceAll("")).replaceFirst("");
    }
}
