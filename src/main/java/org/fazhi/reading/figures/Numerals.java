package org.fazhi.reading.figures;

import java.math.BigDecimal;

/** The characters numbers are written with; full-width and traditional forms included. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL_DIGITS = "〇壹贰叁肆伍陆柒捌玖";
    private static final String OTHER_DIGITS = "○壹貳參肆伍陸柒捌玖";
    private static final String PAIR = "两兩俩倆";
    private static final String OPEN_MARKS = "余餘多几幾";

    private Numerals() {}

    static boolean isArabic(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    /** 0 to 9, or -1 where the character is no Chinese digit. */
    static int digit(char c) {
        if (PAIR.indexOf(c) >= 0) {
            return 2;
        }
        int value = DIGITS.indexOf(c);
        if (value < 0) {
            value = FORMAL_DIGITS.indexOf(c);
        }
        return value < 0 ? OTHER_DIGITS.indexOf(c) : value;
    }

    static boolean isZero(char c) {
        return digit(c) == 0;
    }

    /** The power of ten of 十 to 兆 (a million million, as in the numeral cases), or -1. */
    static int power(char c) {
        return switch (c) {
            case '十', '拾' -> 1;
            case '百', '佰' -> 2;
            case '千', '仟' -> 3;
            case '万', '萬' -> 4;
            case '亿', '億' -> 8;
            case '兆' -> 12;
            default -> -1;
        };
    }

    static boolean isChinese(char c) {
        return digit(c) >= 0 || power(c) >= 0 || c == '廿' || c == '卅';
    }

    static boolean isOpenMark(char c) {
        return OPEN_MARKS.indexOf(c) >= 0;
    }

    static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u00a0'
                || c == '\u3000'
                || c == '\u2002'
                || c == '\u2003'
                || c == '\u2009'
                || c == '\u202f';
    }

    static BigDecimal tenTo(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }
}
