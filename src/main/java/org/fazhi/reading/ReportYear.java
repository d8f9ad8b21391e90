package org.fazhi.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which year a report covers where its title (see {@code ReportTitle}) does not say so or is mistaken: its opening or its date. A report
 * is due in the first months of the year after (法治政府建设与责任落实督察工作规定, 厅字〔2019〕28号, art. 24).
 */
final class ReportYear {

    private static final Pattern OPENING = Pattern.compile("((?:19|20)\\d\\d)\\s*年(?!\\s*\\d{1,2}\\s*月)");
    private static final Pattern SPAN = Pattern.compile("20\\d\\d年\\d{1,2}月?[-－—–~～至到]{1,2}(20\\d\\d)年\\d{1,2}月");

    private static final int FIRST = 1990;
    private static final int LAST = 2100;
    private static final int OPENING_CHARACTERS = 300;

    /** Times that a text names a year which it speaks of throughout. */
    private static final int LEAST_NAMED = 3;

    private ReportYear() {}

    /** The year in which a stretch by months ends: 2022年11月至2023年10月. */
    static OptionalInt endOfSpan(String title) {
        Matcher span = SPAN.matcher(title.substring(0, Math.min(OPENING_CHARACTERS, title.length())));
        return span.find() ? bounded(Integer.parseInt(span.group(1))) : OptionalInt.empty();
    }

    static OptionalInt inOpening(String body) {
        Matcher year = OPENING.matcher(body.substring(0, Math.min(OPENING_CHARACTERS, body.length())));
        return year.find() ? bounded(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    /** The year that the text names most often, the first of several; for a text that nothing else tells of. */
    static OptionalInt mostNamed(String body) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher year = OPENING.matcher(body);
        while (year.find()) {
            counts.merge(year.group(1), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> bounded(Integer.parseInt(most.getKey())))
                .orElse(OptionalInt.empty());
    }

    /**
     * The year of a report by title, date and text. A title may name the year in which it is published, which its own text
     * then does not: 2025年…报告 of January 2025 that opens with 2024年 and speaks of it more often than of 2025. The year of
     * the title stands where the text does not tell so clearly; where the two differ, an audit says so.
     */
    static int settled(int titleYear, String body, Optional<String> isoDate) {
        int before = titleYear - 1;
        boolean isWrittenWithin = isoDate.filter(date -> date.startsWith(String.valueOf(titleYear)))
                .map(Optional::of)
                .map(ReportYear::fromDate)
                .filter(OptionalInt.of(before)::equals)
                .isPresent();
        boolean isToldBefore = OptionalInt.of(before).equals(inOpening(body))
                && named(body, before) >= LEAST_NAMED
                && named(body, before) > named(body, titleYear);
        return isWrittenWithin && isToldBefore ? before : titleYear;
    }

    private static long named(String body, int year) {
        String digits = String.valueOf(year);
        return OPENING.matcher(body)
                .results()
                .filter(found -> found.group(1).equals(digits))
                .count();
    }

    /** A report written in the first half of a year covers the year before, one written later the same year. */
    static OptionalInt fromDate(Optional<String> isoDate) {
        if (isoDate.isEmpty() || isoDate.get().length() < 7) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(isoDate.get().substring(0, 4));
        int month = Integer.parseInt(isoDate.get().substring(5, 7));
        return bounded(month <= 6 ? year - 1 : year);
    }

    private static OptionalInt bounded(int year) {
        return year >= FIRST && year <= LAST ? OptionalInt.of(year) : OptionalInt.empty();
    }
}
