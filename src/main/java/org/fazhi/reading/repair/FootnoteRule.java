package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Removes the raised or lowered digits of a footnote mark, with the brackets around them: 251¹件 are 251. Behind a unit of
 * length they are its power (m²), behind a letter part of a formula, and both stay.
 */
final class FootnoteRule implements RepairRule {

    private static final String SMALL = "[⁰¹²³⁴-⁹₀-₉]";

    private static final Pattern MARK =
            Pattern.compile("(?<![A-Za-zＡ-Ｚａ-ｚ㎡㎞])(?:[\\[［〔(（]" + SMALL + "{1,3}[\\]］〕)）]|" + SMALL + "{1,3})");

    @Override
    public String name() {
        return "footnote_mark";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        if (!mayHave(text)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (mark.start() > 0 && !isPower(text, mark)) {
                edits.add(Edit.remove(mark.start(), mark.end()));
            }
        }
        return edits;
    }

    /** 立方米 is seldom written 米³, but it is. */
    private static boolean isPower(String text, Matcher mark) {
        return text.charAt(mark.start() - 1) == '米' && "²³".contains(mark.group());
    }

    private static boolean mayHave(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '¹' || c == '²' || c == '³' || (c >= '⁰' && c <= '₉')) {
                return true;
            }
        }
        return false;
    }
}
