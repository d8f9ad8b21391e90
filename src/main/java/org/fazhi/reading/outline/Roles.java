package org.fazhi.reading.outline;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * What a heading says its section is for. The parts are those of 厅字〔2019〕28号 art. 25; a heading that names none of
 * them tells of what was done.
 */
final class Roles {

    private static final Pattern PROBLEMS = Pattern.compile(
            "存在(?:的|着|一些|主要|突出)*[^，,。；;]{0,6}(?:问题|不足|短板|困难|差距|薄弱|弱项)|^(?:当前|目前)?[^，,。；;]{0,6}(?:主要|突出|工作中的?)?(?:问题|不足|短板|困难|差距)(?:和|与|及|以及|、|之处|$)"
                    + "|(?:问题|不足|短板|困难)(?:和|与|及|以及|、)(?:主要)?(?:原因|不足|问题|短板|困难|差距|弱项|挑战|改进|整改|下)|短板弱项|薄弱环节|不足之处|面临的?(?:主要)?(?:困难|挑战|问题)|(?:问题|不足)(?:及|和|与)?(?:成因|原因)");

    private static final Pattern PLAN = Pattern.compile(
            "下一?步|下一?阶段|下一年|下年度|下一?个?年度|明年|来年|今后|未来(?:一|工作)|努力方向|(?:工作|主要|重点|初步|具体)(?:打算|安排|思路|计划|谋划|设想|规划)(?:$|[和与及、])|(?:打算|设想|展望|要点)$|改进(?:措施|方向|举措)|整改(?:措施|方向)(?:$|和|与)");

    private static final Pattern NEXT = Pattern.compile(".*下一?(?:步|阶段|年度?).*");

    private static final Pattern DONE = Pattern.compile("情况|成效|完成|总结|回顾|开展|成果|做法|亮点");

    private static final Pattern LEADERSHIP = Pattern.compile(
            "第一责任人|(?:主要|党政)?负责人[^，,。；;]{0,12}(?:履行|履职|职责|述法)|(?:履行|履职)[^，,。；;]{0,14}负责人|党的(?:全面|集中统一)?领导|党[委组对][^，,。；;]{0,14}领导|组织领导|统筹领导|领导责任|领导体制|述法");

    private static final Pattern OTHER = Pattern.compile("其他|其它|附件|附表|意见建议$|有关建议|工作建议$|^建议");

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");

    /** A year as such; the year of a date such as 2024年1月5日 is when the report was written. */
    private static final Pattern SPOKEN_YEAR = Pattern.compile("(20\\d\\d)年(?!\\s?\\d{1,2}\\s?月)");

    private static final int OPENING = 1500;

    private final int reportYear;

    private Roles(int reportYear) {
        this.reportYear = reportYear;
    }

    /** The year most of the opening speaks of settles which year in a heading is the coming one. */
    static Roles of(String text, Span body, List<Heading> headings) {
        int firstHeading =
                headings.isEmpty() ? body.end() : headings.get(0).span().end();
        int from = Math.max(0, body.start() - OPENING);
        Matcher years = SPOKEN_YEAR.matcher(text.substring(from, Math.min(firstHeading, body.start() + OPENING)));
        int[] seen = new int[100];
        int best = -1;
        while (years.find()) {
            int year = Integer.parseInt(years.group(1)) - 2000;
            seen[year]++;
            if (best < 0 || seen[year] > seen[best]) {
                best = year;
            }
        }
        return new Roles(best < 0 ? 9999 : 2000 + best);
    }

    Role roleOf(Heading heading, OptionalInt parent, List<Section> sections) {
        Role own = own(heading.text());
        if (parent.isEmpty()) {
            return own;
        }
        Role inherited = sections.get(parent.getAsInt()).role();
        return switch (inherited) {
            case PLAN, LEADERSHIP, OTHER -> inherited;
            case PROBLEMS -> own == Role.PLAN ? own : inherited;
            case ACHIEVEMENTS -> own == Role.OTHER ? inherited : own;
        };
    }

    private Role own(String heading) {
        if (PROBLEMS.matcher(heading).find()) {
            return Role.PROBLEMS;
        }
        if (isPlan(heading)) {
            return Role.PLAN;
        }
        if (LEADERSHIP.matcher(heading).find()) {
            return Role.LEADERSHIP;
        }
        return OTHER.matcher(heading).find() ? Role.OTHER : Role.ACHIEVEMENTS;
    }

    private boolean isPlan(String heading) {
        boolean done = DONE.matcher(heading).find();
        Matcher year = YEAR.matcher(heading);
        while (year.find()) {
            int named = Integer.parseInt(year.group(1));
            if (named > reportYear) {
                return true;
            }
            if (named == reportYear && done) {
                return false;
            }
        }
        return !done && PLAN.matcher(heading).find() || NEXT.matcher(heading).matches();
    }
}
