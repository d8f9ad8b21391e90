package org.fazhi.reading.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of one sentence say about the time its numbers speak of: 截至11月底 and 上半年 hold for the numbers
 * after them to the end of the sentence, 累计 and 自2019年以来 likewise.
 */
final class SentenceTimes {

    private static final Pattern UNTIL = Pattern.compile("截[至止]到?(?:(20\\d\\d)年|今年|当年|本年度?|年)?(?:(\\d{1,2})月|年?底|年?末)");

    /** 1-11月, 1至6月. */
    private static final Pattern MONTHS = Pattern.compile("(?<!\\d)0?1月?(?:份)?[-－—–~～至到](\\d{1,2})月");

    private static final Pattern PART_OF_YEAR = Pattern.compile("上半年|下半年|全年|前[三3]季度|第?[一二三四]季度");

    private static final Pattern CUMULATIVE = Pattern.compile(
            "累计|(?:自|从)?(20\\d\\d)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^，,。；;]{0,12}?(?:以来|至今|起)"
                    + "|(?:成立|实施|启动|挂牌|开展|运行|施行|上线|改革|建成|启用|试点|大)以来|历年|(?:近|过去)?[0-9两三四五六]年来|(?:近|过去)[0-9两三四五六]年(?=[，,共累间内])");

    /** 2021年至2024年, 2021—2023年, 截至2024年: to when a running total runs, where {@link #UNTIL} finds no month. */
    private static final Pattern YEARS =
            Pattern.compile("(?:截[至止]到?|20\\d\\d年?(?:\\d{1,2}月)?[-－—–~～至到])(20\\d\\d)年(?:(\\d{1,2})月)?");

    /** Every match of {@link #CUMULATIVE} holds one of these; most sentences hold none, and the pattern is slow. */
    private static final List<String> CUMULATIVE_WORDS = List.of("累计", "以来", "至今", "起", "历年", "年来", "近", "过去");

    private final List<Cue> months;
    private final List<Cue> years;
    private final int cumulativeFrom;

    private SentenceTimes(List<Cue> months, List<Cue> years, int cumulativeFrom) {
        this.months = months;
        this.years = years;
        this.cumulativeFrom = cumulativeFrom;
    }

    /** From {@code offset} in the sentence on, numbers run to this month, or to none. */
    private record Cue(int offset, Optional<YearMonth> month) {}

    static SentenceTimes of(String sentence, int reportYear) {
        List<Cue> cues = new ArrayList<>();
        Matcher until = UNTIL.matcher(sentence);
        while (sentence.indexOf('截') >= 0 && until.find()) {
            int year = until.group(1) == null ? reportYear : Integer.parseInt(until.group(1));
            cues.add(new Cue(until.end(), month(year, until.group(2) == null ? 12 : Integer.parseInt(until.group(2)))));
        }
        if (cues.isEmpty() && sentence.indexOf('月') >= 0) {
            Matcher span = MONTHS.matcher(sentence);
            while (span.find()) {
                cues.add(new Cue(span.end(), month(reportYear, Integer.parseInt(span.group(1)))));
            }
        }
        if (cues.isEmpty() && (sentence.indexOf('年') >= 0 || sentence.indexOf('季') >= 0)) {
            Matcher part = PART_OF_YEAR.matcher(sentence);
            while (part.find()) {
                cues.add(new Cue(part.end(), partOfYear(part.group(), reportYear)));
            }
        }
        int cumulativeFrom = cumulativeFrom(sentence, reportYear);
        return new SentenceTimes(
                cues, cumulativeFrom == Integer.MAX_VALUE ? List.of() : years(sentence, reportYear), cumulativeFrom);
    }

    /** A stretch that ends after the report year is a programme's (2021—2025年), not what was counted. */
    private static List<Cue> years(String sentence, int reportYear) {
        List<Cue> cues = new ArrayList<>();
        Matcher years = YEARS.matcher(sentence);
        while (years.find()) {
            int year = Integer.parseInt(years.group(1));
            if (year <= reportYear) {
                cues.add(new Cue(
                        years.end(), month(year, years.group(2) == null ? 12 : Integer.parseInt(years.group(2)))));
            }
        }
        return cues;
    }

    private static Optional<YearMonth> partOfYear(String words, int year) {
        return switch (words) {
            case "上半年" -> month(year, 6);
            case "下半年", "全年", "二季度", "三季度", "四季度", "第二季度", "第三季度", "第四季度" -> Optional.empty();
            case "一季度", "第一季度" -> month(year, 3);
            default -> month(year, 9);
        };
    }

    private static Optional<YearMonth> month(int year, int month) {
        return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    private static int cumulativeFrom(String sentence, int reportYear) {
        if (CUMULATIVE_WORDS.stream().noneMatch(sentence::contains)) {
            return Integer.MAX_VALUE;
        }
        Matcher cumulative = CUMULATIVE.matcher(sentence);
        while (cumulative.find()) {
            String since = cumulative.group(1);
            if (since == null || Integer.parseInt(since) < reportYear) {
                return cumulative.end();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The month a number at this offset of the sentence runs to. */
    Optional<YearMonth> asOfAt(int offset) {
        return lastBefore(offset, months);
    }

    /** The month a running total at this offset runs to, where the sentence names a month or a year. */
    Optional<YearMonth> totalRunsToAt(int offset) {
        return asOfAt(offset).or(() -> lastBefore(offset, years));
    }

    private static Optional<YearMonth> lastBefore(int offset, List<Cue> cues) {
        Optional<YearMonth> found = Optional.empty();
        for (Cue cue : cues) {
            if (cue.offset() <= offset) {
                found = cue.month();
            }
        }
        return found;
    }

    boolean isCumulativeAt(int offset) {
        return cumulativeFrom <= offset;
    }
}
