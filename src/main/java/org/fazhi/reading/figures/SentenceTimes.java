package org.fazhi.reading.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * What the words of one sentence say about the time its numbers speak of: 截至11月底 and 上半年 hold for the numbers
 * after them to the end of the sentence or to the next such words, 累计 and 自2019年以来 likewise. The words are those of
 * {@link PeriodSigns}.
 */
final class SentenceTimes {

    private static final int DECEMBER = 12;
    private static final int MONTHS_OF_QUARTER = 3;

    /** Characters before the sign that heads a sentence: 2023年, 一年来的. */
    private static final int LONGEST_HEAD = 8;

    /** The number of a part, right behind its time, to the end of its bracket or clause. */
    private static final Pattern PART = Pattern.compile("[有为达共约近占]{0,2}[0-9０-９][^，,；;。）)]{0,20}");

    /** What a campaign brought, to the end of its bracket or clause. */
    private static final Pattern CLAUSE = Pattern.compile("[，,]?[^，,；;。）)]*");

    private static final Pattern CLAUSE_END = Pattern.compile("[，,；;]");

    private static final Pattern BEHIND_HEAD = Pattern.compile("(?:期间|以来|[间底末内])?[，,]");

    /** Another period, though it says nothing of a part of the year. */
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}年|[今去上前本当]年|年内|报告期");

    private final String sentence;
    private final int reportYear;
    private final List<Cue> cues;

    private SentenceTimes(String sentence, int reportYear, List<Cue> cues) {
        this.sentence = sentence;
        this.reportYear = reportYear;
        this.cues = cues;
    }

    /** From {@code end} in the sentence to {@code until} the sign holds; {@code month} is where the stretch ends. */
    private record Cue(
            PeriodSigns.Sign sign, int start, int end, int until, Optional<YearMonth> month, PeriodSigns.Leads leads) {

        boolean holdsAt(int offset) {
            return end <= offset && offset < until;
        }
    }

    /** What the head of a sentence says for those behind it: 2023年1—10月，工作平稳。受理120件。 */
    record Lead(PeriodSigns.Sign sign, Optional<YearMonth> month) {}

    static SentenceTimes of(String sentence, int reportYear) {
        List<Cue> cues = new ArrayList<>();
        List<Span> names = QuotedNames.in(sentence, new Span(0, sentence.length()));
        BitSet taken = new BitSet();
        for (PeriodSigns.Entry entry : PeriodSigns.bundled().entries()) {
            if (!entry.sign().isOfTime() || !entry.mayStandIn(sentence)) {
                continue;
            }
            Matcher found = entry.pattern().matcher(sentence);
            while (found.find()) {
                int first = taken.nextSetBit(found.start());
                boolean isTaken = first >= 0 && first < found.end();
                if (!isTaken && holds(entry, found, reportYear) && !isNamed(found, names)) {
                    cues.add(new Cue(
                            entry.sign(),
                            found.start(),
                            found.end(),
                            until(entry.sign(), sentence, found),
                            month(entry, found, reportYear),
                            entry.leads()));
                    // The end of a total stands within the words that make it one.
                    if (entry.sign() != PeriodSigns.Sign.TOTAL_TO) {
                        taken.set(found.start(), found.end());
                    }
                }
            }
        }
        cues.sort(Comparator.comparingInt(Cue::end));
        return new SentenceTimes(sentence, reportYear, cues);
    }

    /** A part of the year that a bracket or 其中 gives a number of holds no farther: 受理120件，其中上半年55件，审结110件. */
    private static int until(PeriodSigns.Sign sign, String sentence, Matcher found) {
        boolean isCampaign = sign == PeriodSigns.Sign.CAMPAIGN;
        if (sign == PeriodSigns.Sign.RUNS_TO || sign == PeriodSigns.Sign.WITHIN || isCampaign) {
            Matcher part = (isCampaign ? CLAUSE : PART).matcher(sentence).region(found.end(), sentence.length());
            boolean isPart = sentence.startsWith("其中", found.start() - 2)
                    || isCampaign && sentence.startsWith("其中，", found.start() - 3);
            boolean isInBracket = sentence.substring(0, found.start()).lastIndexOf('（')
                    > sentence.substring(0, found.start()).lastIndexOf('）');
            if ((isPart || isInBracket) && part.lookingAt()) {
                return part.end();
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean isNamed(Matcher found, List<Span> names) {
        return names.stream().anyMatch(name -> name.contains(new Span(found.start(), found.end())));
    }

    /** Whether the years that the words name make them the sign. */
    private static boolean holds(PeriodSigns.Entry entry, Matcher found, int reportYear) {
        Optional<Integer> year = entry.number("year", found);
        return switch (entry.sign()) {
            case RUNS_TO -> month(entry, found, reportYear).isPresent();
            case AHEAD -> year.isEmpty() || year.get() > reportYear;
            case OWN_TOTAL, NAMED_YEAR, WITHIN -> year.isEmpty() || year.get() == reportYear;
            case TOTAL, SPAN -> year.isEmpty() || year.get() < reportYear;
            // A stretch that ends after the report year is a programme's (2021—2025年), not what was counted.
            case TOTAL_TO -> year.isEmpty() || year.get() <= reportYear;
            case YEARS_TOTAL ->
                year.orElseThrow() <= reportYear && entry.number("from", found).orElseThrow() < year.orElseThrow();
            case WHOLE,
                    THIS_YEAR,
                    CAMPAIGN,
                    FLOW,
                    OCCASION_UNIT,
                    TITLE_YEARS,
                    TITLE_YEAR,
                    TITLE_PART,
                    OPENING,
                    COMPARED -> true;
        };
    }

    private static Optional<YearMonth> month(PeriodSigns.Entry entry, Matcher found, int reportYear) {
        int month = entry.number("month", found)
                .or(() -> entry.number("quarter", found).map(quarter -> quarter * MONTHS_OF_QUARTER))
                .or(entry::month)
                .orElse(DECEMBER);
        int year = entry.number("year", found).orElse(reportYear);
        return month >= 1 && month <= DECEMBER ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    /** The month a number at this offset of the sentence runs to; {@code unsaid} where the sentence tells of no stretch. */
    Optional<YearMonth> asOfAt(int offset, Optional<YearMonth> unsaid) {
        Optional<YearMonth> month = unsaid;
        int monthEnd = -1;
        for (Cue cue : cues) {
            if (!cue.holdsAt(offset)) {
                continue;
            }
            switch (cue.sign()) {
                case RUNS_TO -> {
                    month = cue.month();
                    monthEnd = cue.end();
                }
                case WITHIN -> month = Optional.empty();
                case WHOLE ->
                    month = isOwn(cue, month, monthEnd) && !isPassed(cue, monthEnd) ? month : Optional.empty();
                case THIS_YEAR, NAMED_YEAR -> month = isPassed(cue, monthEnd) ? Optional.empty() : month;
                default -> {
                    // Says nothing of a month.
                }
            }
        }
        return month;
    }

    /** 截至11月底,全年受理120件: the number runs to November; 截至2025年1月统计,全年受理120件: it is the year's. */
    private boolean isOwn(Cue whole, Optional<YearMonth> month, int monthEnd) {
        return monthEnd >= 0
                && month.isPresent()
                && month.get().getYear() == reportYear
                && sentence.substring(monthEnd, Math.max(monthEnd, whole.start()))
                        .chars()
                        .noneMatch(c -> Numerals.isArabic((char) c));
    }

    /** 上半年完成清理，全年受理120件: what is said of a part in its own clause ends with it. */
    private boolean isPassed(Cue year, int monthEnd) {
        return monthEnd >= 0
                && monthEnd <= year.start()
                && !BEHIND_HEAD.matcher(sentence).region(monthEnd, year.start()).lookingAt()
                && CLAUSE_END.matcher(sentence).region(monthEnd, year.start()).find();
    }

    /** The month a running total at this offset runs to, where the sentence names a month or a year. */
    Optional<YearMonth> totalRunsToAt(int offset, Optional<YearMonth> unsaid) {
        Optional<YearMonth> month = asOfAt(offset, Optional.empty());
        if (month.isPresent()) {
            return month;
        }
        return last(offset, PeriodSigns.Sign.YEARS_TOTAL, PeriodSigns.Sign.TOTAL_TO)
                .flatMap(Cue::month)
                .or(() -> unsaid);
    }

    private Optional<Cue> last(int offset, PeriodSigns.Sign... signs) {
        Optional<Cue> last = Optional.empty();
        for (Cue cue : cues) {
            if (cue.holdsAt(offset) && List.of(signs).contains(cue.sign())) {
                last = Optional.of(cue);
            }
        }
        return last;
    }

    boolean isCumulativeAt(int offset) {
        return last(
                        offset,
                        PeriodSigns.Sign.TOTAL,
                        PeriodSigns.Sign.YEARS_TOTAL,
                        PeriodSigns.Sign.SPAN,
                        PeriodSigns.Sign.OWN_TOTAL,
                        PeriodSigns.Sign.WHOLE,
                        PeriodSigns.Sign.THIS_YEAR,
                        PeriodSigns.Sign.WITHIN)
                .filter(cue -> cue.sign() == PeriodSigns.Sign.TOTAL
                        || cue.sign() == PeriodSigns.Sign.YEARS_TOTAL
                        || cue.sign() == PeriodSigns.Sign.SPAN)
                .isPresent();
    }

    /**
     * Whether a number at this offset is of a stretch within the year, such as a month; a semicolon ends it.
     *
     * @param unit of the number
     */
    boolean isWithinYearAt(int offset, String unit) {
        return isOfCampaignAt(offset) || isWithinAt(offset, unit);
    }

    private boolean isWithinAt(int offset, String unit) {
        return last(
                        offset,
                        PeriodSigns.Sign.WITHIN,
                        PeriodSigns.Sign.RUNS_TO,
                        PeriodSigns.Sign.TOTAL,
                        PeriodSigns.Sign.YEARS_TOTAL,
                        PeriodSigns.Sign.SPAN,
                        PeriodSigns.Sign.OWN_TOTAL,
                        PeriodSigns.Sign.WHOLE,
                        PeriodSigns.Sign.THIS_YEAR)
                .filter(cue -> cue.sign() == PeriodSigns.Sign.WITHIN)
                .map(cue -> sentence.substring(cue.end(), offset))
                .filter(between -> between.chars().noneMatch(c -> c == '；' || c == ';'))
                .filter(between -> PeriodSigns.bundled().tells(PeriodSigns.Sign.FLOW, between)
                        || PeriodSigns.bundled().tells(PeriodSigns.Sign.OCCASION_UNIT, unit))
                .isPresent();
    }

    /** Whether a campaign brought a number at this offset; one of its numbers and another time behind it end it, as a semicolon does. */
    private boolean isOfCampaignAt(int offset) {
        return last(offset, PeriodSigns.Sign.CAMPAIGN)
                .filter(campaign -> cues.stream()
                        .filter(cue -> cue.start() >= campaign.end() && cue.holdsAt(offset))
                        .noneMatch(cue -> sentence.substring(campaign.end(), cue.start())
                                .chars()
                                .anyMatch(c -> Numerals.isArabic((char) c))))
                .map(campaign -> sentence.substring(campaign.end(), offset))
                .filter(between -> between.chars().noneMatch(c -> c == '；' || c == ';'))
                .isPresent();
    }

    /** Whether what the text ends with is a stretch within the year. */
    boolean endsWithin() {
        return !cues.isEmpty() && cues.get(cues.size() - 1).sign() == PeriodSigns.Sign.WITHIN;
    }

    /** Whether the sentence names a time of its own. */
    boolean namesTime() {
        return cues.stream().anyMatch(cue -> cue.sign() != PeriodSigns.Sign.CAMPAIGN)
                || YEAR.matcher(sentence).find();
    }

    /** The stretch that the sentence opens with, where it is the only one. */
    Optional<Lead> lead() {
        List<Cue> told = cues.stream()
                .filter(cue -> cue.sign() != PeriodSigns.Sign.TOTAL_TO
                        && cue.sign() != PeriodSigns.Sign.NAMED_YEAR
                        && cue.sign() != PeriodSigns.Sign.CAMPAIGN)
                .filter(cue -> !isOfNext(cue))
                .toList();
        if (told.size() != 1 || told.get(0).start() > LONGEST_HEAD || !leads(told.get(0))) {
            return Optional.empty();
        }
        Cue head = told.get(0);
        boolean isHead = BEHIND_HEAD
                .matcher(sentence)
                .region(head.end(), sentence.length())
                .lookingAt();
        return switch (head.sign()) {
            case RUNS_TO, WITHIN ->
                isHead && !isWholeYear(head) ? Optional.of(new Lead(head.sign(), head.month())) : Optional.empty();
            case SPAN, YEARS_TOTAL ->
                isHead
                        ? Optional.of(new Lead(
                                PeriodSigns.Sign.YEARS_TOTAL, totalRunsToAt(sentence.length(), Optional.empty())))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean leads(Cue head) {
        return switch (head.leads()) {
            case ALWAYS -> true;
            case BARE -> sentence.substring(head.end()).chars().noneMatch(c -> Numerals.isArabic((char) c));
            case NEVER -> false;
        };
    }

    /** 今年 in 今年前三季度. */
    private boolean isOfNext(Cue cue) {
        return cue.sign() == PeriodSigns.Sign.THIS_YEAR && cues.stream().anyMatch(next -> next.start() == cue.end());
    }

    private boolean isWholeYear(Cue cue) {
        return cue.month().filter(YearMonth.of(reportYear, DECEMBER)::equals).isPresent()
                && cue.sign() == PeriodSigns.Sign.RUNS_TO;
    }

    /** The times of a sentence that names none but a campaign, behind one with such a head. */
    SentenceTimes behind(Lead lead) {
        List<Cue> behind = new ArrayList<>();
        behind.add(new Cue(lead.sign(), 0, 0, Integer.MAX_VALUE, lead.month(), PeriodSigns.Leads.NEVER));
        behind.addAll(cues);
        return new SentenceTimes(sentence, reportYear, behind);
    }

    /** Whether the words before this offset speak of a later year. */
    boolean isAheadAt(int offset) {
        return last(offset, PeriodSigns.Sign.AHEAD).isPresent();
    }
}
