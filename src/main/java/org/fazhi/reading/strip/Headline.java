package org.fazhi.reading.strip;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.fazhi.reading.strip.StrippedPage.BlockKind;

/**
 * Finds the headline over the text: one line, or several that a designer broke (某县人民政府关于 / 2022年度…的报告). It stays in
 * the text where it stands inside the main content.
 */
final class Headline {

    private static final int LONGEST_PART = 60;
    private static final int LONGEST = 120;
    private static final int MOST_PARTS = 4;

    /** How far above the main content a page prints its headline. */
    private static final int REACH = 40;

    private static final Pattern GENRE = Pattern.compile(".*(?:法治|法制|依法行政|依法治).*(?:报告|報告|总结|總結|情况|情況|汇报|小结|综述|白皮书|自查)"
            + "(?:[暨和及与].{2,20}(?:思路|计划|打算|安排|要点|谋划))?(?:[（(].{1,20}[)）])?");
    private static final Pattern OFFICIAL = Pattern.compile(
            ".*(?:关于|關於|关於|關于).*(?:报告|報告|总结|總結|情况|情況|通知|意见|決定|决定|公告|通报|汇报|方案|批复|函|公示|规定|办法|要点)(?:[（(].{1,20}[)）])?");
    private static final Pattern REPORT = Pattern.compile(".{4,}(?:报告|報告|总结|總結)(?:[（(].{1,20}[)）])?");
    private static final Pattern NEEDS_FRONT =
            Pattern.compile("(?:关于|關於|关於|關于|的|和|暨|及|[12]\\d{3}年|[二][〇○零]..年|法治|依法|报告|工作报告).*");
    private static final Pattern WANTS_MORE = Pattern.compile(".*(?:关于|關於|关於|關于|的|和|及|暨|印发|推进|落实)");
    private static final Pattern CONTINUES = Pattern.compile("(?:的.{0,10}(?:报告|報告|总结|總結|情况|情況)|报告|工作报告|报告的通知|的通知)");

    /** At least one of these stands in the last line of every title the patterns above accept. */
    private static final String KEY_CHARACTERS = "告结結况況知见意定公报汇案复函示规办要综白自小";

    private Headline() {}

    /**
     * Says the headline, if there is one.
     *
     * @param hints what the page's head calls the article, most trusted first
     */
    static void read(PageDraft draft, List<String> hints) {
        int headEnd = Math.min(draft.headEnd(), draft.end());
        int from = Math.max(0, draft.start() - REACH);
        byHint(draft, from, headEnd, hints)
                .or(() -> nearestAbove(draft, from))
                .or(() -> inHead(draft, headEnd))
                .or(() -> byTag(draft, from, headEnd))
                .ifPresent(title -> draft.say(Field.TITLE, title, Origin.HEADLINE));
    }

    /** The lines whose text, joined, is what the head calls the article. */
    private static Optional<String> byHint(PageDraft draft, int from, int to, List<String> hints) {
        for (String hint : hints) {
            String wanted = PageLine.compact(hint);
            for (int i = from; i < to && wanted.length() >= 8; i++) {
                if (!wanted.startsWith(PageLine.compact(draft.text(i)))) {
                    continue;
                }
                StringBuilder joined = new StringBuilder();
                for (int k = i; k < Math.min(to, i + MOST_PARTS) && isPart(draft, k); k++) {
                    joined.append(draft.text(k));
                    if (wanted.equals(PageLine.compact(joined))) {
                        return Optional.of(joined.toString());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nearestAbove(PageDraft draft, int from) {
        for (int i = draft.start() - 1; i >= from; i--) {
            Optional<String> title = mayEnd(draft.text(i)) && isPart(draft, i)
                    ? assemble(draft, i, from, draft.start())
                    : Optional.empty();
            if (title.isPresent() && GENRE.matcher(title.get()).matches()) {
                return title;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inHead(PageDraft draft, int headEnd) {
        for (int i = draft.start(); i < headEnd; i++) {
            Optional<String> title = mayEnd(draft.text(i)) && isPart(draft, i)
                    ? assemble(draft, i, draft.start(), headEnd)
                    : Optional.empty();
            if (title.isPresent()) {
                return title;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> byTag(PageDraft draft, int from, int to) {
        for (int i = Math.min(to, draft.size()) - 1; i >= from; i--) {
            if (isPart(draft, i)
                    && draft.line(i).kind() == BlockKind.HEADING
                    && draft.text(i).length() >= 8) {
                return Optional.of(draft.text(i));
            }
        }
        return Optional.empty();
    }

    /** A cheap look before the patterns: titles speak of a report, a summary, law or a matter (关于). */
    private static boolean mayEnd(String text) {
        return text.length() <= LONGEST_PART && KEY_CHARACTERS.chars().anyMatch(c -> text.indexOf(c) >= 0);
    }

    private static boolean isPart(PageDraft draft, int index) {
        String text = draft.text(index);
        return !draft.isCut(index)
                && text.length() <= LONGEST_PART
                && draft.line(index).linkLength() * 2 <= text.length()
                && !draft.isNumbered(index)
                && text.indexOf('。') < 0
                && text.indexOf('\t') < 0
                && !text.endsWith("：")
                && !text.endsWith(":")
                && DocumentNumber.atStart(text).isEmpty()
                && !draft.isHeadChrome(index);
    }

    /** The title that ends at {@code last}, with the lines before it that belong to it and a short line after it. */
    private static Optional<String> assemble(PageDraft draft, int last, int from, int to) {
        String title = draft.text(last);
        if (last + 1 < to
                && isPart(draft, last + 1)
                && CONTINUES.matcher(draft.text(last + 1)).matches()) {
            title += draft.text(last + 1);
        }
        int first = last;
        while (first > from && last - first < MOST_PARTS && precedes(draft, first - 1, title)) {
            first--;
            title = draft.text(first) + title;
        }
        return isTitle(title) && title.length() <= LONGEST ? Optional.of(title) : Optional.empty();
    }

    /** The line at {@code index} is the front part of the title that goes on with {@code rest}. */
    private static boolean precedes(PageDraft draft, int index, String rest) {
        String text = PageLine.compact(draft.text(index));
        if (!isPart(draft, index) || isTitle(text)) {
            return false;
        }
        return WANTS_MORE.matcher(text).matches()
                || (NEEDS_FRONT.matcher(PageLine.compact(rest)).matches() && OrganName.matches(text))
                || (isHeading(draft, index) && isHeading(draft, index + 1) && !text.endsWith("文件"));
    }

    private static boolean isHeading(PageDraft draft, int index) {
        return draft.line(index).kind() == BlockKind.HEADING;
    }

    private static boolean isTitle(String text) {
        String compact = PageLine.compact(text);
        return compact.length() >= 8
                && (GENRE.matcher(compact).matches()
                        || OFFICIAL.matcher(compact).matches()
                        || REPORT.matcher(compact).matches());
    }
}
