package org.fazhi.reading.figures;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Role;
import org.fazhi.reading.outline.Section;
import org.fazhi.text.Span;

/** The parts of a report that speak of the coming year: plan sections, and what follows 下一步… elsewhere. */
final class PlanStretches {

    /** Characters of a paragraph in which it says that it looks ahead. */
    private static final int OPENING = 24;

    /** A year is ahead where it is the one after the report's. */
    private static final Pattern AHEAD = Pattern.compile("^[\\s\u3000\u00a0]*(?:[一二三四五六七八九十]{1,3}是|同时|接下来|在)?[，,]?"
            + "(?:下一?步|下一?阶段|下一年度?|下年度|明年|来年|今后|(\\d{1,5})年)");

    private final BitSet planned;

    private PlanStretches(BitSet planned) {
        this.planned = planned;
    }

    static PlanStretches of(Outline outline, int reportYear) {
        BitSet planned = new BitSet();
        for (Section section : outline.sections()) {
            if (section.role() == Role.PLAN) {
                planned.set(section.span().start(), section.span().end());
            }
        }
        String text = outline.text();
        Span body = outline.body();
        int line = body.start();
        while (line < body.end()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? body.end() : Math.min(newline, body.end());
            boolean looksAhead =
                    !planned.get(line) && looksAhead(text.substring(line, Math.min(end, line + OPENING)), reportYear);
            if (looksAhead) {
                int sectionEnd =
                        outline.sectionAt(line).map(s -> s.span().end()).orElse(body.end());
                planned.set(line, Math.max(sectionEnd, line));
            }
            line = end + 1;
        }
        return new PlanStretches(planned);
    }

    private static boolean looksAhead(String opening, int reportYear) {
        Matcher ahead = AHEAD.matcher(opening);
        return ahead.find() && (ahead.group(1) == null || ahead.group(1).equals(String.valueOf(reportYear + 1)));
    }

    boolean holds(int offset) {
        return planned.get(offset);
    }
}
