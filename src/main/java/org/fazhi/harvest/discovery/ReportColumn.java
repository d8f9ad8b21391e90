package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A listing's page that is itself a document: its only heading is a title with a year, and sentences stand below it. */
final class ReportColumn {

    /** A list has few sentences outside of its rows: a foot, a hint; a report has many. */
    private static final int FEWEST_SENTENCES = 4;

    private ReportColumn() {}

    /** The page as a row of itself; empty where it is a list. */
    static Optional<Link> of(ListingPage page) {
        List<Element> headings = page.document().select("h1");
        if (headings.size() != 1 || JsonAnswer.is(page)) {
            return Optional.empty();
        }
        String title = LinkTitle.clean(headings.get(0).text());
        boolean isNamed = ReportTitle.year(title).isPresent() && headings.get(0).selectFirst("a[href]") == null;
        return isNamed && sentences(page.document()) >= FEWEST_SENTENCES
                ? Optional.of(new Link(
                        Hrefs.resolve(page.url(), page.url().toString()).orElse(page.url()),
                        title,
                        Optional.empty(),
                        0))
                : Optional.empty();
    }

    private static long sentences(Document document) {
        long all = ends(document.body());
        long linked = document.body().select("a[href]").stream()
                .mapToLong(ReportColumn::ends)
                .sum();
        return all - linked;
    }

    private static long ends(Element element) {
        return element.text().chars().filter(c -> c == '。').count();
    }
}
