package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/** Walks over a body and gives each number that has a unit and is no date, ordinal, name or identifier. */
final class MentionReader {

    /** Blanks that may stand between a number and its unit ("93.6 %"). */
    private static final int LONGEST_GAP = 3;

    /** Marks between a number and its unit that leave its end open: 30余件, 十几家, 120万+次. */
    private static final String OPEN_MARKS = "余餘多几幾+＋";

    /** A share as words say it, and the unit it is kept in. */
    private record ShareWord(String text, String unit, BigDecimal factor) {

        private static final List<ShareWord> ALL = List.of(
                new ShareWord("百分之", "%", BigDecimal.ONE),
                new ShareWord("千分之", "‰", BigDecimal.ONE),
                new ShareWord("万分之", "%", new BigDecimal("0.01")));

        static Optional<ShareWord> at(String text, int offset) {
            return ALL.stream()
                    .filter(word -> text.startsWith(word.text(), offset))
                    .findFirst();
        }
    }

    /** A member of an enumeration: a mark, what is counted, and nothing else up to the number. */
    private static final Pattern MEMBER =
            Pattern.compile("[，,、；;](?!.*(?:热线|电话|编号|代码|排名|得分|其中|占|比|率|分|第|达|为|至|到|约|近|超|余|拨打))[\\u4E00-\\u9FFF]{2,8}");

    private static final String MEMBER_ENDS = "，,、；;。\n";
    private static final int LONGEST_MEMBER = 9;
    /** A longer one may be a year or a telephone number. */
    private static final int LONGEST_ENUMERATED = 3;

    /** 在…与…之间, 介于…和…之间. */
    private static final String BETWEEN_SIGNS = "与和";

    private static final Pattern STEP_START = Pattern.compile("[由从自][^，,。；;：:]{0,12}$");

    private static final String RANGE_SIGNS = "-－—–―~～至到";

    private final String text;
    private final Span body;
    private final List<Span> names;
    private int nextName;
    private int at;
    /** The figure read last, whose unit the next number of the enumeration may share. */
    private Optional<Mention> previous = Optional.empty();

    MentionReader(String text, Span body) {
        this.text = text;
        this.body = body;
        this.names = QuotedNames.in(text, body);
        this.at = body.start();
    }

    Optional<Mention> next() {
        while (at < body.end()) {
            if (nextName < names.size() && at >= names.get(nextName).start()) {
                at = Math.max(at, names.get(nextName).end());
                nextName++;
            } else if (NumeralReader.startsNumeral(text.charAt(at))) {
                Optional<Mention> mention = mentionAt();
                if (mention.isPresent()) {
                    return mention;
                }
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    /** Reads the number at the cursor and moves the cursor past it, whether or not it is a figure. */
    private Optional<Mention> mentionAt() {
        int start = at;
        int limit = nextName < names.size()
                ? Math.min(body.end(), names.get(nextName).start())
                : body.end();
        Optional<ShareWord> share = ShareWord.at(text, start);
        if (share.isPresent()) {
            return shareInWords(share.get(), start, limit);
        }
        Optional<Numeral> read = NumeralReader.readAt(text, start, limit);
        if (read.isEmpty()) {
            at = Math.max(start + 1, NumeralReader.runEnd(text, start, limit));
            return Optional.empty();
        }
        Numeral low = read.get();
        at = low.span().end();
        if (!NumberContext.mayMeasure(text, body, low)) {
            at = NumberContext.skipIdentifier(text, low.span().end(), limit);
            return Optional.empty();
        }
        Optional<Numeral> high = rangeEnd(low, limit);
        Numeral last = high.orElse(low);
        Optional<Mention> mention = withUnit(low, high, limit).or(() -> enumerated(low, limit));
        previous = mention;
        at = mention.map(Mention::end).orElse(last.span().end());
        return mention;
    }

    /** 维持20件,撤销3,确认违法2: the unit is said once and goes on through members of one form. */
    private Optional<Mention> enumerated(Numeral number, int limit) {
        Span span = number.span();
        if (previous.isEmpty()
                || !number.isArabic()
                || span.length() > LONGEST_ENUMERATED
                || span.start() - previous.get().end() > LONGEST_MEMBER
                || span.end() < limit && MEMBER_ENDS.indexOf(text.charAt(span.end())) < 0
                || !MEMBER.matcher(text.substring(previous.get().end(), span.start()))
                        .matches()) {
            return Optional.empty();
        }
        return Optional.of(new Mention(
                span.start(),
                span.start(),
                span.end(),
                number.value(),
                Optional.empty(),
                previous.get().unit(),
                Qualifier.EXACT));
    }

    /** 百分之九十八, 千分之三, 百分之五至百分之十. */
    private Optional<Mention> shareInWords(ShareWord word, int start, int limit) {
        int from = start + word.text().length();
        Optional<Numeral> share = NumeralReader.readAt(text, from, limit);
        at = share.map(numeral -> numeral.span().end()).orElse(from);
        if (share.isEmpty()) {
            return Optional.empty();
        }
        Optional<Numeral> high = shareEnd(word, share.get(), limit);
        at = high.map(numeral -> numeral.span().end()).orElse(at);
        String clause = Clause.before(text, start, body.start());
        Optional<Qualifiers.Word> before = Qualifiers.before(text, body.start(), start, false);
        Optional<Qualifiers.Word> after = Qualifiers.after(text, at, limit, word.unit());
        at += after.map(one -> one.text().length()).orElse(0);
        return Optional.of(new Mention(
                start - before.map(one -> one.text().length()).orElse(0),
                start,
                at,
                share.get().value().multiply(word.factor()),
                high.map(numeral -> numeral.value().multiply(word.factor())),
                word.unit(),
                before.map(Qualifiers.Word::qualifier)
                        .or(() -> Qualifiers.atDistance(clause))
                        .or(() -> after.map(Qualifiers.Word::qualifier))
                        .orElse(Qualifier.EXACT)));
    }

    /** The upper end of 百分之五至百分之十 and 百分之五到十. */
    private Optional<Numeral> shareEnd(ShareWord word, Numeral low, int limit) {
        int sign = low.span().end();
        if (sign >= limit || RANGE_SIGNS.indexOf(text.charAt(sign)) < 0) {
            return Optional.empty();
        }
        int from =
                text.startsWith(word.text(), sign + 1) ? sign + 1 + word.text().length() : sign + 1;
        return NumeralReader.readAt(text, from, limit)
                .filter(high -> high.value().compareTo(low.value()) > 0)
                .filter(high -> Units.at(text, high.span().end(), limit).isEmpty());
    }

    /** The second number of 10-20, 10至20 or 5%-10%. */
    private Optional<Numeral> rangeEnd(Numeral low, int limit) {
        int sign = low.span().end();
        if (sign < limit && (text.charAt(sign) == '%' || text.charAt(sign) == '％')) {
            sign++;
        }
        if (sign >= limit || RANGE_SIGNS.indexOf(text.charAt(sign)) < 0) {
            return rangeOfUnits(low, limit);
        }
        return NumeralReader.readAt(text, sign + 1, limit)
                .filter(high ->
                        high.isArabic() == low.isArabic() && high.value().compareTo(low.value()) > 0)
                .filter(high -> unitAfter(high, limit).isPresent());
    }

    /** 3天至5天, 在10000元与20000元之间: the unit stands at both ends. From 由98件 a step leads up to 145件, and no range. */
    private Optional<Numeral> rangeOfUnits(Numeral low, int limit) {
        Optional<Unit> unit = Units.at(text, low.span().end(), limit);
        int sign = unit.map(Unit::end).orElse(limit);
        if (sign >= limit || (RANGE_SIGNS + BETWEEN_SIGNS).indexOf(text.charAt(sign)) < 0 || isStep(low)) {
            return Optional.empty();
        }
        return NumeralReader.readAt(text, sign + 1, limit)
                .filter(high ->
                        high.isArabic() == low.isArabic() && high.value().compareTo(low.value()) > 0)
                .filter(high -> unitAfter(high, limit)
                        .filter(other -> other.name().equals(unit.get().name()))
                        .filter(other ->
                                BETWEEN_SIGNS.indexOf(text.charAt(sign)) < 0 || text.startsWith("之间", other.end()))
                        .isPresent());
    }

    private boolean isStep(Numeral low) {
        String clause = Clause.before(text, low.span().start(), body.start());
        return STEP_START.matcher(clause).find();
    }

    private Optional<Unit> unitAfter(Numeral numeral, int limit) {
        return Units.at(text, skipOpenMark(skipGap(numeral.span().end(), limit), limit), limit);
    }

    private int skipGap(int from, int limit) {
        int end = from;
        while (end < limit && end - from < LONGEST_GAP && Numerals.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int skipOpenMark(int from, int limit) {
        boolean open = from < limit && OPEN_MARKS.indexOf(text.charAt(from)) >= 0;
        return open ? skipGap(from + 1, limit) : from;
    }

    private Optional<Mention> withUnit(Numeral low, Optional<Numeral> high, int limit) {
        Numeral last = high.orElse(low);
        int afterNumber = skipGap(last.span().end(), limit);
        int unitStart = skipOpenMark(afterNumber, limit);
        boolean open = last.isOpen() || unitStart > afterNumber;
        Optional<Unit> unit = Units.at(text, unitStart, limit);
        if (unit.isEmpty()) {
            return high.isEmpty() ? implied(low, open, unitStart, limit) : Optional.empty();
        }
        Optional<Half> half = high.isEmpty() ? Half.at(text, unit.get(), limit) : Optional.empty();
        if (half.isPresent()) {
            Numeral more = new Numeral(low.span(), low.value().add(Half.HALF), low.isArabic(), low.isOpen());
            return counted(more, high, open, half.get().unit(), limit);
        }
        return counted(high.map(end -> scaled(low, end)).orElse(low), high, open, unit.get(), limit);
    }

    /** The 万 of 5-10万元 belongs to both ends. */
    private Numeral scaled(Numeral low, Numeral high) {
        int power = Numerals.power(text.charAt(high.span().end() - 1));
        boolean own = Numerals.power(text.charAt(low.span().end() - 1)) >= 0;
        return power < 4 || own
                ? low
                : new Numeral(low.span(), low.value().multiply(Numerals.tenTo(power)), low.isArabic(), low.isOpen());
    }

    private Optional<Mention> counted(Numeral low, Optional<Numeral> high, boolean open, Unit unit, int limit) {
        int numberStart = low.span().start();
        String written = low.span().of(text);
        Optional<Qualifiers.Word> before = Qualifiers.before(text, body.start(), numberStart, "百千万".contains(written));
        boolean negative = unit.isShare() && isNegative(numberStart);
        int start = negative
                ? numberStart - 1
                : numberStart - before.map(word -> word.text().length()).orElse(0);
        Optional<Qualifiers.Word> after = Qualifiers.after(text, unit.end(), limit, unit.name());
        int end = unit.end() + after.map(word -> word.text().length()).orElse(0);
        String clause = Clause.before(text, start, body.start());
        String rest = Clause.after(text, end, body.end());
        boolean counts = low.isArabic()
                ? NumberContext.arabicCounts(clause, rest, unit, low)
                : unit.isShare()
                        || ChineseCounts.counts(
                                low, written, clause, rest, unit.name(), open || before.isPresent(), high.isPresent());
        if (!counts || isVersion(low, unit)) {
            return Optional.empty();
        }
        Qualifier qualifier = before.map(Qualifiers.Word::qualifier)
                .or(() -> Qualifiers.atDistance(clause))
                .or(() -> after.map(Qualifiers.Word::qualifier))
                .orElse(open ? Qualifier.MORE_THAN : Qualifier.EXACT);
        return Optional.of(new Mention(
                start,
                numberStart,
                end,
                negative ? low.value().negate() : low.value().multiply(unit.factor()),
                // 12-12万件: both ends are the same once the multiplier counts for both, and that is no range.
                high.filter(upper -> upper.value().compareTo(low.value()) > 0)
                        .map(numeral -> numeral.value().multiply(unit.factor())),
                unit.name(),
                qualifier));
    }

    /** 8.0版 names a version. */
    private boolean isVersion(Numeral number, Unit unit) {
        return unit.name().equals("版") && number.span().of(text).indexOf('.') >= 0;
    }

    /** 增长-5.6%: a minus after a verb or a list mark, not the sign of a range. */
    private boolean isNegative(int numberStart) {
        return numberStart - 2 >= body.start()
                && "-－−负".indexOf(text.charAt(numberStart - 1)) >= 0
                && "长为是达和、，,（(：:幅率".indexOf(text.charAt(numberStart - 2)) >= 0;
    }

    /** A number without a unit, where the sentence says what it counts: 撤销率为0. */
    private Optional<Mention> implied(Numeral number, boolean open, int end, int limit) {
        String clause = Clause.before(text, number.span().start(), body.start());
        Optional<Qualifiers.Word> before =
                Qualifiers.before(text, body.start(), number.span().start(), false);
        int start =
                number.span().start() - before.map(word -> word.text().length()).orElse(0);
        return ImpliedUnits.of(text, clause, number, end, limit)
                .map(unit -> new Mention(
                        start,
                        number.span().start(),
                        unit.end(),
                        number.value().multiply(unit.factor()),
                        Optional.<BigDecimal>empty(),
                        unit.name(),
                        before.map(Qualifiers.Word::qualifier)
                                .orElse(open || unit.end() > end ? Qualifier.MORE_THAN : Qualifier.EXACT)));
    }
}
