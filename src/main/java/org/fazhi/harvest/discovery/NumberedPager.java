package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The links of a pager whose labels are numbers of pages: {@code [1] 2 3 … 8}.
 *
 * <p>A pager leaves pages out. Where the addresses of its numbers follow one plain pattern, the addresses of those pages are
 * known; else they are named by the pagers of later pages, and what stands behind the gap waits for them: the last page,
 * read too soon, may end the walk.
 */
final class NumberedPager {

    /** No more pages of a list are read; farther ones have no use. */
    private static final int MOST_PAGES = ListingWalk.MOST_PAGES;

    private static final int MOST_LINKS = 200;

    /** Ids and dates in addresses are numbers too; what is tried is bounded. */
    private static final int MOST_NUMBERS_IN_ADDRESS = 12;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern GAP = Pattern.compile("…|⋯|\\.{2,}|···");

    private final ListingPage page;
    private final Map<Integer, Set<URI>> linked = new TreeMap<>();
    private final Set<Integer> shown = new TreeSet<>();
    private boolean hasGap;

    /** Where the number stands in the address: {@code index_} number + offset {@code .html}. */
    private record Template(String head, int offset, String tail) {

        Optional<URI> page(URI base, int number) {
            return Hrefs.resolve(base, head + (number + offset) + tail);
        }

        boolean fits(int number, URI address) {
            return address.toString().equals(head + (number + offset) + tail);
        }
    }

    private NumberedPager(ListingPage page) {
        this.page = page;
    }

    static NumberedPager of(ListingPage page) {
        NumberedPager pager = new NumberedPager(page);
        int links = 0;
        for (Element anchor : page.document().select("a[href]")) {
            String label = PlainDialect.label(anchor);
            int number = PagerWords.bundled().tells(PagerSign.YEAR_LABEL, label) ? 0 : ElementLabel.page(label);
            if (number >= 1 && links++ < MOST_LINKS) {
                pager.link(number, anchor);
            }
        }
        return pager;
    }

    private void link(int number, Element anchor) {
        shown.add(number);
        Hrefs.resolve(page.base(), anchor.attr("href"))
                .filter(url -> !url.equals(page.url()) && PlainDialect.sameHost(url, page.url()))
                .ifPresent(url -> linked.computeIfAbsent(number, each -> new LinkedHashSet<>())
                        .add(url));
        // The page that is read is one of the numbers, and often no link.
        Element box = anchor.parent();
        Element wrap = box != null && box.childrenSize() == 1 ? box : anchor;
        for (Element beside : List.of(anchor, wrap)) {
            own(beside.previousElementSibling());
            own(beside.nextElementSibling());
        }
        hasGap = hasGap || box != null && GAP.matcher(text(wrap.parent())).find();
    }

    private static String text(@org.jspecify.annotations.Nullable Element element) {
        String text = element == null ? "" : element.text();
        return text.length() > 1_000 ? "" : text;
    }

    private void own(@org.jspecify.annotations.Nullable Element beside) {
        if (beside != null && beside.select("a[href]").isEmpty()) {
            int number = ElementLabel.page(ElementLabel.plain(beside.text()));
            if (number >= 1) {
                shown.add(number);
            }
        }
    }

    /** The pages to ask for, the next first. */
    List<URI> next() {
        Optional<Template> template = template();
        List<URI> next = new ArrayList<>();
        int last = 0;
        for (int number : shown) {
            boolean isWhole = template.isPresent() && number <= MOST_PAGES;
            for (int between = Math.max(last + 1, 2); between < number && isWhole; between++) {
                template.get().page(page.url(), between).ifPresent(next::add);
            }
            // The number of the page that is read may stand in a field.
            boolean isOwnBetween = last > 0 && number == last + 2 && !hasGap && !isOwnShown();
            if (isWhole || number <= Math.max(last + 1, 2) || isOwnBetween) {
                next.addAll(linked.getOrDefault(number, Set.of()));
            }
            last = number;
        }
        return next.stream().filter(url -> !url.equals(page.url())).distinct().toList();
    }

    private boolean isOwnShown() {
        return shown.stream().anyMatch(number -> !linked.containsKey(number));
    }

    /** The greatest number that is a link; 0 where there is none. */
    int last() {
        return linked.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The one pattern that the addresses of all numbers but 1 follow, of which there are two at least. */
    private Optional<Template> template() {
        Map<Integer, URI> later = new TreeMap<>();
        for (Map.Entry<Integer, Set<URI>> entry : linked.entrySet()) {
            if (entry.getValue().size() > 1) {
                return Optional.empty();
            }
            if (entry.getKey() > 1) {
                later.put(entry.getKey(), entry.getValue().iterator().next());
            }
        }
        if (later.size() < 2) {
            return Optional.empty();
        }
        Map.Entry<Integer, URI> first = later.entrySet().iterator().next();
        List<Template> fitting = templates(first.getKey(), first.getValue().toString()).stream()
                .filter(template ->
                        later.entrySet().stream().allMatch(each -> template.fits(each.getKey(), each.getValue())))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Pages are counted from 0 or from 1. */
    private static List<Template> templates(int number, String address) {
        List<Template> templates = new ArrayList<>();
        Matcher found = NUMBER.matcher(address);
        for (int tried = 0; tried < MOST_NUMBERS_IN_ADDRESS && found.find(); tried++) {
            int offset = Integer.parseInt(found.group()) - number;
            if ((offset == 0 || offset == -1) && !found.group().startsWith("0")) {
                templates.add(
                        new Template(address.substring(0, found.start()), offset, address.substring(found.end())));
            }
        }
        return templates;
    }
}
