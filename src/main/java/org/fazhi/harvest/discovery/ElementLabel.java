package org.fazhi.harvest.discovery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a person reads, or hears, of something to click, and what a click on it runs. */
final class ElementLabel {

    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00a0\\u3000>»›<«‹→←▶▷►◀\\[\\]()（）【】]+");

    /** Pages part the letters of a label to make it wide: 下 一 页. */
    private static final Pattern WIDE = Pattern.compile("(?<=^|\\s)(\\p{IsHan})\\s(?=\\p{IsHan}(?:\\s|$))");

    private static final Pattern NOTHING =
            Pattern.compile("(?i)javascript\\s*:|void\\s*\\(?\\s*0?\\s*\\)?|return\\s+(?:false|true)|[;#\\s]");

    /** A label and what makes it live are a few elements apart. */
    private static final int NEAR = 2;

    private static final Pattern ADDRESS_IN_CALL = Pattern.compile(
            "[\"'](/[^\"'\\s]{1,300}|https?:[^\"'\\s]{1,300}|[^\"'\\s]{1,200}\\.(?:s?html?|jspx?|do|aspx?|php)[^\"'\\s]{0,200})[\"']");

    private static final Pattern ADDRESS_PART = Pattern.compile(
            "https?://.*|.*[/?].*|.*[\\w-]=|.*\\.(?:s?html?|jspx?|do|aspx?|php)(?:\\?.*)?|[\\w-]{1,40}_");

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

    /** The first address that a call names, as it stands there. */
    static Optional<String> addressIn(String call) {
        Matcher named = ADDRESS_IN_CALL.matcher(call);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** True for a text that may be a part of an address, as against a word. */
    static boolean isAddressPart(String text) {
        return ADDRESS_PART.matcher(text).matches();
    }

    /** The element that a click on a label is for: itself, or one close around it that has an address or a call. */
    static Element clicked(Element element) {
        Element around = element;
        for (int up = 0; up <= NEAR && around != null; up++) {
            if (around.hasAttr("onclick") || !around.attr("href").isBlank()) {
                return around;
            }
            around = around.parent();
        }
        return element;
    }

    /** The text without arrows and brackets, and without blanks between single letters. */
    static String plain(String text) {
        // Longer texts are titles of rows.
        return text.length() > 200
                ? text
                : WIDE.matcher(ORNAMENT.matcher(text).replaceAll(" ").strip()).replaceAll("$1");
    }
}
