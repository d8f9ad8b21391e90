package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.StrippedPage.BlockKind;

/**
 * Plain text (a saved page's text, the text of a PDF or Word file) to main content and page metadata. Lines are kept as
 * they are but for the white space at their ends, so that every line of the result stands in the text given.
 */
public final class TextStripper {

    /** Characters of the longest text read; the longest report known has some sixty thousand. */
    static final int LONGEST_TEXT = 5_000_000;

    /** As {@link #strip(String, String)}, of a text that was one from the start. */
    public StrippedPage strip(String text) {
        return strip(text, "plain_text");
    }

    /**
     * Strips one text.
     *
     * @param container the result's
     * @throws UnreadablePageException where the text holds no report to read
     */
    public StrippedPage strip(String text, String container) {
        if (text.length() > LONGEST_TEXT) {
            throw new UnreadablePageException(
                    Reason.TOO_LARGE, "expected at most " + LONGEST_TEXT + " characters, got " + text.length());
        }
        List<PageLine> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = lineEnd(text, start);
            String line = PageLine.trim(text.substring(start, end));
            if (!line.isEmpty()) {
                lines.add(new PageLine(line, kind(line), 0));
            }
            start = end + 1;
        }
        PageDraft draft = new PageDraft(lines, 0, lines.size());
        return PageReading.read(draft, List.of(), container);
    }

    private static BlockKind kind(String line) {
        return line.indexOf('\t') >= 0 ? BlockKind.TABLE_ROW : BlockKind.PARAGRAPH;
    }

    private static int lineEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029') {
                return i;
            }
        }
        return text.length();
    }
}
