package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Sitemaps (sitemaps.org protocol 0.9) and indexes of them, followed on their own host. The title is taken from the news
 * extension or Baidu's {@code display}; an entry without one is listed with an empty title.
 */
final class SitemapDialect implements ListingDialect {

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_SITEMAPS = 50;

    @Override
    public String name() {
        return "sitemap";
    }

    @Override
    public boolean recognises(ListingPage page) {
        String body = page.body();
        String start = body.substring(0, Math.min(1_000, body.length())).toLowerCase(Locale.ROOT);
        return !start.contains("<html") && (start.contains("<urlset") || start.contains("<sitemapindex"));
    }

    @Override
    public ListingContent read(ListingPage page) {
        Document xml = Jsoup.parse(page.body(), "", Parser.xmlParser());
        List<Link> links = new ArrayList<>();
        for (Element entry : xml.select("url").stream().limit(MOST_ENTRIES).toList()) {
            String title = Optional.ofNullable(entry.selectFirst("news|title, display > title, data title"))
                    .map(Element::text)
                    .orElse("");
            JsonRow.add(links, page.url(), text(entry, "loc"), title, text(entry, "lastmod"));
        }
        List<List<ListingRequest>> series = new ArrayList<>();
        for (Element sitemap :
                xml.select("sitemap").stream().limit(MOST_SITEMAPS).toList()) {
            Hrefs.resolve(page.url(), text(sitemap, "loc"))
                    .filter(url -> sameHost(url, page.url()))
                    .ifPresent(url -> series.add(List.of(ListingRequest.get(url, page.url()))));
        }
        return ListingContent.ofSeries(name(), links, series);
    }

    private static String text(Element element, String name) {
        return Optional.ofNullable(element.selectFirst(name))
                .map(Element::text)
                .map(String::strip)
                .orElse("");
    }

    private static boolean sameHost(URI a, URI b) {
        return a.getRawAuthority().equalsIgnoreCase(b.getRawAuthority());
    }
}
