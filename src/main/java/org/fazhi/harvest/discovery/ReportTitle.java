package org.fazhi.harvest.discovery;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a report's title says. */
public final class ReportTitle {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private static final Pattern CHINESE_YEAR =
            Pattern.compile("(?<![〇○零ＯO一二三四五六七八九十])([二一][〇○零ＯO0九][〇○零ＯO0一二三四五六七八九]{2})(?=年)");

    /** A year that is spoken of: not the start of a full date, not a number within another; its months may follow (1-10月). */
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})"
            + "(?:年(?=\\d{1,2}月?[-—–~～至到]\\d{1,2}月)|(?:年(?!\\d{1,2}月)度?|(?=度?(?:法治|依法|推进)))(?!\\d))");

    /** Several years at once, such as 2016-2020年. */
    private static final Pattern YEARS =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}年?(?:-|—|–|~|～|至|到)((?:19|20)\\d{2})年");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u200b\\ufeff]+");

    private ReportTitle() {}

    /**
     * The year a report is about, as its title names it: 2023年度, 2023年, 二〇二三年. Of several years the first, since the
     * year's work is named before the next year's plan; of nothing but a stretch of years the last. Full-width digits count.
     */
    public static OptionalInt year(String title) {
        String plain = plain(title);
        // A stretch beside a single year is the period of the plan that the year's work followed.
        Matcher year = YEAR.matcher(YEARS.matcher(plain).replaceAll("|"));
        if (year.find()) {
            return bounded(year.group(1));
        }
        Matcher stretch = YEARS.matcher(plain);
        return stretch.find() ? bounded(stretch.group(1)) : OptionalInt.empty();
    }

    /** The title without spaces, with half-width digits and letters, its Chinese years written in digits. */
    static String plain(String title) {
        String cut = title.length() <= 300 ? title : title.substring(0, 300);
        String folded =
                SPACES.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC)).replaceAll("");
        return CHINESE_YEAR.matcher(folded).replaceAll(match -> digits(match.group(1)));
    }

    private static String digits(String chinese) {
        StringBuilder digits = new StringBuilder();
        for (char c : chinese.toCharArray()) {
            int value = CHINESE_DIGITS.indexOf(c);
            digits.append(value >= 0 ? value : 0);
        }
        return digits.toString();
    }

    private static OptionalInt bounded(String digits) {
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR ? OptionalInt.of(year) : OptionalInt.empty();
    }
}
