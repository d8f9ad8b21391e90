package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.fazhi.reading.strip.StrippedPage.Block;
import org.fazhi.reading.strip.StrippedPage.Cut;
import org.fazhi.text.Span;

/**
 * A page in the making: its lines, which of them are the main content, which of those are cut and why, and what has been
 * read about the page. HTML pages and plain texts are worked on in this one form.
 */
final class PageDraft {

    private static final Pattern NUMBERING = Pattern.compile(
            "[\\s\\u00A0\\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]).*",
            Pattern.DOTALL);
    private static final int LONGEST_HEAD = 60;
    private static final int CUT_LENGTH = 200;

    private final List<PageLine> lines;
    private final int start;
    private final int end;
    private final String[] cutRules;
    private final Map<Integer, Boolean> headChrome = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A draft of a page.
     *
     * @param start index of the first line of the main content
     * @param end index one past its last line
     */
    PageDraft(List<PageLine> lines, int start, int end) {
        this.lines = List.copyOf(lines);
        this.start = start;
        this.end = end;
        this.cutRules = new String[lines.size()];
    }

    int size() {
        return lines.size();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    PageLine line(int index) {
        return lines.get(index);
    }

    String text(int index) {
        return lines.get(index).text();
    }

    boolean isMain(int index) {
        return start <= index && index < end;
    }

    boolean isCut(int index) {
        return !cutRule(index).isEmpty();
    }

    @SuppressWarnings("NullAway") // the array's unset slots
    private String cutRule(int index) {
        return cutRules[index] == null ? "" : cutRules[index];
    }

    /** Cuts a line; the first rule that cuts it is the one recorded. */
    void cut(int index, String rule) {
        if (!isCut(index)) {
            cutRules[index] = rule;
        }
    }

    /** Keeps a value, unless the same was said at the same kind of place before. */
    void say(Field field, String value, Origin origin) {
        Entry entry = new Entry(field, value, origin);
        if (!value.isBlank() && !entries.contains(entry)) {
            entries.add(entry);
        }
    }

    /** The values said so far, in the order said. */
    List<String> said(Field field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .map(Entry::value)
                .toList();
    }

    /** A section heading's numbering, 一、 or （一）, or running prose: the body has begun. */
    boolean isBody(int index) {
        return line(index).isProse() || isNumbered(index);
    }

    boolean isNumbered(int index) {
        return line(index).linkLength() == 0 && NUMBERING.matcher(text(index)).matches();
    }

    /** Index of the first line of the body: title, number, addressee, byline and head chrome stand before it. */
    int headEnd() {
        int limit = Math.min(end, start + LONGEST_HEAD);
        for (int i = start; i < limit; i++) {
            if (!isCut(i) && isBody(i) && !isHeadChrome(i)) {
                return i;
            }
        }
        return limit;
    }

    /** Whether the line is furniture of a page's head; asked of the first lines again and again. */
    boolean isHeadChrome(int index) {
        return headChrome.computeIfAbsent(index, line -> ChromeLines.isHead(text(line)));
    }

    StrippedPage finish(String container) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (int i = start; i < end; i++) {
            if (isCut(i)) {
                String cut = text(i);
                cuts.add(new Cut(cutRule(i), cut.substring(0, Math.min(CUT_LENGTH, cut.length()))));
                continue;
            }
            if (text.length() > 0) {
                text.append('\n');
            }
            int blockStart = text.length();
            text.append(text(i));
            blocks.add(new Block(new Span(blockStart, text.length()), line(i).kind()));
        }
        return new StrippedPage(text.toString(), blocks, new PageMetadata(entries), container, cuts);
    }
}
