package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.strip.PageMetadata;

/** Drops the indent of a line and the blanks at its end: ideographic, no-break and plain spaces. */
final class IndentRule implements RepairRule {

    @Override
    public String name() {
        return "indent";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && isSpace(text.charAt(i))) {
                i++;
            }
            boolean opensLine = start == 0 || text.charAt(start - 1) == '\n';
            boolean endsLine = i == text.length() || text.charAt(i) == '\n';
            if (i > start && (opensLine || endsLine)) {
                edits.add(Edit.remove(start, i));
            }
            i = Math.max(i, start + 1);
        }
        return edits;
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u00A0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u202F';
    }
}
