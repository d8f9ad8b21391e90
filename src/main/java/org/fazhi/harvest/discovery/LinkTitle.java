package org.fazhi.harvest.discovery;

import java.util.regex.Pattern;
import org.fazhi.text.BoundedText;
import org.jsoup.nodes.Element;

/** The whole title of a link: sites cut the shown text and keep the rest in the title attribute. */
final class LinkTitle {

    /** Longer ones are whole paragraphs wrapped in a link. */
    private static final int MAX_LENGTH = 300;

    private static final Pattern SHORTENED = Pattern.compile("(?:…+|\\.{2,}|。{2,}|·{3,})\\s*$");
    private static final Pattern BULLET = Pattern.compile("^[\\s·•●○◆■□▪►▶>\\-–—]{1,8}");
    private static final Pattern DATE_AT_EDGE = Pattern.compile(
            "^\\s*[\\[(（【]?\\s*\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*[])）】]?|[\\[(（【]?\\s*\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\s*[])）】]?\\s*$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");

    private LinkTitle() {}

    static String of(Element anchor) {
        String shown = clean(anchor.text());
        String attribute = attribute(anchor, shown);
        boolean isWhole = !shown.isEmpty() && !isShortened(shown);
        if (attribute.isEmpty()) {
            return shown;
        }
        if (!isWhole) {
            return attribute;
        }
        return attribute.length() > shown.length() && attribute.startsWith(shown) ? attribute : shown;
    }

    /** True for a title that the page shows with an ellipsis at its end. */
    static boolean isShortened(String title) {
        return SHORTENED.matcher(title).find();
    }

    /** The attribute may hold several lines (title, date, clicks): the one that begins like the shown text counts. */
    private static String attribute(Element anchor, String shown) {
        String stem = SHORTENED.matcher(shown).replaceFirst("");
        String first = "";
        for (String line : anchor.attr("title").split("[\\r\\n]+", 20)) {
            String cleaned = clean(line);
            if (!stem.isEmpty() && cleaned.startsWith(stem)) {
                return cleaned;
            }
            if (first.isEmpty()) {
                first = cleaned;
            }
        }
        return first;
    }

    static String clean(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ").strip();
        String cut = BoundedText.of(spaced, MAX_LENGTH);
        String dated = DATE_AT_EDGE.matcher(cut).replaceAll(" ");
        return BULLET.matcher(dated).replaceFirst("").strip();
    }
}
