package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A list of links with a 下一页 link or numbered pages; what is left when no family is recognised. */
final class PlainDialect implements ListingDialect {

    /** Numbered pagers show some ten pages at a time. */
    private static final int MOST_NUMBERED = 50;

    private static final Pattern NEXT = Pattern.compile("(?i)(?:下一?页|下页|后一页|下一頁|next(?: page)?)[\\s>»›]*");
    private static final Pattern NUMBER = Pattern.compile("[\\[(]?\\s*\\d{1,4}\\s*[\\])]?");

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return true;
    }

    @Override
    public ListingContent read(ListingPage page) {
        return new ListingContent(name(), Rows.read(page.document().body(), page.base()), next(page));
    }

    private static List<ListingRequest> next(ListingPage page) {
        Set<URI> numbered = new LinkedHashSet<>();
        for (Element anchor : page.document().select("a[href]")) {
            String text = anchor.text().strip();
            String label = text.isEmpty() ? anchor.attr("title").strip() : text;
            if (label.length() > 12) {
                continue;
            }
            Optional<URI> url = Hrefs.resolve(page.base(), anchor.attr("href"))
                    .filter(address -> !address.equals(page.url()) && sameHost(address, page.url()));
            if (url.isPresent() && NEXT.matcher(label).matches()) {
                return List.of(ListingRequest.get(url.get(), page.url()));
            }
            if (url.isPresent() && NUMBER.matcher(label).matches() && numbered.size() < MOST_NUMBERED) {
                numbered.add(url.get());
            }
        }
        return numbered.stream().map(url -> ListingRequest.get(url, page.url())).toList();
    }

    private static boolean sameHost(URI a, URI b) {
        return a.getRawAuthority().equalsIgnoreCase(b.getRawAuthority());
    }
}
