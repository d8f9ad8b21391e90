package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.discovery.ScriptAddress.Use;
import org.fazhi.harvest.discovery.ScriptTokens.Kind;
import org.fazhi.harvest.discovery.ScriptTokens.Token;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Turns what a click opens into links, where the address can be read: {@code onclick="location.href='/1.html'"},
 * {@code onclick="open(7)"} with {@code function open(n) { location.href = '/x?id=' + n }} in a script of the page, an
 * address named to a function of another file, {@code data-url="/1.html"}. Rows and pagers are then read as any others.
 */
final class ScriptLinks {

    /** Each is looked at with its call. */
    private static final int MOST = 2_000;

    private static final int LONGEST_CALL = 500;
    private static final int MOST_VALUES = 10;

    /** Of rows and their cells; in a larger element the link is one of several things. */
    private static final int LONGEST_ROW = 400;

    private static final int SHORTEST_TITLE = 8;

    private final Document document;
    private final URI base;
    private final List<ScriptAddress> addresses;

    private ScriptLinks(Document document, URI base, List<ScriptAddress> addresses) {
        this.document = document;
        this.base = base;
        this.addresses = addresses;
    }

    static void show(Document document, URI base, List<ScriptAddress> addresses) {
        new ScriptLinks(document, base, addresses).show();
    }

    private void show() {
        List<Element> clicked =
                document
                        .select("[onclick], a[href^=javascript:], a[href^=JavaScript:], [data-url], [data-href]")
                        .stream()
                        .limit(MOST)
                        .toList();
        for (Element element : clicked) {
            boolean isLink = element.normalName().equals("a")
                    && Hrefs.resolve(base, element.attr("href")).isPresent()
                    && !element.attr("href").isBlank();
            if (!isLink
                    && !PagerWords.bundled().isOff(element)
                    && !element.normalName().equals("body")
                    && element.text().length() <= LONGEST_ROW) {
                address(element).ifPresent(address -> link(element, address));
            }
        }
    }

    private Optional<String> address(Element element) {
        String call = ElementLabel.call(element);
        Optional<String> named = call.isEmpty()
                ? Optional.of(element.attr("data-url"))
                        .filter(url -> !url.isBlank())
                        .or(() -> Optional.of(element.attr("data-href")))
                        .filter(ElementLabel::isAddressPart)
                : call.length() <= LONGEST_CALL ? ofCall(element, call) : Optional.empty();
        return named.filter(address -> Hrefs.resolve(base, address).isPresent());
    }

    private Optional<String> ofCall(Element element, String call) {
        List<Token> tokens = ScriptTokens.of(withoutScheme(call));
        for (ScriptAddress own : ScriptAddresses.of(tokens)) {
            if (own.use() == Use.GO && own.whole().isPresent()) {
                return own.whole();
            }
        }
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).kind() == Kind.NAME && tokens.get(at + 1).isMark("(")) {
                Optional<String> given = given(tokens.get(at).text(), values(tokens, at + 2));
                if (given.isPresent()) {
                    return given;
                }
            }
        }
        return isTitleOrTurn(element) ? ElementLabel.addressIn(call) : Optional.empty();
    }

    private static String withoutScheme(String call) {
        String text = call.strip();
        return text.regionMatches(true, 0, "javascript:", 0, "javascript:".length())
                ? text.substring("javascript:".length())
                : text;
    }

    /** The values of a call, each a literal or nothing. */
    private static List<String> values(List<Token> tokens, int from) {
        List<String> values = new ArrayList<>();
        int at = from;
        while (values.size() < MOST_VALUES && !ScriptTokens.get(tokens, at).isMark(")") && at < tokens.size()) {
            Token value = tokens.get(at);
            values.add(value.isLiteral() ? value.text() : "");
            at++;
            if (!ScriptTokens.get(tokens, at).isMark(",")) {
                break;
            }
            at++;
        }
        return values;
    }

    private Optional<String> given(String name, List<String> values) {
        String function = name.substring(name.lastIndexOf('.') + 1);
        List<ScriptAddress> of = addresses.stream()
                .filter(address -> address.use() == Use.GO && address.function().equals(function))
                .toList();
        boolean isFirst = !values.isEmpty() && values.get(0).equals("1");
        Optional<String> whole =
                of.stream().flatMap(address -> address.whole().stream()).findFirst();
        if (isFirst && whole.isPresent()) {
            // The first page has an address without a number.
            return whole;
        }
        List<String> found = of.stream()
                .filter(address -> address.whole().isEmpty())
                .flatMap(address -> address.given(values).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isTitleOrTurn(Element element) {
        String label = ElementLabel.of(element);
        PagerWords words = PagerWords.bundled();
        return element.text().length() >= SHORTEST_TITLE
                || words.tells(PagerSign.TURN_LABEL, label)
                || words.tells(PagerSign.NEXT_LABEL, label)
                || ElementLabel.page(label) >= 0;
    }

    private void link(Element element, String address) {
        if (element.select("a[href]").stream()
                .anyMatch(inner -> inner != element
                        && Hrefs.resolve(base, inner.attr("href")).isPresent())) {
            return;
        }
        if (element.normalName().equals("a")) {
            element.attr("href", address);
            element.removeAttr("onclick");
            return;
        }
        Element link = new Element("a").attr("href", address);
        if (element.normalName().equals("input") || element.normalName().equals("button")) {
            element.replaceWith(link.text(ElementLabel.of(element)));
            return;
        }
        Element title = title(element);
        List<Node> inside = new ArrayList<>(title.childNodes());
        inside.forEach(link::appendChild);
        title.appendChild(link);
        element.removeAttr("onclick");
        element.removeAttr("data-url");
        element.removeAttr("data-href");
    }

    /** The part of a row with the most text of its own: a row may hold its date besides. */
    private static Element title(Element row) {
        Element title = row;
        int longest = row.ownText().length();
        for (Element each : row.getAllElements()) {
            if (each.ownText().length() > longest) {
                longest = each.ownText().length();
                title = each;
            }
        }
        return title;
    }
}
