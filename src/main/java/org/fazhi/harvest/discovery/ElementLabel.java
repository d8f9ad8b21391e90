package org.fazhi.harvest.discovery;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a person reads, or hears, of something to click, and what a click on it runs. */
final class ElementLabel {

    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00a0\\u3000>»›<«‹→←▶▷►◀\\[\\]()（）【】]+");

    /** Pages part the letters of a label to make it wide: 下 一 页. */
    private static final Pattern WIDE = Pattern.compile("(?<=^|\\s)(\\p{IsHan})\\s(?=\\p{IsHan}(?:\\s|$))");

    private static final Pattern NOTHING =
            Pattern.compile("(?i)javascript\\s*:|void\\s*\\(?\\s*0?\\s*\\)?|return\\s+(?:false|true)|[;#\\s]");

    private ElementLabel() {}

    /**
     * The element's own text without arrows and brackets; of a link all of it. Where that is nothing, what the element tells a
     * screen reader or shows under the pointer.
     */
    static String of(Element element) {
        String own = element.normalName().equals("input") ? element.attr("value") : element.ownText();
        String plain = plain(own.isBlank() && element.normalName().equals("a") ? element.text() : own);
        if (!plain.isEmpty()) {
            return plain;
        }
        for (String name : new String[] {"aria-label", "title", "alt"}) {
            String told = plain(element.attr(name));
            if (!told.isEmpty()) {
                return told;
            }
        }
        return "";
    }

    /** The number of the page that a label names: 2, 第2页, 第二页; -1 where it names none. */
    static int page(String label) {
        return PagerWords.bundled()
                .find(PagerSign.PAGE_LABEL, label)
                .map(ElementLabel::number)
                .orElse(-1);
    }

    private static int number(String text) {
        int han = "零一二三四五六七八九十".indexOf(text);
        return han > 0 ? han : Integer.parseInt(text);
    }

    /** What is run on a click; empty where that is nothing. */
    static String call(Element element) {
        String href = element.attr("href").strip();
        boolean isScript = href.regionMatches(true, 0, "javascript:", 0, "javascript:".length());
        String run = element.attr("onclick") + (isScript ? " " + href : "");
        return NOTHING.matcher(run).replaceAll("").isEmpty() ? "" : run;
    }

    /** The text without arrows and brackets, and without blanks between single letters. */
    static String plain(String text) {
        // Longer texts are titles of rows.
        return text.length() > 200
                ? text
                : WIDE.matcher(ORNAMENT.matcher(text).replaceAll(" ").strip()).replaceAll("$1");
    }
}
