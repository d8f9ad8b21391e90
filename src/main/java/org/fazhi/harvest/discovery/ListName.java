package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page calls the list that it shows. All pages of a list call it the same; a server that answers with its front page,
 * or with another column, calls that something else.
 *
 * @param column as the head names it (ColumnName, of the national standard for government sites)
 * @param path the line that says where in the site it stands, 当前位置：首页 &gt; 法治政府
 * @param title of the document
 * @param heading the only one of the first order
 */
public record ListName(
        Optional<String> column, Optional<String> path, Optional<String> title, Optional<String> heading) {

    static final ListName NONE = new ListName(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LONGEST = 200;

    /** The path is one of the first things on a page; it is looked for no further. */
    private static final int MOST_ELEMENTS = 5_000;

    /** Numbers of pages, and what parts the words. */
    private static final Pattern NOT_NAME = Pattern.compile("第?[\\d０-９]+页?|[\\s\\p{P}\\p{S}\\u00a0\\u3000]+");

    static ListName of(ListingPage page) {
        Document document = page.document();
        Optional<String> column = Optional.ofNullable(document.selectFirst("meta[name~=(?i)^ColumnName$]"))
                .map(meta -> meta.attr("content"));
        Optional<String> path = document.body().getAllElements().stream()
                .limit(MOST_ELEMENTS)
                .filter(each -> PagerWords.bundled().tells(PagerSign.PATH_LINE, short_(each.ownText())))
                .findFirst()
                .flatMap(ListName::line);
        List<Element> headings = document.select("h1");
        return new ListName(
                column.flatMap(ListName::bare),
                path.flatMap(ListName::bare),
                bare(document.title()),
                headings.size() == 1 ? bare(headings.get(0).text()) : Optional.empty());
    }

    /** True where one of them is what a column of the genre's reports is called. */
    boolean isOfGenre() {
        return Stream.of(column, path, title, heading)
                .flatMap(Optional::stream)
                .anyMatch(DoubtfulTitles.bundled()::namesColumn);
    }

    /** Its line: the words of the label may stand in an element of their own. */
    private static Optional<String> line(Element label) {
        Element parent = label.parent();
        Element line =
                label.selectFirst("a") == null && parent != null && parent.selectFirst("a") != null ? parent : label;
        String text = line.text();
        return text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }

    private static String short_(String text) {
        return text.length() <= LONGEST ? text : "";
    }

    private static Optional<String> bare(String text) {
        String name = NOT_NAME.matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST))
                .replaceAll("");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** True where both say what they are, and say different things; of several sayings the more particular counts. */
    boolean contradicts(ListName other) {
        return contradiction(column, other.column)
                .or(() -> contradiction(path, other.path))
                .or(() -> contradiction(title, other.title))
                .orElse(false);
    }

    private static Optional<Boolean> contradiction(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(!one.equals(other)) : Optional.empty();
    }
}
