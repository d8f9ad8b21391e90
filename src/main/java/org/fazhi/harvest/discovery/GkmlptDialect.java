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
 * Guangdong's disclosure platform: {@code <base>/gkmlpt/index} carries the tree of categories in
 * {@code window._CONFIG}, a JavaScript literal; the documents of a category come as JSON from
 * {@code <base>/gkmlpt/api/all/<category>?page=N&sid=SID}. A server may hold fewer rows than {@code post_count} says.
 *
 * <p>Of the tree the categories are asked whose name speaks of law-based government or of yearly reports; where none
 * does, all that hold documents themselves, up to a bound.
 */
final class GkmlptDialect implements ListingDialect {

    private static final Pattern API = Pattern.compile("(.*/gkmlpt)/api/all/(\\d{1,9})");
    private static final Pattern SID = Pattern.compile("[\"']?\\bSID[\"']?\\s{0,4}:\\s{0,4}[\"']?(\\d{1,12})");
    private static final Pattern TREE = Pattern.compile("[\"']?\\bTREE[\"']?\\s{0,4}:\\s{0,4}(?=\\[)");
    private static final Pattern WANTED = Pattern.compile("法治|依法行政|依法治|年度报告|工作报告|工作总结|规划总结|总结");
    private static final int MOST_CATEGORIES = 40;
    private static final int MOST_NODES = 2_000;
    private static final int MOST_DEPTH = 12;

    private record Category(String id, String name, int documents, boolean hasChildren) {}

    @Override
    public String name() {
        return "gkmlpt";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return API.matcher(page.response().request().url().getPath()).matches()
                || (page.script().contains("_CONFIG")
                        && TREE.matcher(page.script()).find()
                        && page.body().contains("gkmlpt"));
    }

    @Override
    public ListingContent read(ListingPage page) {
        Matcher api = API.matcher(page.response().request().url().getPath());
        return api.matches() ? category(page) : index(page);
    }

    private ListingContent index(ListingPage page) {
        Matcher sid = SID.matcher(page.script());
        Matcher tree = TREE.matcher(page.script());
        if (!sid.find() || !tree.find()) {
            return new ListingContent(name(), List.of(), List.of());
        }
        List<Category> all = new ArrayList<>();
        LenientJson.read(page.script().substring(tree.end())).ifPresent(nodes -> gather(nodes, 0, all));
        List<Category> wanted = all.stream()
                .filter(category -> WANTED.matcher(category.name()).find())
                .toList();
        List<Category> asked = wanted.isEmpty()
                ? all.stream().filter(category -> !category.hasChildren()).toList()
                : wanted;
        List<List<ListingRequest>> series = new ArrayList<>();
        for (Category category : asked.stream()
                .filter(each -> each.documents() != 0)
                .limit(MOST_CATEGORIES)
                .toList()) {
            request(base(page.url()), category.id(), 1, sid.group(1), page.url())
                    .ifPresent(request -> series.add(List.of(request)));
        }
        return ListingContent.ofSeries(name(), List.of(), series);
    }

    private static void gather(JsonNode nodes, int depth, List<Category> all) {
        if (depth > MOST_DEPTH) {
            return;
        }
        for (JsonNode node : nodes) {
            String id = LenientJson.text(node, "id");
            JsonNode children = node.path("children");
            if (id.matches("\\d{1,9}") && all.size() < MOST_NODES) {
                int documents = LenientJson.number(node, "post_count", -1);
                all.add(new Category(id, LenientJson.text(node, "name"), documents, !children.isEmpty()));
            }
            gather(children, depth + 1, all);
        }
    }

    private ListingContent category(ListingPage page) {
        ListingRequest asked = page.response().request();
        URI base = asked.referrer().orElse(page.url());
        Optional<JsonNode> answer = LenientJson.read(page.body());
        List<Link> links = new ArrayList<>();
        for (JsonNode article : answer.map(node -> node.path("articles")).stream()
                .flatMap(articles -> articles.valueStream())
                .toList()) {
            JsonRow.add(
                    links,
                    base,
                    LenientJson.text(article, "url", "post_url"),
                    LenientJson.text(article, "title"),
                    LenientJson.text(article, "display_publish_time", "created_at", "date"));
        }
        int held = answer.map(node -> LenientJson.number(node.path("classify"), "post_count", 0))
                .orElse(0);
        Map<String, String> query = QueryText.of(asked.url());
        int number = Math.max(1, QueryText.number(query, "page"));
        boolean hasNext = !links.isEmpty() && (long) number * links.size() < held;
        Matcher api = API.matcher(asked.url().getPath());
        List<ListingRequest> next = hasNext && api.matches()
                ? request(base(asked.url()), api.group(2), number + 1, query.getOrDefault("sid", ""), base).stream()
                        .toList()
                : List.of();
        return new ListingContent(name(), links, next);
    }

    /** The platform's root: up to {@code /gkmlpt}, which may stand below a department's path. */
    private static String base(URI url) {
        String whole = url.toString().replaceFirst("[?#].*$", "");
        int at = whole.indexOf("/gkmlpt");
        return at >= 0
                ? whole.substring(0, at + "/gkmlpt".length())
                : url.resolve("/gkmlpt").toString();
    }

    private static Optional<ListingRequest> request(
            String base, String category, int number, String sid, URI referrer) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page", Integer.toString(number));
        query.put("sid", sid);
        return Hrefs.resolve(referrer, base + "/api/all/" + category + "?" + QueryText.format(query))
                .map(url -> ListingRequest.get(url, referrer));
    }
}
