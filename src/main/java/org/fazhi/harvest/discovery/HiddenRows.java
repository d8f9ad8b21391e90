package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.select.NodeTraversor;

/**
 * Rows that a page holds and does not show: in templates, in fields of text, in scripts that are none, in the data of scripts,
 * in comments. A script shows them, with others or without, or nobody does; so what is shown may be a part of the list.
 */
final class HiddenRows {

    /** A page has a handful of such places. */
    private static final int MOST_PLACES = 50;

    private static final int LONGEST_PLACE = 500_000;
    private static final int MOST_IN_CODE = 2_000;
    private static final Pattern MARKUP = Pattern.compile("(?i)<a\\s");
    private static final Pattern TEXT_SCRIPT =
            Pattern.compile("(?i)text/(?!(?:java|ecma|j|live)script).*|.*template.*");

    private final ListingPage page;
    private final Map<URI, Link> rows = new LinkedHashMap<>();
    private final Set<URI> shown = new HashSet<>();
    private boolean isWithdrawn;
    private boolean isTooLong;
    private int places;

    private HiddenRows(ListingPage page) {
        this.page = page;
    }

    static HiddenRows of(ListingPage page) {
        HiddenRows hidden = new HiddenRows(page);
        page.document().select("a[href]").stream()
                .filter(anchor -> anchor.closest("template") == null)
                .forEach(anchor ->
                        Hrefs.resolve(page.base(), anchor.attr("href")).ifPresent(hidden.shown::add));
        page.document().select("template").forEach(each -> hidden.take(Rows.read(each, page.base())));
        page.document().select("textarea").forEach(each -> hidden.read(each.wholeText()));
        page.document().select("script[type]").stream()
                .filter(each -> TEXT_SCRIPT.matcher(each.attr("type").strip()).matches())
                .forEach(each -> hidden.read(each.data()));
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Comment comment) {
                        hidden.withdraw(comment.getData());
                    }
                },
                page.document());
        return hidden;
    }

    /** The rows with a date that no link of the page shows and that a script may, in the order of the page. */
    List<Link> asRows(int first) {
        List<Link> links = new ArrayList<>();
        for (Link row : rows.values()) {
            links.add(new Link(row.url(), row.title(), row.date(), first + links.size()));
        }
        return links;
    }

    /** True where the page holds rows that it does not show. */
    boolean areThere() {
        return !rows.isEmpty() || isWithdrawn || isTooLong || isInCode();
    }

    private void read(String text) {
        take(rows(text));
    }

    /** What stands in a comment nobody shows; it may be a row that was taken out, or one that a script puts in. */
    private void withdraw(String text) {
        isWithdrawn = isWithdrawn
                || rows(text).stream().anyMatch(row -> row.date().isPresent() && !shown.contains(row.url()));
    }

    private List<Link> rows(String text) {
        if (!MARKUP.matcher(text).find() || places++ >= MOST_PLACES) {
            isTooLong = isTooLong || places > MOST_PLACES;
            return List.of();
        }
        isTooLong = isTooLong || text.length() > LONGEST_PLACE;
        return text.length() > LONGEST_PLACE
                ? List.of()
                : Rows.read(Jsoup.parseBodyFragment(text, page.url().toString()).body(), page.base());
    }

    private void take(List<Link> links) {
        links.stream()
                .filter(row -> row.date().isPresent() && !shown.contains(row.url()))
                .forEach(row -> rows.putIfAbsent(row.url(), row));
    }

    private boolean isInCode() {
        return PagerWords.bundled().all(PagerSign.ROW_IN_CODE, page.script(), MOST_IN_CODE).stream()
                .flatMap(address -> Hrefs.resolve(page.base(), address.replace("\\/", "/")).stream())
                .anyMatch(url -> !shown.contains(url));
    }
}
