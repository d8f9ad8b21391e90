package org.fazhi.reading.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.fazhi.text.Span;

/**
 * Of which stretch of time a report as a whole speaks, as its title and its date tell. What is written before its year
 * ended has no number of the whole year, whatever its sentences call it; what reports on several years has none of one.
 *
 * @param unsaid the month that the title names (上半年, 1-10月), for numbers of which their sentence says nothing
 * @param latest the last month that a number of the report's year can run to; empty for one that knows the whole year
 * @param isOverYears whether the title names several years at once (2021-2025年, 2022、2023年度), or a
 *     stretch over the turn of a year (2022年11月至2023年10月), which then runs to {@code unsaid}
 * @param isPart whether it is called one of a part of the year, and not told of which
 */
record ReportStretch(Optional<YearMonth> unsaid, Optional<YearMonth> latest, boolean isOverYears, boolean isPart) {

    /**
     * Reports on a year are often signed in its last ten days, when their numbers are settled but for a remainder: from here on
     * they count as the whole year's. One of early December tells of the year to the end of November.
     */
    private static final int YEAR_IS_TOLD = 20;

    private static final int LONGEST_TITLE = 200;
    /** Characters of the body in which it says what it reports on. */
    private static final int LONGEST_OPENING = 600;

    private static final int DAY_LENGTH = "2024-11-18".length();

    static final ReportStretch WHOLE_YEAR = new ReportStretch(Optional.empty(), Optional.empty(), false, false);

    /**
     * @param body of the report, whose opening may say what is reported on
     * @param written ISO date of the report, else that of its page; another year's tells nothing
     */
    static ReportStretch of(Optional<String> title, String body, Optional<String> written, int reportYear) {
        Optional<String> head = title.map(text -> text.substring(0, Math.min(LONGEST_TITLE, text.length())));
        Optional<String> opening = PeriodSigns.bundled()
                .find(PeriodSigns.Sign.OPENING, body.substring(0, Math.min(LONGEST_OPENING, body.length())))
                .map(found -> found.getValue().group());
        List<String> heads = Stream.of(head, opening).flatMap(Optional::stream).toList();
        boolean isOverTurn = heads.stream().anyMatch(text -> isOverTurn(text, reportYear));
        Optional<YearMonth> named =
                heads.stream().flatMap(text -> month(text, reportYear).stream()).findFirst();
        Optional<YearMonth> latest = named.or(() -> written.flatMap(date -> lastMonth(date, reportYear)));
        return new ReportStretch(
                named,
                latest,
                isOverTurn || head.filter(ReportStretch::namesSeveralYears).isPresent(),
                latest.isEmpty()
                        && heads.stream()
                                .anyMatch(text -> PeriodSigns.bundled().tells(PeriodSigns.Sign.TITLE_PART, text)));
    }

    /** The month that a title or opening names; of 半年总结 it is June, of a stretch over the turn of a year its last. */
    private static Optional<YearMonth> month(String head, int reportYear) {
        SentenceTimes times = SentenceTimes.of(head, reportYear);
        return times.asOfAt(head.length(), Optional.empty())
                .or(() -> isOverTurn(head, reportYear)
                        ? times.totalRunsToAt(head.length(), Optional.empty())
                        : Optional.empty())
                .or(() -> PeriodSigns.bundled()
                        .find(PeriodSigns.Sign.TITLE_PART, head)
                        .flatMap(found -> found.getKey().month())
                        .map(month -> YearMonth.of(reportYear, month)));
    }

    private static boolean isOverTurn(String head, int reportYear) {
        return PeriodSigns.bundled().tells(PeriodSigns.Sign.SPAN, head)
                && SentenceTimes.of(head, reportYear).isCumulativeAt(head.length());
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
            Figure total = figure.runningOverYears();
            return figure.asOf().isEmpty() && unsaid.isPresent() ? total.runningTo(unsaid.get()) : total;
        }
        if (isPart && figure.asOf().isEmpty()) {
            return figure.withinYear();
        }
        boolean isUnsaid = figure.asOf().isEmpty() && !figure.isWithinYear();
        return isUnsaid && latest.isPresent() ? figure.runningTo(latest.get()) : figure;
    }
}
