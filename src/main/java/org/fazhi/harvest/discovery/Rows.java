package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads the rows of a listing from its markup, whatever its classes are called: a row is the widest element around a
 * link that holds no other link, and its date stands in it beside the link.
 */
final class Rows {

    /** A page that links more than this is no listing; the rest is left. */
    private static final int MOST_ANCHORS = 5_000;

    /** Rows wrap their link in a few elements; climbing further leads out of the list. */
    private static final int ROW_DEPTH = 8;

    /** A row with a metadata table in it has a few hundred characters; more is a page around one link. */
    private static final int ROW_LENGTH = 2_000;

    /** Shorter texts are navigation: 首页, 更多, 打印. */
    private static final int SHORTEST_TITLE = 5;

    /** Undated links beside dated rows are rows where they are as long as a title, else navigation. */
    private static final int UNDATED_TITLE = 12;

    private static final String CHROME =
            "nav, header, footer, [role=navigation], [class~=(?i)(?:^|[\\s_-])(?:breadcrumbs?|weizhi|footer)(?:$|[\\s_-])], [id~=(?i)^(footer|header|nav)$]";

    /** In place of an address; no href reads so, since attributes hold no NUL. */
    private static final String SEVERAL = "\0";

    private Rows() {}

    /** A link with the element that is its row. */
    private record Found(Link link, Element row) {}

    /** The rows below {@code scope}, each address once unless for another year, in the order of the page. */
    static List<Link> read(Element scope, URI base) {
        Set<Element> chrome = new HashSet<>(scope.select(CHROME));
        // An article, which may be a row, has a head of its own.
        chrome.removeIf(each -> each.normalName().equals("header") && each.closest("article, li") != null);
        Map<Element, String> links = links(scope);
        Map<URI, Found> found = new HashMap<>();
        List<Found> rows = new ArrayList<>();
        for (Element anchor :
                scope.select("a[href]").stream().limit(MOST_ANCHORS).toList()) {
            String href = anchor.attr("href");
            Optional<URI> url = Hrefs.ofRow(base, SharedAddress.isRoute(href) ? base.toString() : href);
            if (url.isEmpty() || isInside(anchor, chrome)) {
                continue;
            }
            Element row = row(anchor, links);
            String shown = LinkTitle.of(anchor);
            String title = PagerWords.bundled().tells(PagerSign.ROW_LINK, shown) ? titleBeside(row, anchor) : shown;
            if (title.length() < SHORTEST_TITLE) {
                continue;
            }
            Optional<LocalDate> date = date(row, anchor);
            boolean showsDay = date.isEmpty() && showsDay(row, anchor);
            Found each = new Found(new Link(url.get(), title, date, 0, showsDay), row);
            Found known = found.putIfAbsent(url.get(), each);
            if (known == null || SharedAddress.isAnother(known.link(), each.link())) {
                rows.add(each);
            }
        }
        return listed(rows);
    }

    private static List<Link> listed(List<Found> found) {
        Set<Element> lists = new HashSet<>();
        for (Found each : found) {
            Element parent = each.row().parent();
            if (each.link().isDated() && parent != null) {
                lists.add(parent);
            }
        }
        List<Link> links = new ArrayList<>();
        for (Found each : found) {
            Link link = each.link();
            Element parent = each.row().parent();
            boolean isRow = lists.isEmpty()
                    || link.isDated()
                    || link.title().length() >= UNDATED_TITLE
                    || (parent != null && lists.contains(parent));
            if (isRow) {
                links.add(new Link(link.url(), link.title(), link.date(), links.size(), link.showsDay()));
            }
        }
        return links;
    }

    private static boolean isInside(Element anchor, Set<Element> elements) {
        return !elements.isEmpty() && anchor.parents().stream().anyMatch(elements::contains);
    }

    private static Element row(Element anchor, Map<Element, String> links) {
        Element row = anchor;
        for (int depth = 0; depth < ROW_DEPTH; depth++) {
            Element parent = row.parent();
            if (parent == null || parent.normalName().equals("body") || holdsAnother(parent, anchor, links)) {
                break;
            }
            row = parent;
        }
        return row;
    }

    /** An element outside of the scope is not looked into and counts as one of several links. */
    private static boolean holdsAnother(Element element, Element anchor, Map<Element, String> links) {
        return !anchor.attr("href").equals(links.getOrDefault(element, SEVERAL));
    }

    /**
     * What each element around a link links to: one address, or {@link #SEVERAL}. One pass upwards over the page, so that
     * no number of empty elements beside a link is looked through again for each.
     */
    private static Map<Element, String> links(Element scope) {
        Map<Element, String> links = new IdentityHashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {}

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            if (element.normalName().equals("a") && element.hasAttr("href")) {
                                links.merge(element, element.attr("href"), Rows::joined);
                            }
                            Element parent = element.parent();
                            String own = links.get(element);
                            if (own != null && parent != null && element != scope) {
                                links.merge(parent, own, Rows::joined);
                            }
                        }
                    }
                },
                scope);
        return links;
    }

    private static String joined(String one, String other) {
        return one.equals(other) ? one : SEVERAL;
    }

    /** Of a link that says only what a click does, the longest text of its row; empty where the row has no date. */
    private static String titleBeside(Element row, Element anchor) {
        if (row.text().length() > ROW_LENGTH || date(row, anchor).isEmpty()) {
            return "";
        }
        String title = "";
        for (Element each : row.getAllElements()) {
            String own = LinkTitle.clean(each.ownText());
            boolean isLonger = own.length() > title.length()
                    && each != anchor
                    && !each.parents().contains(anchor);
            title = isLonger ? own : title;
        }
        return title;
    }

    /** A month and a day beside the link. */
    private static boolean showsDay(Element row, Element anchor) {
        String text = row == anchor ? "" : row.text();
        return text.length() <= ROW_LENGTH && RowDate.isDay(beside(text, anchor.text()));
    }

    private static Optional<LocalDate> date(Element row, Element anchor) {
        String text = row.text();
        if (text.length() > ROW_LENGTH) {
            text = text.substring(0, ROW_LENGTH);
        }
        String inside = anchor.text();
        return RowDate.last(beside(text, inside)).or(() -> RowDate.last(inside));
    }

    /** The text of a row without that of its link. */
    private static String beside(String text, String inside) {
        return inside.isEmpty() ? text : text.replaceFirst(Pattern.quote(inside), " ");
    }
}
