package org.fazhi.reading.figures;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.text.Span;

/**
 * Where a number is part of a name: inside 《…》, inside quotation marks, inside the 〔…〕 of a document number. A mark
 * that is not closed on its own line within a name's length opens nothing, so one stray 《 does not hide a page.
 */
final class QuotedNames {

    /** Longest title of a regulation or notice in 《》; the longest seen run to about 90 characters. */
    private static final int LONGEST_TITLE = 150;

    /** Longest slogan or name in quotation marks; beyond it the marks hold speech, whose figures count. */
    private static final int LONGEST_NAME = 48;

    private static final String OPENING = "《〈“‘「『〔﹝【";
    private static final String CLOSING = "》〉”’」』〕﹞】";

    private QuotedNames() {}

    /** The stretches of {@code within} in which no figure stands; in order, without overlap. */
    static List<Span> in(String text, Span within) {
        List<Span> names = new ArrayList<>();
        int at = within.start();
        while (at < within.end()) {
            char c = text.charAt(at);
            int kind = c == '"' ? OPENING.length() : OPENING.indexOf(c);
            int end = kind < 0 ? -1 : closing(text, at, kind, within.end());
            if (end > at) {
                names.add(new Span(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return names;
    }

    /** One past the mark that closes the one at {@code from}, or -1. */
    private static int closing(String text, int from, int kind, int limit) {
        char open = text.charAt(from);
        char close = open == '"' ? '"' : CLOSING.charAt(kind);
        int reach = Math.min(limit, from + 2 + (kind < 2 ? LONGEST_TITLE : LONGEST_NAME));
        int depth = 0;
        for (int i = from + 1; i < reach; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return -1;
            }
            if (c == close) {
                if (depth == 0) {
                    return i + 1;
                }
                depth--;
            } else if (c == open) {
                depth++;
            }
        }
        return -1;
    }
}
