package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.text.HalfWidth;
import org.fazhi.text.Span;

/**
 * Full-width digits, and the full-width letters, points and percent signs that touch a digit, become half-width (Unicode
 * block Halfwidth and Fullwidth Forms: the code less FEE0). Chinese punctuation stays.
 */
final class FullWidthRule implements RepairRule {

    @Override
    public String name() {
        return "full_width";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        List<Edit> edits = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isFolded(text, i)) {
                run.append(HalfWidth.of(text.charAt(i)));
            } else if (run.length() > 0) {
                edits.add(new Edit(new Span(i - run.length(), i), run.toString()));
                run.setLength(0);
            }
        }
        return edits;
    }

    private static boolean isFolded(String text, int i) {
        char c = text.charAt(i);
        if (c >= '０' && c <= '９') {
            return true;
        }
        boolean afterDigit = i > 0 && isDigit(text.charAt(i - 1));
        boolean beforeDigit = i + 1 < text.length() && isDigit(text.charAt(i + 1));
        if (c == '％') {
            return afterDigit
                    || i > 0 && Character.isSpaceChar(text.charAt(i - 1)) && i > 1 && isDigit(text.charAt(i - 2));
        }
        if (c == '．' || c == '＋') {
            return afterDigit && beforeDigit;
        }
        boolean isLetter = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
        return isLetter && (afterDigit || beforeDigit);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }
}
