package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * 博达 VSB lists. Static ones count their pages down: after {@code fzzf.htm} comes {@code fzzf/12.htm}, the last is
 * {@code fzzf/1.htm}; older ones are {@code list.jsp} with {@code a<n>t} (pages) and {@code a<n>p} (current page). Where
 * the pager shows no link, the number of pages stands in {@code _simple_list_gotopage_fun(pages, …)}.
 */
final class VsbDialect implements ListingDialect {

    private static final Pattern GO_TO_PAGE = Pattern.compile("_simple_list_gotopage_fun\\s{0,4}\\(\\s{0,4}(\\d{1,5})");
    private static final Pattern QUERY_PAGE = Pattern.compile("(?:^|&)(a\\d{1,8})t=(\\d{1,5})(?:&|$)");
    private static final Pattern MARK =
            Pattern.compile("Visual SiteBuilder|_sitegray|/system/resource/js/|\\bp_pages\\b");
    private static final Pattern NEXT = Pattern.compile("下一?页[\\s>»›]*");
    private static final Pattern LATER_PAGE = Pattern.compile("(.*)/(\\d{1,5})\\.(s?html?)");
    private static final Pattern FIRST_PAGE = Pattern.compile("(.*)\\.(s?html?)");

    @Override
    public String name() {
        return "vsb";
    }

    @Override
    public boolean recognises(ListingPage page) {
        boolean hasPager = GO_TO_PAGE.matcher(page.body()).find()
                || page.document().selectFirst(".p_pages, .p_next, [id^=fanye]") != null;
        return hasPager && MARK.matcher(page.body()).find()
                || GO_TO_PAGE.matcher(page.body()).find();
    }

    @Override
    public ListingContent read(ListingPage page) {
        List<ListingRequest> next = linked(page)
                .or(() -> byQuery(page))
                .or(() -> countedDown(page))
                .filter(url -> !url.equals(page.url()))
                .map(url -> ListingRequest.get(url, page.url()))
                .stream()
                .toList();
        return new ListingContent(name(), Rows.read(page.document().body(), page.base()), next);
    }

    private static Optional<URI> linked(ListingPage page) {
        for (Element anchor : page.document().select("a[href]")) {
            if (anchor.text().length() < 12
                    && NEXT.matcher(anchor.text().strip()).matches()) {
                return Hrefs.resolve(page.base(), anchor.attr("href"));
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> byQuery(ListingPage page) {
        String own = Optional.ofNullable(page.url().getRawQuery()).orElse("");
        Matcher pages = QUERY_PAGE.matcher(own);
        if (!pages.find()) {
            return Optional.empty();
        }
        Map<String, String> query = new LinkedHashMap<>(QueryText.parse(own));
        String key = pages.group(1) + "p";
        int current = Math.max(1, QueryText.number(query, key));
        if (current >= Integer.parseInt(pages.group(2))) {
            return Optional.empty();
        }
        query.put(key, Integer.toString(current + 1));
        return QueryText.with(page.url(), query);
    }

    private static Optional<URI> countedDown(ListingPage page) {
        Matcher pages = GO_TO_PAGE.matcher(page.body());
        if (!pages.find() || page.url().getRawQuery() != null) {
            return Optional.empty();
        }
        int count = Integer.parseInt(pages.group(1));
        String path = Optional.ofNullable(page.url().getRawPath()).orElse("/");
        Matcher later = LATER_PAGE.matcher(path);
        if (later.matches() && Integer.parseInt(later.group(2)) <= count) {
            int number = Integer.parseInt(later.group(2)) - 1;
            return number >= 1 ? page(page, later.group(1), number, later.group(3)) : Optional.empty();
        }
        Matcher first = FIRST_PAGE.matcher(path);
        return first.matches() && count > 1 ? page(page, first.group(1), count - 1, first.group(2)) : Optional.empty();
    }

    private static Optional<URI> page(ListingPage page, String stem, int number, String extension) {
        return Hrefs.resolve(page.url(), String.format(Locale.ROOT, "%s/%d.%s", stem, number, extension));
    }
}
