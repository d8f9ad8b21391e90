package org.fazhi.reading.strip;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a page's own style rules hide or strike out, as far as a rule names one class or id ({@code .note}, {@code p.note},
 * {@code #note}). Rules inside @media and the like are for other occasions. A page may show by script what its rules hide,
 * so nothing of the length of a paragraph is taken away: losing text is worse than some chrome.
 */
final class PageStyles {

    private static final StyleValues TAKEN_AWAY = new StyleValues(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|text-decoration(?:-line)?\\s*:[^;]*line-through",
            "none",
            "hidden",
            "line-through");

    private static final int LONGEST_SHEET = 200_000;
    private static final int MOST_NAMES = 2_000;
    private static final int LONGEST_HIDDEN = 300;
    private static final int MOST_NODES = 200;

    private final Set<String> classes = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    /** The rules of the style elements under the root. */
    static PageStyles of(Element root) {
        PageStyles styles = new PageStyles();
        int read = 0;
        for (Element sheet : root.getElementsByTag("style")) {
            String rules = sheet.data();
            if (read + rules.length() > LONGEST_SHEET) {
                break;
            }
            read += rules.length();
            styles.read(rules);
        }
        return styles;
    }

    private void read(String sheet) {
        int depth = 0;
        int start = 0;
        String selector = "";
        for (int i = 0; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            if (c == '{') {
                selector = depth == 0 ? sheet.substring(start, i) : selector;
                depth++;
                start = i + 1;
            } else if (c == '}' && depth > 0) {
                depth--;
                if (depth == 0 && selector.indexOf('@') < 0 && TAKEN_AWAY.matches(sheet.substring(start, i))) {
                    add(selector);
                }
                start = i + 1;
            }
        }
    }

    private void add(String selectors) {
        for (String selector :
                selectors.replaceAll("(?s)/\\*.*?\\*/|<!--|-->", "").split(",")) {
            String name = selector.strip();
            int dot = Math.max(name.indexOf('.'), name.indexOf('#'));
            boolean isSimple = dot >= 0
                    && name.substring(dot + 1).matches("[\\w-]{1,60}")
                    && name.substring(0, dot).matches("\\w{0,12}");
            if (isSimple && classes.size() + ids.size() < MOST_NAMES) {
                (name.charAt(dot) == '.' ? classes : ids)
                        .add(name.substring(dot + 1).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether the rules take the element away. */
    boolean hide(Element element) {
        if (classes.isEmpty() && ids.isEmpty() || element.attributesSize() == 0) {
            return false;
        }
        boolean isNamed = ids.contains(element.id().toLowerCase(Locale.ROOT))
                || element.classNames().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(classes::contains);
        return isNamed && isShort(element);
    }

    private static boolean isShort(Element element) {
        int characters = 0;
        int nodes = 0;
        Node node = element;
        while (nodes < MOST_NODES && characters <= LONGEST_HIDDEN) {
            characters +=
                    node instanceof TextNode text ? text.getWholeText().strip().length() : 0;
            nodes++;
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            Node next = node == element ? null : node.nextSibling();
            while (next == null && node != element) {
                Node parent = node.parent();
                if (parent == null || parent == element) {
                    return true;
                }
                node = parent;
                next = node.nextSibling();
            }
            if (next == null) {
                return true;
            }
            node = next;
        }
        return false;
    }
}
