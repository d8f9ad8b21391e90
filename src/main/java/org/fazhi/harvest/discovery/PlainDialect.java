package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
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

    private static final int MOST_LISTS = 8;

    /** Not a number that a script turns into an address. */
    private static final Pattern ADDRESS = Pattern.compile("[/?=.]");

    private static final int LONGEST_LABEL = 12;

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
        if (JsonAnswer.is(page)) {
            return JsonAnswer.read(page, name());
        }
        List<Link> rows = new ArrayList<>(Rows.read(page.document().body(), page.base()));
        rows.addAll(page.hiddenRows().asRows(rows.size()));
        List<ListingRequest> labelled = labelled(page);
        ListingContent content = new ListingContent(name(), rows, labelled.size() == 1 ? labelled : List.of());
        // Several lists, each with a next page of its own.
        return labelled.isEmpty()
                ? new ListingContent(name(), rows, next(page))
                : labelled.size() == 1 ? content : content.besides(labelled);
    }

    /** The pages that labels call the next, one for each list of the page. */
    private static List<ListingRequest> labelled(ListingPage page) {
        Set<String> seen = new HashSet<>();
        return page.document().select("a[href]").stream()
                .filter(PlainDialect::isNext)
                .flatMap(anchor -> Hrefs.resolve(page.base(), anchor.attr("href")).stream())
                .filter(url -> !url.equals(page.url()) && sameHost(url, page.url()))
                .filter(url -> seen.add(String.valueOf(url.getRawSchemeSpecificPart())))
                .limit(MOST_LISTS)
                .map(url -> ListingRequest.get(url, page.url()))
                .toList();
    }

    private static boolean isNext(Element anchor) {
        String label = label(anchor);
        return label.length() <= LONGEST_LABEL
                && (PagerWords.bundled().tells(PagerSign.NEXT_LABEL, label)
                        || anchor.attr("rel").equalsIgnoreCase("next"));
    }

    private static List<ListingRequest> next(ListingPage page) {
        Set<URI> numbered = new LinkedHashSet<>(page.numbers().next());
        List<URI> arrows = arrows(page);
        if (arrows.size() == 1) {
            return List.of(ListingRequest.get(arrows.get(0), page.url()));
        }
        numbered.addAll(arrows);
        page.next()
                .filter(url -> !url.equals(page.url()) && sameHost(url, page.url()))
                .ifPresent(numbered::add);
        for (Element option : page.document().select("select option[value]")) {
            Hrefs.resolve(page.base(), option.attr("value"))
                    .filter(address -> ADDRESS.matcher(option.attr("value")).find()
                            && NUMBER.matcher(option.text().strip()).matches()
                            && !address.equals(page.url())
                            && sameHost(address, page.url())
                            && numbered.size() < MOST_NUMBERED)
                    .ifPresent(numbered::add);
        }
        return numbered.stream().map(url -> ListingRequest.get(url, page.url())).toList();
    }

    /** Where the arrows below the rows lead. */
    private static List<URI> arrows(ListingPage page) {
        return page.arrows().stream()
                .filter(arrow -> ElementLabel.call(arrow).isEmpty())
                .flatMap(arrow -> Hrefs.resolve(page.base(), arrow.attr("href")).stream())
                .filter(url -> !url.equals(page.url()) && sameHost(url, page.url()))
                .distinct()
                .limit(MOST_NUMBERED)
                .toList();
    }

    /** What is written on it; of an arrow or a picture what it tells beside. */
    static String label(Element anchor) {
        String text = ElementLabel.plain(anchor.text().strip());
        String told = text.isEmpty() ? ElementLabel.of(anchor) : text;
        return !told.isEmpty()
                ? told
                : Optional.ofNullable(anchor.selectFirst("img[alt]"))
                        .map(image -> ElementLabel.plain(image.attr("alt")))
                        .orElse("");
    }

    static boolean sameHost(URI a, URI b) {
        return a.getRawAuthority().equalsIgnoreCase(b.getRawAuthority());
    }
}
