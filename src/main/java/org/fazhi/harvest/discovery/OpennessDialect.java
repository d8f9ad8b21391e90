package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The disclosure lists of Anhui and Inner Mongolia: {@code /OpennessContent/showList/<body>/<category>/page_<n>.html},
 * counted from 1, also as {@code BranchOpennessContent}; the last page is told by 共N页 or by the pager's links.
 */
final class OpennessDialect implements ListingDialect {

    private static final Pattern LIST = Pattern.compile(
            "(.*/(?:Branch)?OpennessContent/(?:branch_)?showList/\\d{1,9}/\\d{1,9}/)page_(\\d{1,5})\\.html");
    private static final Pattern PAGES = Pattern.compile("共\\s{0,4}(\\d{1,5})\\s{0,4}页");

    @Override
    public String name() {
        return "openness";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return LIST.matcher(page.url().getPath()).matches();
    }

    @Override
    public ListingContent read(ListingPage page) {
        Matcher own = LIST.matcher(page.url().getPath());
        Optional<URI> next = Optional.empty();
        if (own.matches()) {
            int number = Integer.parseInt(own.group(2));
            next = number < last(page, own.group(1))
                    ? Hrefs.resolve(page.url(), own.group(1) + "page_" + (number + 1) + ".html")
                    : Optional.empty();
        }
        return new ListingContent(
                name(),
                Rows.read(page.document().body(), page.base()),
                next.map(url -> ListingRequest.get(url, page.url())).stream().toList());
    }

    private static int last(ListingPage page, String folder) {
        Matcher pages = PAGES.matcher(page.document().text());
        int last = pages.find() ? Integer.parseInt(pages.group(1)) : 0;
        for (Element anchor : page.document().select("a[href*=page_]")) {
            String path = Hrefs.resolve(page.base(), anchor.attr("href"))
                    .map(URI::getPath)
                    .orElse("");
            Matcher linked = LIST.matcher(path);
            if (linked.matches() && linked.group(1).equals(folder)) {
                last = Math.max(last, Integer.parseInt(linked.group(2)));
            }
        }
        return last;
    }
}
