package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.fazhi.text.HalfWidth;
import org.fazhi.text.Span;

/**
 * Reads one number where it stands: Arabic digits of either width with thousands separators and decimals, Chinese
 * numerals (simplified, traditional, formal), and the two mixed (1.2万, 3千多, 7万5千4百). Values are exact. Reading is
 * one pass; a run of more than {@value #LONGEST} characters is no number of a report and is passed over as a whole.
 */
public final class NumeralReader {

    /** Longest run of characters read as one number; 9999 亿 9999 万 9999 in words has 23. */
    static final int LONGEST = 48;

    /** Any number of as many digits is a long. */
    private static final int LONGEST_LONG = 18;

    private static final Set<String> WORDS_AFTER_DIGITS =
            Set.of("百姓", "百货", "百强", "百佳", "百日", "千瓦", "千米", "千克", "千伏", "十佳", "十大");

    /** What stands behind a number that is large: 余 and 多, multipliers, classifiers of cases, papers, people and bodies. */
    private static final String COUNTED_BY_THOUSANDS = "余多万亿件宗起名人次个份家项场条册期篇张处支卷批户元例";

    private NumeralReader() {}

    /** Whether a number can begin with this character. */
    public static boolean startsNumeral(char c) {
        return Numerals.isArabic(c) || Numerals.isChinese(c);
    }

    /** The end of the run of numeral characters that begins at {@code from}. */
    static int runEnd(String text, int from, int limit) {
        int at = from;
        boolean arabic = at < limit && Numerals.isArabic(text.charAt(at));
        while (at < limit && (arabic ? Numerals.isArabic(text.charAt(at)) : startsNumeral(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    /** The longest number that begins at {@code from} and ends by {@code limit}. */
    public static Optional<Numeral> readAt(String text, int from, int limit) {
        if (from >= limit || !startsNumeral(text.charAt(from)) || runEnd(text, from, limit) - from > LONGEST) {
            return Optional.empty();
        }
        return new Scan(text, from, Math.min(limit, from + 2 * LONGEST)).numeral();
    }

    /** The value of a text that is one number and nothing else. */
    public static Optional<BigDecimal> parse(String text) {
        return readAt(text, 0, text.length())
                .filter(numeral -> numeral.span().end() == text.length())
                .map(Numeral::value);
    }

    /** The state of reading one number, left to right. */
    private static final class Scan {

        private final String text;
        private final int start;
        private final int limit;
        private int at;
        private boolean open;
        private BigDecimal billions = BigDecimal.ZERO;
        private BigDecimal myriadSquares = BigDecimal.ZERO;
        private BigDecimal myriads = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private BigDecimal pending = BigDecimal.ZERO;
        private boolean hasPending;
        private boolean hasDigit;
        private int lastPower = -1;
        private boolean shorthand;

        /** 二三十 and 十五六 name no number. */
        private boolean vague;

        private Scan(String text, int start, int limit) {
            this.text = text;
            this.start = start;
            this.limit = limit;
            this.at = start;
        }

        private Optional<Numeral> numeral() {
            boolean arabic = Numerals.isArabic(text.charAt(start));
            int end = start;
            while (at < limit && step()) {
                end = at;
            }
            if (vague || end == start || (!hasDigit && lastPower < 0)) {
                return Optional.empty();
            }
            if (end < limit && Numerals.isOpenMark(text.charAt(end)) && !open) {
                end = openTail(end);
            }
            return Optional.of(new Numeral(new Span(start, end), total(), arabic, open));
        }

        /** 余, 多 or 几 after the number belongs to the number only where a multiplier follows it: 10余万. */
        private int openTail(int end) {
            int next = end + 1;
            while (next < limit && Numerals.isBlank(text.charAt(next)) && next - end < 3) {
                next++;
            }
            if (next >= limit || Numerals.power(text.charAt(next)) < 4) {
                return end;
            }
            open = true;
            at = next;
            while (at < limit && Numerals.power(text.charAt(at)) >= 4) {
                multiply(Numerals.power(text.charAt(at)));
                at++;
            }
            return at;
        }

        /** Takes the next piece of the number; false where the number has ended before it. */
        private boolean step() {
            char c = text.charAt(at);
            if (Numerals.isArabic(c)) {
                return arabicGroup();
            }
            int power = Numerals.power(c);
            if (power >= 0) {
                if (opensWord()) {
                    return false;
                }
                multiply(power);
                at++;
                return true;
            }
            if (c == '廿' || c == '卅') {
                section = section.add(BigDecimal.valueOf(c == '廿' ? 20 : 30));
                hasDigit = true;
                lastPower = 1;
                at++;
                return true;
            }
            if (Numerals.digit(c) >= 0) {
                return chineseDigits();
            }
            if ((c == '点' || c == '點') && hasPendingOrSection()) {
                return chineseDecimals();
            }
            return hasDigit && spacedPower();
        }

        /** 12百姓 is 12 and 百姓, 500千瓦 is 500 and 千瓦. */
        private boolean opensWord() {
            return at > start && at + 1 < limit && WORDS_AFTER_DIGITS.contains(text.substring(at, at + 2));
        }

        private boolean hasPendingOrSection() {
            return hasPending || lastPower >= 0;
        }

        /** "1000 万": a blank may stand between Arabic digits and 万 or 亿. */
        private boolean spacedPower() {
            int next = at;
            while (next < limit && next - at < 3 && Numerals.isBlank(text.charAt(next))) {
                next++;
            }
            boolean taken = next > at
                    && next < limit
                    && Numerals.power(text.charAt(next)) >= 4
                    && Numerals.isArabic(text.charAt(at - 1));
            if (taken) {
                at = next;
            }
            return taken;
        }

        private boolean arabicGroup() {
            if (hasPending) {
                return false;
            }
            StringBuilder digits = new StringBuilder();
            takeDigits(digits);
            while (isSeparatedGroup()) {
                at++;
                takeDigits(digits);
            }
            if (at + 1 < limit
                    && (text.charAt(at) == '.' || text.charAt(at) == '．')
                    && Numerals.isArabic(text.charAt(at + 1))) {
                digits.append('.');
                at++;
                takeDigits(digits);
            }
            pending = value(digits);
            hasPending = true;
            hasDigit = true;
            shorthand = false;
            return true;
        }

        /** Most numbers are short and whole; these need no string. */
        private static BigDecimal value(StringBuilder digits) {
            boolean isShort = digits.length() <= LONGEST_LONG && digits.indexOf(".") < 0;
            return isShort
                    ? BigDecimal.valueOf(Long.parseLong(digits, 0, digits.length(), 10))
                    : new BigDecimal(digits.toString());
        }

        private void takeDigits(StringBuilder into) {
            while (at < limit && Numerals.isArabic(text.charAt(at))) {
                into.append(HalfWidth.of(text.charAt(at)));
                at++;
            }
        }

        /** A comma with three digits after it, and one to three before the first. */
        private boolean isSeparatedGroup() {
            if (at + 3 >= limit || (text.charAt(at) != ',' && text.charAt(at) != '，')) {
                return false;
            }
            boolean fullWidth = text.charAt(at) == '，';
            for (int i = at + 1; i <= at + 3; i++) {
                char c = text.charAt(i);
                if (!Numerals.isArabic(c) || (fullWidth && c <= '9' && !isCountedByThousands())) {
                    return false;
                }
            }
            boolean longer = at + 4 < limit && Numerals.isArabic(text.charAt(at + 4));
            int head = at;
            while (head > start && Numerals.isArabic(text.charAt(head - 1))) {
                head--;
            }
            return !longer && at - head <= 3;
        }

        /** 1，079件: half-width digits in threes behind full-width commas, where what follows the last is counted. */
        private boolean isCountedByThousands() {
            int end = at;
            while (end + 3 < limit
                    && text.charAt(end) == '，'
                    && Numerals.isArabic(text.charAt(end + 1))
                    && Numerals.isArabic(text.charAt(end + 2))
                    && Numerals.isArabic(text.charAt(end + 3))) {
                end += 4;
            }
            return end < limit && COUNTED_BY_THOUSANDS.indexOf(text.charAt(end)) >= 0;
        }

        private boolean chineseDigits() {
            if (hasPending) {
                return false;
            }
            int from = at;
            boolean zero = false;
            StringBuilder digits = new StringBuilder();
            while (at < limit && Numerals.digit(text.charAt(at)) >= 0) {
                zero |= Numerals.isZero(text.charAt(at));
                digits.append(Numerals.digit(text.charAt(at)));
                at++;
            }
            if (zero && lastPower >= 0 && at < limit && Numerals.isArabic(text.charAt(at)) && at - from == 1) {
                return true;
            }
            boolean powered = lastPower >= 0 || (at < limit && Numerals.power(text.charAt(at)) >= 0);
            vague |= powered && digits.length() - (digits.charAt(0) == '0' ? 1 : 0) > 1;
            pending = new BigDecimal(digits.toString());
            hasPending = true;
            hasDigit = true;
            shorthand = lastPower > 1 && !zero && at - from == 1;
            return true;
        }

        private boolean chineseDecimals() {
            StringBuilder digits = new StringBuilder("0.");
            int next = at + 1;
            while (next < limit && Numerals.digit(text.charAt(next)) >= 0) {
                digits.append(Numerals.digit(text.charAt(next)));
                next++;
            }
            if (next == at + 1) {
                return false;
            }
            settleShorthand();
            pending = pending.add(new BigDecimal(digits.toString()));
            hasPending = true;
            at = next;
            return true;
        }

        /** 一万三 is 13000: a last lone digit counts in the place below the last multiplier. */
        private void settleShorthand() {
            if (shorthand) {
                pending = pending.multiply(Numerals.tenTo(lastPower - 1));
                shorthand = false;
            }
        }

        private void multiply(int power) {
            BigDecimal factor = Numerals.tenTo(power);
            boolean nothingBefore = !hasPending && section.signum() == 0;
            shorthand = false;
            if (power < 4) {
                BigDecimal count = pending.signum() == 0 ? BigDecimal.ONE : pending;
                section = section.add(count.multiply(factor));
            } else if (power == 4) {
                myriads = nothingBefore && myriads.signum() != 0
                        ? myriads.multiply(factor)
                        : myriads.add(lowOrOne(nothingBefore).multiply(factor));
                section = BigDecimal.ZERO;
            } else if (power == 8) {
                BigDecimal low = myriads.add(section).add(pending);
                boolean bare = low.signum() == 0 && !hasPending;
                myriadSquares = bare && myriadSquares.signum() != 0
                        ? myriadSquares.multiply(factor)
                        : myriadSquares.add((bare ? BigDecimal.ONE : low).multiply(factor));
                myriads = BigDecimal.ZERO;
                section = BigDecimal.ZERO;
            } else {
                BigDecimal low = myriadSquares.add(myriads).add(section).add(pending);
                billions = billions.add((low.signum() == 0 ? BigDecimal.ONE : low).multiply(factor));
                myriadSquares = BigDecimal.ZERO;
                myriads = BigDecimal.ZERO;
                section = BigDecimal.ZERO;
            }
            pending = BigDecimal.ZERO;
            hasPending = false;
            lastPower = power;
        }

        private BigDecimal lowOrOne(boolean nothingBefore) {
            return nothingBefore ? BigDecimal.ONE : section.add(pending);
        }

        private BigDecimal total() {
            settleShorthand();
            BigDecimal sum =
                    billions.add(myriadSquares).add(myriads).add(section).add(pending);
            return plain(sum);
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
