package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.text.Radicals;
import org.fazhi.text.Span;

/**
 * Characters that only look like the ones they stand for: radicals for ideographs (⾏ for 行), ㈠ for （一）, and the middle
 * and small dots that serve as a decimal point (93·6%).
 */
final class GlyphRule implements RepairRule {

    private static final String POINTS = "﹒・·";
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final char FIRST_BRACKETED = '㈠';
    private static final char LAST_BRACKETED = '㈩';

    /** Behind the decimals of a measure; 12·4 and 3·15 are days. */
    private static final String MEASURES = "%％﹪‰万亿个";

    private static final int MOST_DECIMALS = 6;

    @Override
    public String name() {
        return "glyph";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        List<Edit> edits = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            char folded = Radicals.fold(c);
            if (folded != c) {
                run.append(folded);
                continue;
            }
            if (run.length() > 0) {
                edits.add(new Edit(new Span(i - run.length(), i), run.toString()));
                run.setLength(0);
            }
            if (c >= FIRST_BRACKETED && c <= LAST_BRACKETED) {
                edits.add(new Edit(new Span(i, i + 1), "（" + NUMERALS.charAt(c - FIRST_BRACKETED) + "）"));
            } else if (POINTS.indexOf(c) >= 0 && isDecimalPoint(text, i)) {
                edits.add(new Edit(new Span(i, i + 1), "."));
            }
        }
        return edits;
    }

    private static boolean isDecimalPoint(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= MOST_DECIMALS && isDigit(text.charAt(end))) {
            end++;
        }
        boolean isBetween = at > 0 && isDigit(text.charAt(at - 1)) && end > at + 1;
        return isBetween && (text.charAt(at) == '﹒' || end < text.length() && MEASURES.indexOf(text.charAt(end)) >= 0);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }
}
