package org.fazhi.figures;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a sentence say about the time its numbers speak of. */
final class ReportCalendar {

    private static final Pattern UNTIL = Pattern.compile("截[至止]到?(?:(20\\d\\d)年|今年|当年|本年度?|年)?(?:(\\d{1,2})月|年?底|年?末)");
    private static final Pattern MONTHS = Pattern.compile("(?<!\\d)0?1月?(?:份)?[-－—–~～至到](\\d{1,2})月");
    private static final Pattern SINCE_YEAR =
            Pattern.compile("(?:自|从)?(20\\d\\d)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^，,。；;]{0,12}?(?:以来|至今|起)");
    private static final Pattern SINCE_EVENT = Pattern.compile(
            "(?:自|从)[^，,。；;0-9]{2,20}?以来|(?:成立|实施|启动|挂牌|开展|运行|施行|上线|改革|建成|启用|试点|大)以来|历年来?|(?<![0-9])(?:近|过去)?[0-9两三四五六]年来");

    private final int reportYear;

    ReportCalendar(int reportYear) {
        this.reportYear = reportYear;
    }

    /** The month a part-year number runs to, by the last such statement of {@code before}. */
    Optional<YearMonth> asOf(String before) {
        Optional<YearMonth> found = Optional.empty();
        Matcher until = UNTIL.matcher(before);
        while (until.find()) {
            int year = until.group(1) == null ? reportYear : Integer.parseInt(until.group(1));
            found = month(year, until.group(2) == null ? 12 : Integer.parseInt(until.group(2)));
        }
        if (found.isEmpty()) {
            Matcher months = MONTHS.matcher(before);
            while (months.find()) {
                found = month(reportYear, Integer.parseInt(months.group(1)));
            }
        }
        return found.or(() -> partOfYear(before));
    }

    private Optional<YearMonth> partOfYear(String before) {
        if (before.lastIndexOf("上半年") > Math.max(before.lastIndexOf("下半年"), before.lastIndexOf("全年"))) {
            return month(reportYear, 6);
        }
        if (before.contains("前三季度") || before.contains("前3季度")) {
            return month(reportYear, 9);
        }
        return before.contains("第一季度") || before.contains("一季度") ? month(reportYear, 3) : Optional.empty();
    }

    private static Optional<YearMonth> month(int year, int month) {
        return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    /** Whether {@code before} opens a count that runs over more than the year: 累计, 自…以来. */
    boolean isCumulative(String before) {
        if (before.contains("累计")) {
            return true;
        }
        Matcher since = SINCE_YEAR.matcher(before);
        while (since.find()) {
            if (Integer.parseInt(since.group(1)) < reportYear) {
                return true;
            }
        }
        return SINCE_EVENT.matcher(before).find();
    }

    /** Whether a paragraph or clause speaks of the year after the report. */
    boolean isComing(String clause) {
        return clause.contains((reportYear + 1) + "年");
    }
}
