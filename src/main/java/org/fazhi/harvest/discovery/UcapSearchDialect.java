package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * UCAP (开普) channels whose rows come from {@code GET /common/search/<channel>} as JSON {@code {data:{total, page, rows,
 * results:[{title, url, publishedTimeStr}]}}}; pages count from 1.
 */
final class UcapSearchDialect implements ListingDialect {

    private static final Pattern SEARCH =
            Pattern.compile("[\"'(]([^\"'\\s?()]{0,200}/common/search/[A-Za-z0-9]{1,40})\\b(\\?[^\"'\\s)]{0,500})?");
    private static final Pattern CHANNEL = Pattern.compile("[0-9a-f]{24,40}");
    private static final Pattern SEARCH_PATH = Pattern.compile(".*/common/search/[A-Za-z0-9]{1,40}");
    private static final int DEFAULT_ROWS = 15;

    @Override
    public String name() {
        return "ucap_search";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return isAnswer(page)
                || SEARCH.matcher(page.body()).find()
                || channelOfShell(page).isPresent();
    }

    /**
     * The channel that the head of a page names whose rows come by a script of another file: it shows no row of its own, and
     * has a place for them.
     */
    private static Optional<String> channelOfShell(ListingPage page) {
        Optional<String> channel = Optional.ofNullable(page.document().selectFirst("meta[name~=(?i)^channelId$]"))
                .map(meta -> meta.attr("content").strip())
                .filter(id -> CHANNEL.matcher(id).matches());
        boolean isShell = channel.isPresent()
                && page.response().request().referrer().isEmpty()
                && Rows.read(page.document().body(), page.base()).stream()
                        .noneMatch(link -> link.date().isPresent());
        return isShell ? channel : Optional.empty();
    }

    @Override
    public ListingContent read(ListingPage page) {
        return isAnswer(page) ? answer(page) : channel(page);
    }

    private static boolean isAnswer(ListingPage page) {
        return SEARCH_PATH.matcher(page.response().request().url().getPath()).matches();
    }

    private ListingContent channel(ListingPage page) {
        List<Link> links = Rows.read(page.document().body(), page.base());
        Matcher search = SEARCH.matcher(page.body());
        boolean isCalled = search.find();
        Optional<String> path =
                isCalled ? Optional.of(search.group(1)) : channelOfShell(page).map(id -> "/common/search/" + id);
        if (path.isEmpty()) {
            return new ListingContent(name(), links, List.of());
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("_pageSize", Integer.toString(DEFAULT_ROWS));
        query.putAll(
                QueryText.parse(isCalled ? Optional.ofNullable(search.group(2)).orElse("") : ""));
        query.put("_isAgg", "true");
        query.put("_isJson", "true");
        query.putIfAbsent("_template", "index");
        query.put("page", "1");
        List<ListingRequest> next = Hrefs.resolve(page.url(), path.get())
                .flatMap(url -> QueryText.with(url, query))
                .map(url -> ListingRequest.get(url, page.url()))
                .stream()
                .toList();
        return new ListingContent(name(), links, next);
    }

    private ListingContent answer(ListingPage page) {
        URI asked = page.response().request().url();
        URI base = page.response().request().referrer().orElse(page.url());
        List<Link> links = new ArrayList<>();
        Optional<JsonNode> data = LenientJson.read(page.body()).map(answer -> answer.path("data"));
        for (JsonNode result : data.map(node -> node.path("results")).stream()
                .flatMap(results -> results.valueStream())
                .toList()) {
            JsonRow.add(
                    links,
                    base,
                    LenientJson.text(result, "url"),
                    LenientJson.text(result, "title"),
                    LenientJson.text(result, "publishedTimeStr", "publishedTime"));
        }
        Map<String, String> query = QueryText.of(asked);
        int number = Math.max(1, QueryText.number(query, "page"));
        int rows =
                data.map(node -> LenientJson.number(node, "rows", DEFAULT_ROWS)).orElse(DEFAULT_ROWS);
        int total = data.map(node -> LenientJson.number(node, "total", 0)).orElse(0);
        boolean hasNext = !links.isEmpty() && (long) number * Math.max(1, rows) < total;
        query.put("page", Integer.toString(number + 1));
        List<ListingRequest> next = hasNext
                ? QueryText.with(asked, query).map(url -> ListingRequest.get(url, base)).stream()
                        .toList()
                : List.of();
        return new ListingContent(name(), links, next);
    }
}
