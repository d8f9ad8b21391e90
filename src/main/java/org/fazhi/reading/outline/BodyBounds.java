package org.fazhi.reading.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Where the report proper begins and ends: after title, metadata block, document number and addressee; before
 * signature, date, copy list and page furniture.
 */
final class BodyBounds {

    private static final Pattern FURNITURE = Pattern.compile(
            "索[\\s\u3000\u00a0]*引[\\s\u3000\u00a0]*号|文[\\s\u3000\u00a0]*号[\\s\u3000\u00a0]*[\\]:：]|发布机构|发文机关|公开主体|成文日期|生成日期|发文日期|公开日期|发布日期|发布时间|信息来源|信息索取号|浏览次数|浏览量[：:]|阅读次数|点击数|点击量[：:]|访问量[：:]|字号[：:]|字体[：:]"
                    + "|主题分类|主题词|体裁|有[\\s\u3000\u00a0]*效[\\s\u3000\u00a0]*性|当前位置|您的位置|您所在|首页|今天是|扫一扫|二维码|打印(?:本页|此页)|关闭窗口|分享到|上一篇|下一篇|附件下载|相关解读|无障碍|网站地图"
                    + "|版权所有|主办单位|承办单位|主办[：:]|承办[：:]|技术支持|ICP备|公网安备|网站标识码|联系电话|联系我们|责任编辑|签发人|欢迎访问");

    private static final Pattern COPY_LIST = Pattern.compile(
            "^(?:抄[\\s\u3000\u00a0]*[送报]|主[\\s\u3000\u00a0]*送|分[\\s\u3000\u00a0]*送|发[\\s\u3000\u00a0]*送)[：:]|(?:日|号)印发$|^[（(]?(?:此件|此文|联系人|信息公开)");

    private static final Pattern DATE_LINE = Pattern.compile(
            "^(?:19|20)\\d{2}([/.-])\\d{1,2}\\1\\d{1,2}$|^[（(]?(?:[12]\\d{3}|二[〇○0零ＯO]二[〇○0零一二三四五六七八九ＯO])[\\s\u3000\u00a0]*年[\\s\u3000\u00a0]*[0-9一二三四五六七八九十]{1,3}[\\s\u3000\u00a0]*月[\\s\u3000\u00a0]*[0-9一二三四五六七八九十]{1,3}[\\s\u3000\u00a0]*日?[）)]?$");

    private static final Pattern ATTACHMENT = Pattern.compile("^附[\\s\u3000\u00a0]*件[\\s\u3000\u00a0]*\\d{0,2}[：:]");

    private static final int SHORTEST_PROSE = 10;
    private static final int SHORTEST_SENTENCE = 4;
    private static final int LONGEST_SIGNATURE = 40;

    private BodyBounds() {}

    static Span of(String text, List<TextLine> lines, List<Heading> headings) {
        int first = first(lines, headings);
        if (first < 0) {
            return whole(text, lines);
        }
        int last = last(lines, headings, first);
        return new Span(
                lines.get(first).start(),
                Math.max(lines.get(first).start(), lines.get(last).end()));
    }

    /** The first line of prose, or the first heading where it comes earlier. */
    private static int first(List<TextLine> lines, List<Heading> headings) {
        int prose = 0;
        while (prose < lines.size() && !isProse(lines.get(prose))) {
            prose++;
        }
        int heading = headings.isEmpty() ? lines.size() : headings.get(0).line();
        int first = Math.min(prose, heading);
        return first < lines.size() ? first : -1;
    }

    /** The last line of the report: before the signature and date, else the last line of prose or heading. */
    private static int last(List<TextLine> lines, List<Heading> headings, int first) {
        int lastHeading =
                headings.isEmpty() ? first : headings.get(headings.size() - 1).line();
        int limit = lines.size();
        for (int i = lastHeading; i < limit; i++) {
            if (i > first && closesReport(lines, i)) {
                limit = i;
            }
        }
        int last = limit - 1;
        while (last > first && last > lastHeading && !isContent(lines.get(last))) {
            last--;
        }
        return Math.max(last, first);
    }

    /** A date line, a copy list or an attachment list: nothing of the report stands after it. */
    private static boolean closesReport(List<TextLine> lines, int index) {
        String line = lines.get(index).text();
        return COPY_LIST.matcher(line).find()
                || (line.length() <= LONGEST_SIGNATURE
                        && DATE_LINE.matcher(line).find());
    }

    private static boolean isContent(TextLine line) {
        boolean tableRow = line.text().indexOf('\t') >= 0 && line.text().matches(".*\\d.*");
        return isProse(line)
                || endsSentence(line.text())
                || (tableRow && !FURNITURE.matcher(line.text()).find());
    }

    /** 调解纠纷320件。 is a line of the report however short: a signature has no full stop. */
    private static boolean endsSentence(String text) {
        return text.length() >= SHORTEST_SENTENCE
                && "。；;！".indexOf(text.charAt(text.length() - 1)) >= 0
                && text.codePoints().anyMatch(BodyBounds::isHan)
                && !FURNITURE.matcher(text).find()
                && !COPY_LIST.matcher(text).find()
                && !ATTACHMENT.matcher(text).find();
    }

    private static boolean isProse(TextLine line) {
        String text = line.text();
        if (text.length() < SHORTEST_PROSE || DATE_LINE.matcher(text).find()) {
            return false;
        }
        boolean sentence = text.indexOf('。') >= 0
                || ((text.indexOf('，') >= 0 || text.indexOf(',') >= 0 || text.indexOf('；') >= 0)
                        && text.codePoints().anyMatch(BodyBounds::isHan));
        return sentence
                && !FURNITURE.matcher(head(text)).find()
                && !COPY_LIST.matcher(text).find()
                && !ATTACHMENT.matcher(text).find();
    }

    /** Chrome names itself early in its line; a report may well speak of its 联系电话 in mid paragraph. */
    private static String head(String text) {
        return text.length() > 120 ? text.substring(0, 24) : text;
    }

    private static boolean isHan(int c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** A text without prose and headings: what is no furniture, from the first such line to the last. */
    private static Span whole(String text, List<TextLine> lines) {
        int start = -1;
        int end = -1;
        for (TextLine line : lines) {
            boolean counts = !line.isEmpty()
                    && !FURNITURE.matcher(line.text()).find()
                    && !DATE_LINE.matcher(line.text()).find();
            if (counts) {
                start = start < 0 ? line.start() : start;
                end = line.end();
            }
        }
        return start < 0 ? new Span(0, 0) : new Span(start, Math.min(end, text.length()));
    }
}
