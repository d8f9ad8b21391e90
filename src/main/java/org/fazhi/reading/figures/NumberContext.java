package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/** What stands around a number that makes it a date, an ordinal, an identifier or a slogan and not a figure. */
final class NumberContext {

    /** Signs of formulas, codes, times and dates: 1+N, 7×24, 10:30, 2023-02-08, A12. */
    private static final String CODE_SIGNS = "+＋×*/／:：.．_#=＝>＜<·－-—–";

    private static final Pattern ORDINAL = Pattern.compile("第$|(?:排名|位列|位居|名列|列|居|前)(?:全?[国省市区县州盟旗]第?)?$");

    /** 排名上升3位 counts places, not persons. */
    private static final Pattern PLACES = Pattern.compile("(?:排名|名次|位次|排位)[^，,。；;]{0,8}$");

    /** Round-the-clock service and reach are promises, not measurements. */
    private static final Pattern ROUND_THE_CLOCK =
            Pattern.compile("^(?:不打烊|自助|服务|全天|在线|值班|值守|热线|待命|响应|随时|法律服务|无休|小时|全时|营业|开放|[×xX*])");

    private static final Pattern CIRCLE = Pattern.compile("^[^，,。；;、]{0,12}圈");

    private static final String RUN_ONCE = "跑";

    private static final Pattern PERIOD = Pattern.compile("^(?:内|前|后|以来|来)");

    /** 前11个月 is a stretch of the year, 提前3个月 a measure. */
    private static final Pattern MONTHS_SO_FAR = Pattern.compile("(?<!提)[前头]$");

    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    /** Digits before a blank; four are a year. */
    private static final int LONGEST_HEAD = 3;

    private NumberContext() {}

    /** Whether the characters that touch the number leave it a number of its own. */
    static boolean mayMeasure(String text, Span body, Numeral numeral) {
        int start = numeral.span().start();
        int end = numeral.span().end();
        char previous = start > body.start() ? text.charAt(start - 1) : '\n';
        char next = end < body.end() ? text.charAt(end) : '\n';
        if (previous == '第' || isLatin(previous) || isTail(text, body, start)) {
            return false;
        }
        if (!numeral.isArabic()) {
            return true;
        }
        boolean touched = CODE_SIGNS.indexOf(previous) >= 0
                && start - 1 > body.start()
                && (isCode(text.charAt(start - 2)) || "×=＝".indexOf(previous) >= 0 || isPlusOfCode(text, start));
        boolean leads = "×*/／=＝>＜<_·".indexOf(next) >= 0
                || ((next == '+' || next == '＋') && end + 1 < body.end() && isCode(text.charAt(end + 1)))
                || ((next == '.' || next == '．') && end + 1 < body.end() && Numerals.isArabic(text.charAt(end + 1)));
        boolean minutes =
                "点點时時分".indexOf(previous) >= 0 && start - 1 > body.start() && Numerals.isArabic(text.charAt(start - 2));
        return !minutes && !touched && !leads && !isIdentifier(numeral, text);
    }

    /**
     * The digits behind a blank inside a number that was not repaired: of 办理1 28件 nobody knows whether it is 128 or a
     * footnote, and 28 it is not.
     */
    private static boolean isTail(String text, Span body, int start) {
        int at = start - 1;
        if (at <= body.start() || !Numerals.isBlank(text.charAt(at)) || text.charAt(at) == '\t') {
            return false;
        }
        int head = at;
        while (head > body.start() && at - head <= LONGEST_HEAD && Numerals.isArabic(text.charAt(head - 1))) {
            head--;
        }
        boolean isHead = head < at && at - head <= LONGEST_HEAD && head > body.start();
        return isHead && (isHan(text.charAt(head - 1)) || "，,、（(".indexOf(text.charAt(head - 1)) >= 0);
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** “1+6+31+N” adds up names; 增幅为+5% has a sign, as has +25件 in a cell of a table. */
    private static boolean isPlusOfCode(String text, int start) {
        return "+＋".indexOf(text.charAt(start - 1)) >= 0 && "长为是达幅率\t".indexOf(text.charAt(start - 2)) < 0;
    }

    /** 007 and a number of thirteen digits are identifiers. */
    private static boolean isIdentifier(Numeral numeral, String text) {
        String written = numeral.span().of(text);
        boolean padded = written.length() > 1 && written.charAt(0) == '0' && Numerals.isArabic(written.charAt(1));
        return padded || (written.length() > 12 && written.chars().allMatch(c -> Numerals.isArabic((char) c)));
    }

    private static boolean isCode(char c) {
        return Numerals.isArabic(c) || isLatin(c) || Numerals.isChinese(c);
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    /** Past the rest of a code such as 3000-2023-00017 or 10:30, so that its tail is not read by itself. */
    static int skipIdentifier(String text, int from, int limit) {
        int end = from;
        while (end + 1 < limit && ".．:：/／_".indexOf(text.charAt(end)) >= 0 && Numerals.isArabic(text.charAt(end + 1))) {
            end++;
            while (end < limit && Numerals.isArabic(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    static boolean arabicCounts(String clause, String after, Unit unit, Numeral number) {
        if ((unit.name().equals("人") || unit.isShare() || clause.endsWith("第"))
                && ORDINAL.matcher(clause).find()) {
            return false;
        }
        if (unit.name().equals("人") && PLACES.matcher(clause).find()) {
            return false;
        }
        if (unit.name().equals("个月") && MONTHS_SO_FAR.matcher(clause).find()) {
            return false;
        }
        if (clause.endsWith(RUN_ONCE) || isReach(unit) && CIRCLE.matcher(after).find()) {
            return false;
        }
        boolean clock = (unit.name().equals("小时") && number.value().compareTo(HOURS_OF_DAY) == 0)
                || (unit.name().equals("天") && number.value().compareTo(DAYS_OF_YEAR) == 0);
        if (clock && ROUND_THE_CLOCK.matcher(after).find()) {
            return false;
        }
        return !(unit.name().equals("小时") && after.startsWith("外"))
                && !(unit.isDuration()
                        && clause.endsWith("近")
                        && PERIOD.matcher(after).find());
    }

    private static boolean isReach(Unit unit) {
        return unit.isDuration() || unit.name().equals("米") || unit.name().equals("公里");
    }
}
