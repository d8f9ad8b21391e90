package org.fazhi.reading.strip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The longer texts a page keeps where no browser shows them before a script has moved them: textareas, hidden inputs,
 * scripts of text, templates, the strings of its programs' state, and the pages that frames have as an attribute. A text
 * may be wrapped several times: JSON in a string, markup written as entities, an encoded address.
 */
final class KeptTexts {

    /** Characters of a text that is worth a look; titles and labels are shorter. */
    static final int SHORTEST = 100;

    private static final int LONGEST = 3_000_000;

    /** Texts of one page; a state with more articles than this is no article's. */
    static final int MOST = 200;

    /** How often a text may be wrapped. */
    private static final int DEEPEST = 3;

    private static final int LONGEST_TITLE = 300;

    private static final Set<String> TEXT_TYPES = Set.of(
            "text/plain",
            "text/html",
            "text/xml",
            "text/template",
            "text/x-template",
            "text/ng-template",
            "text/x-handlebars",
            "text/x-handlebars-template");

    private static final Pattern TITLE_KEY = Pattern.compile("(?i)\\w{0,20}(?:title|subject|headline)");
    private static final Pattern DATE_KEY =
            Pattern.compile("(?i)(?:display_?)?(?:pub|publish|published|release)_?(?:date|time)");

    private static final Pattern MARKUP = Pattern.compile("(?i)<(?:p|br|div|span|table|section|article|h[1-6])[\\s/>]");
    private static final Pattern ESCAPED_MARKUP = Pattern.compile("(?i)&lt;(?:p|br|div|span|table|h[1-6])\\b");

    /** What encodeURIComponent leaves of Chinese. */
    private static final Pattern ENCODED = Pattern.compile("[\\w.~!*'()%-]++");

    /**
     * One text.
     *
     * @param text markup or plain lines
     * @param at the element that keeps it
     * @param title what the state calls it; empty where it does not
     * @param date of its publication as the state has it; empty where it has none
     */
    record Kept(String text, Element at, String title, String date) {

        boolean isMarkup() {
            return MARKUP.matcher(text).find();
        }
    }

    private final List<Kept> texts = new ArrayList<>();

    private KeptTexts() {}

    static List<Kept> of(Document document) {
        KeptTexts kept = new KeptTexts();
        for (Element element :
                document.select("textarea, input[type=hidden][value], iframe[srcdoc], script, template, noscript")) {
            kept.add(element);
        }
        return kept.texts;
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "textarea" -> add(element.wholeText(), element, "", "", 0);
            case "input" -> add(element.attr("value"), element, "", "", 0);
            case "iframe" -> add(element.attr("srcdoc"), element, "", "", 0);
            case "script" -> {
                if (TEXT_TYPES.contains(element.attr("type").strip().toLowerCase(Locale.ROOT))) {
                    add(element.data(), element, "", "", 0);
                } else if (element.data().length() >= SHORTEST) {
                    addState(element.data(), element, 0);
                }
            }
            default -> add(element.html(), element, "", "", 0);
        }
    }

    private void add(String raw, Element at, String title, String date, int depth) {
        if (raw.length() < SHORTEST || raw.length() > LONGEST || texts.size() == MOST) {
            return;
        }
        String text = raw.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            if (depth < DEEPEST) {
                addState(text, at, depth + 1);
            }
        } else if (text.indexOf('%') >= 0 && ENCODED.matcher(text).matches()) {
            texts.add(new Kept(unescaped(decoded(text)), at, title, date));
        } else {
            texts.add(new Kept(unescaped(text), at, title, date));
        }
    }

    /** Every longer string of the state; a shorter one of the same object may be its title or its date. */
    private void addState(String script, Element at, int depth) {
        List<ScriptStrings.Literal> literals = ScriptStrings.in(script);
        Map<Integer, String> titles = new HashMap<>();
        Map<Integer, String> dates = new HashMap<>();
        for (ScriptStrings.Literal literal : literals) {
            if (literal.value().length() > LONGEST_TITLE) {
                continue;
            }
            if (TITLE_KEY.matcher(literal.key()).matches()) {
                titles.putIfAbsent(literal.object(), literal.value());
            } else if (DATE_KEY.matcher(literal.key()).matches()) {
                dates.putIfAbsent(literal.object(), literal.value());
            }
        }
        for (ScriptStrings.Literal literal : literals) {
            String title = titles.getOrDefault(literal.object(), "");
            add(literal.value(), at, title, dates.getOrDefault(literal.object(), ""), depth);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String unescaped(String text) {
        return ESCAPED_MARKUP.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }
}
