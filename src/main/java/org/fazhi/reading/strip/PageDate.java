package org.fazhi.reading.strip;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Radicals;

/**
 * The dates pages print: {@code 2023-02-08 10:10}, {@code 2020年08月02日}, {@code 2023/2/8}, {@code 20230208},
 * 二〇二三年二月七日, with half- or full-width digits. Dates before 1990 and after 2099 are taken for something else.
 */
public final class PageDate {

    private static final String BLANK = "[\\s\\u00A0\\u3000]{0,4}";
    private static final Pattern ARABIC = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})" + BLANK + "([-/.年])" + BLANK
            + "(\\d{1,2})" + BLANK + "([-/.月])" + BLANK + "(\\d{1,2})(?!\\d)" + BLANK + "日?");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern CHINESE = Pattern.compile("([一二][〇○零OＯ九0０一二三四五六七八]{3})" + BLANK + "年" + BLANK
            + "([一二三四五六七八九十]{1,2})" + BLANK + "月" + BLANK + "([一二三四五六七八九十]{1,3})" + BLANK + "日");

    /** RFC 3339 or ISO 8601 with a zone, as CMS interfaces print it: 2024-03-21T16:30:00.000+0000. */
    private static final Pattern STAMP = Pattern.compile(
            "(?<!\\d)(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|([+-]\\d{2}):?(\\d{2}))");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LONGEST = 2_000;

    private PageDate() {}

    /** The first date in the text, as YYYY-MM-DD; that of a stamp with a zone is the day in Beijing. */
    public static Optional<String> find(String text) {
        String plain = halfWidthDigits(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return stamp(plain)
                .or(() -> first(ARABIC.matcher(plain), 1, 3, 5))
                .or(() -> firstChinese(plain))
                .or(() -> first(COMPACT.matcher(plain), 1, 2, 3))
                .map(LocalDate::toString);
    }

    /** The date, where the whole text is nothing but one date, with or without a time of day. */
    public static Optional<String> only(String text) {
        if (text.indexOf('年') < 0 && text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String plain = halfWidthDigits(text);
        String rest = plain.length() > 40
                ? plain
                : CHINESE.matcher(ARABIC.matcher(plain).replaceFirst("")).replaceFirst("");
        return PageLine.compact(rest).matches("(\\d{1,2}[:：]\\d{2}([:：]\\d{2})?(\\.\\d+)?)?")
                ? find(text)
                : Optional.empty();
    }

    private static Optional<LocalDate> stamp(String text) {
        Matcher matcher = STAMP.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String zone = matcher.group(2) == null ? "Z" : matcher.group(2) + ":" + matcher.group(3);
        try {
            LocalDate day = OffsetDateTime.parse(matcher.group(1) + zone)
                    .atZoneSameInstant(BEIJING)
                    .toLocalDate();
            return date(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> first(Matcher matcher, int year, int month, int day) {
        while (matcher.find()) {
            Optional<LocalDate> date =
                    date(number(matcher.group(year)), number(matcher.group(month)), number(matcher.group(day)));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> firstChinese(String text) {
        Matcher matcher = CHINESE.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> date = date(
                    chineseYear(matcher.group(1)), chineseNumber(matcher.group(2)), chineseNumber(matcher.group(3)));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < 1990 || year > 2099) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int chineseYear(String text) {
        int year = 0;
        for (int i = 0; i < text.length(); i++) {
            year = year * 10 + Math.max(0, DIGITS.indexOf(text.charAt(i)));
        }
        return year;
    }

    private static int chineseNumber(String text) {
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? DIGITS.indexOf(text.charAt(0)) : -1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0));
        int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(text.length() - 1));
        return tens * 10 + ones;
    }

    private static String halfWidthDigits(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '０' && c <= '９') {
                plain.setCharAt(i, (char) (c - '０' + '0'));
            } else if (c == '－' || c == '—' || c == '–') {
                plain.setCharAt(i, '-');
            } else if (c == '／') {
                plain.setCharAt(i, '/');
            } else if (c == '．') {
                plain.setCharAt(i, '.');
            } else {
                plain.setCharAt(i, Radicals.fold(c));
            }
        }
        return plain.toString();
    }
}
