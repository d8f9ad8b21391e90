package org.fazhi.harvest.fetch;

import java.util.regex.Pattern;

/**
 * Tells from a text alone whether it breaks off. A body that ends with its connection and states no length is whole by RFC 9112
 * §8 whatever happened on the way, so that only what it says itself can tell.
 */
final class WholeText {

    private static final Pattern HTML = Pattern.compile("(?i)<html[\\s>]");
    private static final Pattern BODY_END = Pattern.compile("(?i)</(?:html|body)\\s{0,9}>");
    private static final Pattern LIST = Pattern.compile("(?i)<(?:ul|ol|dl|table|tbody)[\\s>]");
    private static final Pattern LIST_END = Pattern.compile("(?i)</(?:ul|ol|dl|table|tbody)\\s{0,9}>");
    private static final Pattern IN_TAG = Pattern.compile("(?s)<[a-zA-Z/!][^<>]{0,2000}$");
    private static final Pattern XML =
            Pattern.compile("(?s)^\\s{0,99}<(\\?xml|urlset|sitemapindex|rss|datastore)\\b.*");
    private static final Pattern XML_END = Pattern.compile("(?s).*</[\\w:.-]{1,60}\\s{0,9}>\\s{0,999}$");

    private WholeText() {}

    /**
     * True for a page that is opened and not closed, or that ends within a tag; for JSON whose brackets stay open; for a part
     * of a page whose lists stay open.
     */
    static boolean breaksOff(String text) {
        String bare = text.strip();
        if (bare.startsWith("{") || bare.startsWith("[")) {
            return isOpenJson(bare);
        }
        if (IN_TAG.matcher(bare.substring(Math.max(0, bare.length() - 2_001))).find()) {
            return true;
        }
        if (HTML.matcher(bare).find()) {
            return !BODY_END.matcher(bare).find();
        }
        if (XML.matcher(bare).matches()) {
            return !XML_END.matcher(bare.substring(Math.max(0, bare.length() - 1_200)))
                    .matches();
        }
        return LIST.matcher(bare).results().count()
                > LIST_END.matcher(bare).results().count();
    }

    private static boolean isOpenJson(String text) {
        int depth = 0;
        boolean isInText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInText) {
                i += c == '\\' ? 1 : 0;
                isInText = c != '"';
            } else if (c == '"') {
                isInText = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return isInText || depth > 0;
    }
}
