package org.fazhi.reading.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import org.fazhi.text.Span;

/**
 * Of which stretch of time a report as a whole speaks, as its title and its date tell. What is written before its year
 * ended has no number of the whole year, whatever its sentences call it; what reports on several years has none of one.
 *
 * @param unsaid the month that the title names (上半年, 1-10月), for numbers of which their sentence says nothing
 * @param latest the last month that a number of the report's year can run to; empty for one that knows the whole year
 * @param isOverYears whether the title names several years at once (2021-2025年, 2022、2023年度)
 */
record ReportStretch(Optional<YearMonth> unsaid, Optional<YearMonth> latest, boolean isOverYears) {

    /**
     * Reports on a year are often signed in its last ten days, when their numbers are settled but for a remainder: from here on
     * they count as the whole year's. One of early December tells of the year to the end of November.
     */
    private static final int YEAR_IS_TOLD = 20;

    private static final int LONGEST_TITLE = 200;
    private static final int DAY_LENGTH = "2024-11-18".length();

    static final ReportStretch WHOLE_YEAR = new ReportStretch(Optional.empty(), Optional.empty(), false);

    /** @param written ISO date of the report, else that of its page; another year's tells nothing */
    static ReportStretch of(Optional<String> title, Optional<String> written, int reportYear) {
        Optional<String> head = title.map(text -> text.substring(0, Math.min(LONGEST_TITLE, text.length())));
        Optional<YearMonth> named =
                head.flatMap(text -> SentenceTimes.of(text, reportYear).asOfAt(text.length(), Optional.empty()));
        return new ReportStretch(
                named,
                named.or(() -> written.flatMap(date -> lastMonth(date, reportYear))),
                head.filter(ReportStretch::namesSeveralYears).isPresent());
    }

    private static Optional<YearMonth> lastMonth(String written, int reportYear) {
        if (written.length() < DAY_LENGTH) {
            return Optional.empty();
        }
        LocalDate date;
        try {
            date = LocalDate.parse(written.substring(0, DAY_LENGTH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        if (date.getYear() != reportYear) {
            return Optional.empty();
        }
        if (date.getMonth() != Month.DECEMBER) {
            return Optional.of(YearMonth.from(date));
        }
        return date.getDayOfMonth() >= YEAR_IS_TOLD
                ? Optional.empty()
                : Optional.of(YearMonth.of(reportYear, Month.NOVEMBER));
    }

    /** A single year beside them is the report's own, and they are those of a plan. */
    private static boolean namesSeveralYears(String title) {
        for (PeriodSigns.Entry entry : PeriodSigns.bundled().entries()) {
            Matcher found = entry.pattern().matcher(title);
            if (entry.sign() == PeriodSigns.Sign.TITLE_YEARS && found.find()) {
                boolean isNamed = QuotedNames.in(title, new Span(0, title.length())).stream()
                        .anyMatch(name -> name.contains(new Span(found.start(), found.end())));
                String rest = title.substring(0, found.start()) + "|" + title.substring(found.end());
                return !isNamed && !PeriodSigns.bundled().tells(PeriodSigns.Sign.TITLE_YEAR, rest);
            }
        }
        return false;
    }

    /** The figure, with what its sentence leaves to title and date. */
    Figure place(Figure figure) {
        if (figure.tense() != Tense.ACTUAL || figure.earlierYear().isPresent()) {
            return figure;
        }
        if (isOverYears) {
            return figure.runningOverYears();
        }
        boolean isUnsaid = figure.asOf().isEmpty() && !figure.isWithinYear();
        return isUnsaid && latest.isPresent() ? figure.runningTo(latest.get()) : figure;
    }
}
