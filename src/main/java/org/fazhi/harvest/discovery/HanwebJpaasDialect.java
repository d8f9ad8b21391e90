package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * Hanweb columns served by jpaas: the pager's element carries {@code count}, {@code rows} and {@code queryData}; the
 * pages come as JSON {@code {success, data:{html}}} and turn only by {@code paramJson={"pageNo":N,"pageSize":"15"}},
 * for a bare {@code pageNo} is not looked at.
 */
final class HanwebJpaasDialect implements ListingDialect {

    private static final String UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit";
    private static final Pattern UNIT_ADDRESS =
            Pattern.compile("[\"']([^\"'\\s?]{0,200}/jpaas-publish-server/front/page/build/unit)\\b");
    private static final Pattern COLUMN = Pattern.compile("/col/col(\\d{1,12})/");
    private static final int DEFAULT_ROWS = 15;
    private static final int MOST_BLOCKS = 10;

    @Override
    public String name() {
        return "hanweb_jpaas";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return isAnswer(page)
                || (page.body().contains("jpaas-publish-server")
                        && !pagers(page).isEmpty());
    }

    @Override
    public ListingContent read(ListingPage page) {
        return isAnswer(page) ? answer(page) : column(page);
    }

    private static boolean isAnswer(ListingPage page) {
        return page.response().request().url().getPath().endsWith("/front/page/build/unit");
    }

    private ListingContent column(ListingPage page) {
        List<Link> links = Rows.read(page.document().body(), page.base());
        boolean showsRows = links.stream().anyMatch(link -> link.date().isPresent());
        List<List<ListingRequest>> series = new ArrayList<>();
        for (Element pager : pagers(page)) {
            series.add(pages(page, pager, showsRows ? 2 : 1));
        }
        return ListingContent.ofSeries(name(), links, series);
    }

    private static List<Element> pagers(ListingPage page) {
        return page.document().select("[querydata]").stream().limit(MOST_BLOCKS).toList();
    }

    private static List<ListingRequest> pages(ListingPage page, Element pager, int first) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("parseType", "bulidstatic");
        query.put("pageType", "column");
        Matcher column = COLUMN.matcher(page.url().getPath());
        LenientJson.read(pager.attr("querydata"))
                .ifPresent(data -> data.properties().stream()
                        .limit(20)
                        .forEach(field ->
                                query.put(field.getKey(), field.getValue().asString(""))));
        if (column.find()) {
            query.putIfAbsent("pageId", column.group(1));
        }
        int rows = number(pager.attr("rows"), DEFAULT_ROWS);
        int count = number(pager.attr("count"), 0);
        Matcher address = UNIT_ADDRESS.matcher(page.body());
        Optional<URI> unit = Hrefs.resolve(page.url(), address.find() ? address.group(1) : UNIT);
        // Without a count the walk ends at the first page that is empty or repeats.
        int last = count == 0 ? ListingWalk.MOST_PAGES : Math.min(ListingWalk.MOST_PAGES, (count + rows - 1) / rows);
        List<ListingRequest> requests = new ArrayList<>();
        for (int number = first; unit.isPresent() && number <= last; number++) {
            request(unit.get(), query, number, rows, page.url()).ifPresent(requests::add);
        }
        return requests;
    }

    private ListingContent answer(ListingPage page) {
        URI base = page.response().request().referrer().orElse(page.url());
        String html = LenientJson.read(page.body())
                .map(answer -> answer.path("data"))
                .map(HanwebJpaasDialect::html)
                .orElse("");
        return new ListingContent(
                name(), Rows.read(Jsoup.parseBodyFragment(html).body(), base), List.of());
    }

    private static String html(JsonNode data) {
        return data.isString() ? data.asString("") : LenientJson.text(data, "html");
    }

    private static Optional<ListingRequest> request(
            URI unit, Map<String, String> query, int number, int size, URI referrer) {
        Map<String, String> whole = new LinkedHashMap<>(query);
        whole.put("paramJson", "{\"pageNo\":" + number + ",\"pageSize\":\"" + size + "\"}");
        return QueryText.with(unit, whole).map(url -> ListingRequest.get(url, referrer));
    }

    private static int number(String text, int absent) {
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : absent;
    }
}
