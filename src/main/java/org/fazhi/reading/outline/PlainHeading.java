package org.fazhi.reading.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Headings that carry no number: a short line of its own, without punctuation, that names one of the prescribed parts.
 * Looked for only in a report that numbers no chapter, for elsewhere such a line is a caption or a link.
 */
final class PlainHeading {

    private static final int LONGEST = 32;

    private static final Pattern PART = Pattern.compile(
            "^[^，。；：,;:、]{0,18}?(?:主要成效|工作成效|取得的?成效|主要工作|主要做法|(?:工作)?开展情况|举措和成效|存在的?(?:主要|突出)?(?:问题|不足|困难)[^，。；：,;:]{0,12}|不足和原因|第一责任人职责[^，。；：,;:]{0,12}"
                    + "|(?:下一?步|下一?阶段|下一?年度?)[^，。；：,;:]{0,14}|工作打算|工作计划|工作安排|主要安排|工作思路|努力方向|其他需要报告的(?:情况|事项))$");

    private static final Pattern TITLE = Pattern.compile("报告$|总结$|关于|附件|相关|解读|链接|首页");

    private PlainHeading() {}

    /** Unnumbered headings of level 1, merged in their order with the numbered ones of deeper levels. */
    static List<Heading> merge(List<Heading> numbered, List<TextLine> lines) {
        if (numbered.stream().anyMatch(heading -> heading.level() == 1)) {
            return numbered;
        }
        List<Heading> merged = new ArrayList<>(numbered);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (isHeading(line.text())) {
                merged.add(new Heading(1, "", line.text(), new Span(line.start(), line.end()), i));
            }
        }
        merged.sort((a, b) -> a.span().compareTo(b.span()));
        return merged;
    }

    private static boolean isHeading(String line) {
        return line.length() >= 4
                && line.length() <= LONGEST
                && (!Character.isDigit(line.charAt(0)) || line.startsWith("20"))
                && "（(".indexOf(line.charAt(0)) < 0
                && PART.matcher(line).find()
                && !TITLE.matcher(line).find();
    }
}
