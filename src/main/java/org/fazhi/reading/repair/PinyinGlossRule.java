package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Removes pinyin glosses, whole, cut short ({@code 領(lǐ}) or with broken bytes inside ({@code 領(l\uFFFDng)}), in texts
 * that show the pattern at all. Toneless ones go only behind a traditional character: (min) or (a) may be an author's.
 */
final class PinyinGlossRule implements RepairRule {

    private static final String BROKEN = "[a-zü" + Pinyin.TONED + "]{0,5}[\\uFFFD?]{1,3}" + Pinyin.LETTER + "{0,5}";

    private static final Pattern GLOSS = Pattern.compile("(?<=\\p{IsHan})(?:"
            + "[(（](?:" + Pinyin.TONED_SYLLABLE + "[ '’]?){1,4}[)）]?"
            + "|[(（](?=[^)）]{0,8}[a-zü" + Pinyin.TONED + "])" + BROKEN + "[)）]"
            + "|(?<bare>[(（][a-z]{1,6}(?:[)）]|(?=[\\p{IsHan}，。、；：“”《》,.;:\\n]|$))))");

    @Override
    public String name() {
        return "pinyin_gloss";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        if (!Pinyin.isGlossed(text)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = GLOSS.matcher(text);
        while (matcher.find()) {
            boolean isBare = matcher.group("bare") != null;
            if (!isBare || Simplified.isTraditional(text.charAt(matcher.start() - 1))) {
                edits.add(Edit.remove(matcher.start(), matcher.end()));
            }
        }
        return edits;
    }
}
