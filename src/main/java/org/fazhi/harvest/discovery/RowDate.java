package org.fazhi.harvest.discovery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the date a listing shows in a row: {@code 2024-01-05}, {@code 2024/1/5}, {@code 2024年1月5日}, also over lines. */
final class RowDate {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})\\s{0,8}[-/.年－]\\s{0,8}(\\d{1,2})\\s{0,8}[-/.月－]\\s{0,8}(\\d{1,2})(?!\\d)");

    /** A month and a day, and nothing else. */
    private static final Pattern DAY = Pattern.compile(
            "[\\s\\[(（【]{0,8}(?:0?[1-9]|1[0-2])\\s?[-/.月－]\\s?(?:0?[1-9]|[12]\\d|3[01])\\s?日?[\\s\\])）】]{0,8}");

    private RowDate() {}

    /** True for {@code 03-20} or {@code [3月20日]}: the year is not said. */
    static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    /** The last date of the text: rows end with it. */
    static Optional<LocalDate> last(String text) {
        Optional<LocalDate> found = Optional.empty();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> date = date(matcher);
            if (date.isPresent()) {
                found = date;
            }
        }
        return found;
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
