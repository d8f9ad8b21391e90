package org.fazhi.reading.figures;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Which figures a report gives for a year before its own: 由2023年的82%提升至2024年的96%, 2023年…48件,2024年…90件,
 * 2022年、2023年、2024年分别…. A year that stands before a number without binding it (2021年以来, 对2023年制发的文件) is
 * passed over: a number wrongly kept as this year's is seen beside others, one wrongly dropped is not seen at all.
 */
final class EarlierYears {

    /** Reports look back over a plan of five years, seldom over two. */
    private static final int REACH = 10;

    private static final Pattern CUE = Pattern.compile(
            "(?<![0-9])(20[0-9]{2})(?:年(?:度|份|底|末)?|(?=[、和与及至到—－–~～-][、和与及至到—－–~～0-9-]{1,60}年))|今年|本年|当年|报告期|年内|去年|上年|上一年度?|前一年度?|前年");

    /** Between a year and the number it binds: 2023年的82%, 去年同期为48件. */
    private static final Pattern LINK = Pattern.compile("(?:同期|全年|的|为|是|有|达到?|共|约|仅|只|近|超过?)*");

    /** What makes of a year a beginning or an end and no period: 2021年以来, 2023年前. */
    private static final Pattern NO_PERIOD =
            Pattern.compile("(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|起|至今|开始|以前|之前|前|以后|之后|后)");

    /** A running total says so in its clause: 2019年成立以来. */
    private static final Pattern SINCE = Pattern.compile("以来|至今|起[，,]|累计");

    private static final Pattern CHANGED = Pattern.compile("相比|相较|比较|增|减|升|降|提高|压|多(?!元)|少|持平");

    private static final String COMPARING = "较比与同和跟";
    private static final String JOINTS = "、和与及";
    private static final String RANGE_SIGNS = "-－—–~～至到";
    private static final String CLAUSE_STARTS = "，,；;：:。！？!?\n（(、";
    /** A year farther from a number than this is not told apart by it: 2023年受理行政复议案件48件. */
    private static final int LONGEST_GAP = 16;
    /** Between the year of a comparison and its number, which the words of the comparison bind: 与2023年全县行政复议机构受理的48件相比. */
    private static final int LONGEST_COMPARED = 40;
    /** From a number of a comparison to the words that close it. */
    private static final int LONGEST_CLOSING = 70;

    private final String text;
    private final int reportYear;
    private final boolean namesReportYear;
    private final List<Figure> figures;

    /** Up to here a comparison holds whose year was before the report's: 与2022年的50件、2023年的48件相比. */
    private int comparedTo;

    /** A year named in a sentence; {@code year} is the report's own for 今年. */
    private record Cue(int start, int end, int year) {}

    private EarlierYears(List<Figure> figures, String text, int reportYear) {
        this.figures = new ArrayList<>(figures);
        this.text = text;
        this.reportYear = reportYear;
        this.namesReportYear = text.contains(reportYear + "年");
    }

    /** The figures, those of an earlier year with it. */
    static List<Figure> bind(List<Figure> figures, String text, int reportYear) {
        EarlierYears years = new EarlierYears(figures, text, reportYear);
        int from = 0;
        while (from < figures.size()) {
            Span sentence = figures.get(from).sentence();
            int to = from + 1;
            while (to < figures.size() && figures.get(to).sentence().equals(sentence)) {
                to++;
            }
            years.readSentence(sentence, from, to);
            from = to;
        }
        return List.copyOf(years.figures);
    }

    private void readSentence(Span sentence, int from, int to) {
        List<Cue> cues = cues(sentence);
        int figure = from;
        int i = 0;
        while (i < cues.size()) {
            int last = i;
            while (last + 1 < cues.size() && isJoined(cues.get(last), cues.get(last + 1))) {
                last++;
            }
            int until = last + 1 < cues.size() ? cues.get(last + 1).start() : sentence.end();
            while (figure < to
                    && figures.get(figure).span().start() < cues.get(last).end()) {
                figure++;
            }
            int end = figure;
            while (end < to && figures.get(end).span().start() < until) {
                end++;
            }
            if (last > i) {
                bindList(cues.subList(i, last + 1), figure, end);
            } else if (isEarlier(cues.get(i).year())) {
                bindOne(cues.get(i), cues, figure, end, until, sentence);
            }
            i = last + 1;
        }
    }

    private List<Cue> cues(Span sentence) {
        List<Cue> cues = new ArrayList<>();
        if (!mayName(sentence)) {
            return cues;
        }
        List<Span> names = QuotedNames.in(text, sentence);
        int name = 0;
        Matcher cue = CUE.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
        while (cue.find()) {
            while (name < names.size() && names.get(name).end() <= cue.start()) {
                name++;
            }
            if (name == names.size() || names.get(name).start() >= cue.end()) {
                cues.add(new Cue(cue.start(), cue.end(), year(cue)));
            }
        }
        return cues;
    }

    private boolean mayName(Span sentence) {
        int year = text.indexOf('年', sentence.start());
        return year >= 0 && year < sentence.end() || text.startsWith("报告期", sentence.start());
    }

    private int year(Matcher cue) {
        if (cue.group(1) != null) {
            return Integer.parseInt(cue.group(1));
        }
        return switch (cue.group().charAt(0)) {
            case '去', '上' -> reportYear - 1;
            case '前' -> reportYear - (cue.group().startsWith("前一") ? 1 : 2);
            default -> reportYear;
        };
    }

    private boolean isEarlier(int year) {
        return year < reportYear && year >= reportYear - REACH;
    }

    /** 2022年、2023年 and 2022年至2023年. */
    private boolean isJoined(Cue left, Cue right) {
        return right.start() - left.end() == 1 && (JOINTS + RANGE_SIGNS).indexOf(text.charAt(left.end())) >= 0;
    }

    /** 2022年、2023年、2024年分别受理30件、48件、90件; a stretch of years whose numbers are not told apart binds none. */
    private void bindList(List<Cue> cues, int from, int to) {
        List<Integer> years = years(cues);
        int count = to - from;
        if (years.isEmpty() || count == 0) {
            return;
        }
        boolean isRespective = text.substring(
                        cues.get(cues.size() - 1).end(),
                        figures.get(from).span().start())
                .contains("分别");
        boolean isOfAll = count == years.size()
                && figures.subList(from, to).stream()
                        .allMatch(
                                figure -> figure.unit().equals(figures.get(from).unit()));
        if ((isRespective && count % years.size() == 0) || isOfAll) {
            for (int i = 0; i < count; i++) {
                set(from + i, years.get(i % years.size()));
            }
        } else if (isList(cues) && years.stream().anyMatch(this::isEarlier)) {
            set(from, years.get(0));
        }
    }

    private boolean isList(List<Cue> cues) {
        return JOINTS.indexOf(text.charAt(cues.get(0).end())) >= 0;
    }

    private List<Integer> years(List<Cue> cues) {
        List<Integer> years = new ArrayList<>();
        for (Cue cue : cues) {
            boolean isRange = !years.isEmpty() && RANGE_SIGNS.indexOf(text.charAt(cue.start() - 1)) >= 0;
            int first = isRange ? years.get(years.size() - 1) + 1 : cue.year();
            for (int year = first; year <= cue.year() && years.size() <= REACH; year++) {
                years.add(year);
            }
        }
        return years;
    }

    private void bindOne(Cue cue, List<Cue> cues, int from, int to, int until, Span sentence) {
        String rest = text.substring(cue.end(), Math.min(until, cue.end() + LONGEST_GAP));
        char before = cue.start() > sentence.start() ? text.charAt(cue.start() - 1) : '\n';
        boolean isEdge = endsRange(cue, sentence) || (!rest.isEmpty() && RANGE_SIGNS.indexOf(rest.charAt(0)) >= 0);
        if (from >= to || NO_PERIOD.matcher(rest).lookingAt() || isEdge && !text.startsWith("截至", cue.start() - 2)) {
            return;
        }
        int start = figures.get(from).span().start();
        String gap = start - cue.end() <= LONGEST_GAP ? text.substring(cue.end(), start) : "";
        boolean isNear = start - cue.end() <= LONGEST_GAP && gap.chars().noneMatch(c -> CLAUSE_STARTS.indexOf(c) >= 0);
        boolean isHeldAgainst = COMPARING.indexOf(before) >= 0 || isBehind("较于", cue);
        boolean isCompared = isHeldAgainst || rest.contains("相比");
        Optional<String> words = isHeldAgainst ? level(cue, start) : Optional.empty();
        if (words.isPresent()) {
            comparedTo = Math.max(comparedTo, comparisonEnd(from, sentence));
        }
        if (start < comparedTo) {
            bindUpTo(comparedTo, from, to, cue.year());
            return;
        }
        boolean isLevel = words.isPresent() && ("较比".indexOf(before) >= 0 || isBehind("较于", cue));
        if (isLevel || isNear && (LINK.matcher(gap).matches() || isStart(before, gap))) {
            set(from, cue.year());
            return;
        }
        if (isCompared) {
            return;
        }
        boolean isPaired = cues.stream().anyMatch(other -> other.year() == reportYear) && isNear;
        boolean opensClause = CLAUSE_STARTS.indexOf(before) >= 0
                || isBehind("截至", cue)
                || isBehind("其中", cue)
                || cue.start() == sentence.start();
        if (isPaired || opensClause && namesReportYear && !SINCE.matcher(rest).find()) {
            bindUpTo(end(cue, before, until), from, to, cue.year());
        }
    }

    /** 2021年至2023年 and 1月—2023年12月; in 增加到2023年的20件 the year is no end of a range. */
    private boolean endsRange(Cue cue, Span sentence) {
        int sign = cue.start() - 1;
        return sign > sentence.start()
                && RANGE_SIGNS.indexOf(text.charAt(sign)) >= 0
                && ("至到".indexOf(text.charAt(sign)) < 0 || "年月日0123456789".indexOf(text.charAt(sign - 1)) >= 0);
    }

    private boolean isBehind(String word, Cue cue) {
        return text.startsWith(word, cue.start() - word.length());
    }

    /** 由2023年受理的48件增加到…; not 由2023年下降至40件. */
    private static boolean isStart(char before, String gap) {
        return "由从自".indexOf(before) >= 0 && !CHANGED.matcher(gap).find();
    }

    /** Between the year of a comparison and its number, where they stand in one clause: 较2023年的48件; not 较2023年下降至40件. */
    private Optional<String> level(Cue cue, int start) {
        return Optional.of(text.substring(cue.end(), Math.min(start, cue.end() + LONGEST_COMPARED + 1)))
                .filter(gap -> gap.length() <= LONGEST_COMPARED)
                .filter(gap -> gap.chars()
                        .skip(opensBracket(gap) ? 1 : 0)
                        .noneMatch(c -> c != '、' && CLAUSE_STARTS.indexOf(c) >= 0))
                .filter(gap -> !CHANGED.matcher(gap).find());
    }

    /** 较2023年（48件）. */
    private static boolean opensBracket(String gap) {
        return gap.startsWith("（") || gap.startsWith("(");
    }

    /** Where 与2023年的案件48件、申请50件相比 ends, whose numbers are all of that year; 0 where nothing closes it. */
    private int comparisonEnd(int from, Span sentence) {
        int end = figures.get(from).span().end();
        String behind = text.substring(end, Math.max(end, Math.min(sentence.end(), end + LONGEST_CLOSING)));
        return PeriodSigns.bundled()
                .find(PeriodSigns.Sign.COMPARED, behind)
                .map(found -> end + found.getValue().end())
                .orElse(0);
    }

    /** A year in a bracket binds no number behind it. */
    private int end(Cue cue, char before, int until) {
        int closing = until;
        if (before == '（' || before == '(') {
            int found = text.indexOf(before == '（' ? '）' : ')', cue.end());
            closing = found < 0 ? until : Math.min(until, found);
        }
        return closing;
    }

    private void bindUpTo(int end, int from, int to, int year) {
        for (int i = from; i < to && figures.get(i).span().start() < end; i++) {
            set(i, year);
        }
    }

    private void set(int index, int year) {
        if (isEarlier(year)) {
            figures.set(index, figures.get(index).of(Optional.of(Year.of(year))));
        }
    }
}
