package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fazhi.text.HalfWidth;

/**
 * The numbers and shares a free text names, beyond the single numeral: signs, fractions (五分之一, 1 3/5), powers and
 * exponents, dozens, tenths (三成) and discounts (八五折), with blanks between their characters. Reports say some of
 * these instead of a percentage; the rest keep the numeral reader comparable with the cases of other recognisers.
 */
public final class NumberPhrases {

    /** Digits of a quotient that does not end; as many as the compared recogniser prints. */
    private static final MathContext QUOTIENT = new MathContext(15);

    /** Longest exponent that is computed; a larger one is no number of a text. */
    private static final int LARGEST_EXPONENT = 99;

    private static final Set<String> WORDS =
            Set.of("陆地", "大陆", "登陆", "伍仁", "收拾", "拾取", "肆意", "肆无", "四川", "一看", "两两", "统一", "一起", "一些", "一样");

    private static final List<String> CURRENCIES = List.of("美元", "美刀", "元", "欧元", "日元", "港币");

    private final String text;
    private final List<BigDecimal> numbers = new ArrayList<>();
    private final List<BigDecimal> shares = new ArrayList<>();
    private int at;

    private NumberPhrases(String text) {
        this.text = text;
    }

    /** Every number of the text that is not part of a share, in reading order. */
    public static List<BigDecimal> numbers(String text) {
        return read(text).numbers;
    }

    /** Every share of the text, in percent, in reading order: 三成 is 30. */
    public static List<BigDecimal> shares(String text) {
        return read(text).shares;
    }

    private static NumberPhrases read(String text) {
        NumberPhrases phrases = new NumberPhrases(withoutInnerBlanks(text));
        while (phrases.at < phrases.text.length()) {
            phrases.step();
        }
        return phrases;
    }

    /** Folds full-width forms and takes out blanks between the characters of one number. */
    private static String withoutInnerBlanks(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Numerals.isBlank(c) && folded.length() > 0 && joins(folded.charAt(folded.length() - 1), text, i)) {
                continue;
            }
            folded.append(c == '，' || Numerals.isArabic(c) ? c : HalfWidth.of(c));
        }
        return folded.toString();
    }

    private static boolean joins(char before, String text, int blank) {
        int next = blank;
        while (next < text.length() && next - blank < 8 && Numerals.isBlank(text.charAt(next))) {
            next++;
        }
        if (next >= text.length()) {
            return false;
        }
        char after = HalfWidth.of(text.charAt(next));
        boolean bothDigits = Numerals.isArabic(before) && Numerals.isArabic(after);
        boolean discount = bothDigits && text.indexOf('折', next) >= 0 && text.indexOf('折', next) <= next + 2;
        return discount || (!bothDigits && isPart(before) && isPart(after));
    }

    private static boolean isPart(char c) {
        return Numerals.isArabic(c)
                || Numerals.isChinese(c)
                || Numerals.isOpenMark(c)
                || "点點分之又个個成折kKM负負".indexOf(c) >= 0;
    }

    private void step() {
        if (isWord()) {
            at += 2;
            return;
        }
        if (text.startsWith("打对折", at) || text.startsWith("打對折", at)) {
            shares.add(BigDecimal.valueOf(50));
            at += 3;
            return;
        }
        if (shareInWords()) {
            return;
        }
        int start = at;
        boolean negative = sign();
        Optional<BigDecimal> atom = atom();
        if (atom.isEmpty()) {
            at = Math.max(at, start + 1);
            return;
        }
        BigDecimal value = powers(atom.get());
        value = fraction(value);
        BigDecimal signed = negative ? value.negate() : value;
        if (!share(signed, start) && !isPrice() && !isBare(start)) {
            numbers.add(signed);
        }
    }

    private boolean isWord() {
        return at + 2 <= text.length() && WORDS.contains(text.substring(at, at + 2))
                || (at > 0 && at < text.length() && WORDS.contains(text.substring(at - 1, at + 1)));
    }

    /** 万 and 萬萬 alone are no numbers; 十 and 百三 are. */
    private boolean isBare(int start) {
        for (int i = start; i < at; i++) {
            if (Numerals.power(text.charAt(i)) < 4) {
                return false;
            }
        }
        return true;
    }

    private boolean isPrice() {
        return CURRENCIES.stream().anyMatch(currency -> text.startsWith(currency, at));
    }

    private boolean sign() {
        boolean negative = false;
        while (at < text.length() && "负負-".indexOf(text.charAt(at)) >= 0) {
            negative = !negative;
            at++;
        }
        return negative;
    }

    private Optional<BigDecimal> atom() {
        if (at + 1 < text.length() && text.charAt(at) == '.' && Numerals.isArabic(text.charAt(at + 1))) {
            Optional<Numeral> decimals = NumeralReader.readAt(text, at + 1, text.length());
            return decimals.map(numeral -> {
                int digits = numeral.span().length();
                at = numeral.span().end();
                return numeral.value().scaleByPowerOfTen(-digits);
            });
        }
        if (at + 1 < text.length() && text.charAt(at) == '半' && text.charAt(at + 1) == '百') {
            at += 2;
            return Optional.of(BigDecimal.valueOf(50));
        }
        return NumeralReader.readAt(text, at, text.length()).map(numeral -> {
            at = numeral.span().end();
            return numeral.value();
        });
    }

    /** 2^-1, 12e3, 40k, 2.5 M, 十打. */
    private BigDecimal powers(BigDecimal base) {
        if (at >= text.length()) {
            return base;
        }
        char c = text.charAt(at);
        if (c == '^' || ((c == 'e' || c == 'E') && isExponent(at + 1))) {
            return exponent(base, c == '^');
        }
        int suffix = at;
        while (suffix < text.length() && Numerals.isBlank(text.charAt(suffix))) {
            suffix++;
        }
        char unit = suffix < text.length() ? text.charAt(suffix) : ' ';
        int power = unit == 'k' || unit == 'K' ? 3 : unit == 'M' ? 6 : 0;
        if (power > 0) {
            at = suffix + 1;
            return base.scaleByPowerOfTen(power);
        }
        if (unit == '打') {
            at = suffix + 1;
            return base.multiply(BigDecimal.valueOf(12));
        }
        return base;
    }

    private boolean isExponent(int from) {
        int next = from < text.length() && "+-".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
        return next < text.length() && Numerals.isArabic(text.charAt(next));
    }

    private BigDecimal exponent(BigDecimal base, boolean isPower) {
        int mark = at++;
        boolean negative = false;
        while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            negative ^= text.charAt(at) == '-';
            at++;
        }
        Optional<BigDecimal> read = atom().filter(value -> value.compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) <= 0);
        if (read.isEmpty() || read.get().scale() > 0) {
            at = mark + 1;
            return base;
        }
        int exponent = negative ? -read.get().intValueExact() : read.get().intValueExact();
        return isPower ? base.pow(exponent, QUOTIENT) : base.scaleByPowerOfTen(exponent);
    }

    /** 五分之一, 三百五又三分之一, 3/5, 1 3/5. */
    private BigDecimal fraction(BigDecimal first) {
        if (text.startsWith("分之", at)) {
            return below(first, at + 2).orElse(first);
        }
        if (at < text.length() && text.charAt(at) == '又') {
            return mixed(first, at + 1, "分之");
        }
        if (at < text.length() && text.charAt(at) == '/') {
            int mark = at++;
            Optional<BigDecimal> divisor = atom().filter(value -> value.signum() != 0);
            if (divisor.isPresent()) {
                return first.divide(divisor.get(), QUOTIENT);
            }
            at = mark + 1;
            return first;
        }
        return at < text.length() && text.charAt(at) == ' ' ? mixed(first, at + 1, "/") : first;
    }

    /** The numerator at {@code from}, over {@code divisor}. */
    private Optional<BigDecimal> below(BigDecimal divisor, int from) {
        int back = at;
        at = from;
        boolean negative = sign();
        Optional<BigDecimal> numerator = divisor.signum() == 0 ? Optional.empty() : atom();
        if (numerator.isEmpty()) {
            at = back;
            return Optional.empty();
        }
        BigDecimal value = numerator.get().divide(divisor, QUOTIENT);
        return Optional.of(negative ? value.negate() : value);
    }

    private BigDecimal mixed(BigDecimal whole, int from, String mark) {
        int back = at;
        at = from;
        Optional<BigDecimal> second = atom();
        if (second.isPresent() && text.startsWith(mark, at)) {
            BigDecimal part = fraction(second.get());
            return whole.add(part);
        }
        at = back;
        return whole;
    }

    /** 百分之二, 仟分之贰, 万分之肆. */
    private boolean shareInWords() {
        int power = at < text.length() ? Numerals.power(text.charAt(at)) : -1;
        boolean counted = at > 0 && Numerals.isChinese(text.charAt(at - 1));
        if (power < 2 || power > 4 || counted || !text.startsWith("分之", at + 1)) {
            return false;
        }
        int back = at;
        at += 3;
        Optional<BigDecimal> share = atom();
        if (share.isEmpty()) {
            at = back;
            return false;
        }
        shares.add(powers(share.get()).scaleByPowerOfTen(2 - power));
        return true;
    }

    /** What follows a number and makes it a share: %, 百分点, 成, 折. */
    private boolean share(BigDecimal value, int start) {
        if (startsWithAny("%", "％")) {
            at++;
            shares.add(value);
            return true;
        }
        if (startsWithAny("个百分点", "個百分點", "個百分点", "百分点")) {
            at += text.charAt(at) == '百' ? 3 : 4;
            shares.add(value);
            return true;
        }
        if (startsWithAny("成")) {
            at++;
            boolean half = startsWithAny("半");
            at += half ? 1 : 0;
            shares.add(value.scaleByPowerOfTen(1).add(half ? BigDecimal.valueOf(5) : BigDecimal.ZERO));
            return true;
        }
        if (startsWithAny("折")) {
            at++;
            boolean tenths = value.compareTo(BigDecimal.TEN) < 0;
            if (!text.startsWith("十", start)) {
                shares.add(tenths ? value.scaleByPowerOfTen(1) : value);
            }
            return true;
        }
        return false;
    }

    private boolean startsWithAny(String... words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
