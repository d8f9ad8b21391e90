package org.fazhi.reading.repair;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.text.Span;

/**
 * Traditional to simplified characters, one for one, by HanLP's dictionary and rules of our own for what mirrors make of
 * characters that were one in simplified Chinese (复 → 覆, 着 → 著). Only texts that are traditional as a whole are touched:
 * a rare name on a simplified page stays.
 */
final class TraditionalRule implements RepairRule {

    /**
     * Share of ideographs outside simplified Chinese from which a text counts as traditional. Traditional prose has a
     * quarter to a third of them; a simplified report stays below one in a thousand, names included.
     */
    private static final double LEAST_SHARE = 0.05;

    /** 覆 where it stands for 复 (覆议, 答覆); its own words keep it. */
    private static final Pattern FU = Pattern.compile("(?<!颠|倾|翻|地|被)覆(?![盖灭没辙膜土被顶])");

    /** 著 where it stands for 着 (著力, 围绕著); its own words keep it. */
    private static final Pattern ZHE = Pattern.compile("(?<![显卓名编原土专论遗译巨昭合撰])著(?![作名称述书录者])");

    @Override
    public String name() {
        return "traditional";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        return isTraditional(text) ? differences(text, simplify(text)) : List.of();
    }

    private static boolean isTraditional(String text) {
        int han = 0;
        int traditional = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            han += Simplified.isHan(c) ? 1 : 0;
            traditional += Simplified.isTraditional(c) ? 1 : 0;
        }
        return traditional > 0 && traditional >= LEAST_SHARE * han;
    }

    private static String simplify(String text) {
        String simplified = HanLP.t2s(text);
        if (simplified.length() != text.length()) {
            // A phrase changed its length: character by character the text stays aligned.
            StringBuilder aligned = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                String one = HanLP.t2s(text.substring(i, i + 1));
                aligned.append(one.length() == 1 ? one.charAt(0) : text.charAt(i));
            }
            simplified = aligned.toString();
        }
        return replaceEach(replaceEach(simplified, FU, '复'), ZHE, '着');
    }

    private static String replaceEach(String text, Pattern pattern, char replacement) {
        StringBuilder replaced = new StringBuilder(text);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            replaced.setCharAt(matcher.start(), replacement);
        }
        return replaced.toString();
    }

    private static List<Edit> differences(String before, String after) {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        while (i < before.length()) {
            int start = i;
            while (i < before.length() && before.charAt(i) != after.charAt(i)) {
                i++;
            }
            if (i > start) {
                edits.add(new Edit(new Span(start, i), after.substring(start, i)));
            } else {
                i++;
            }
        }
        return edits;
    }
}
