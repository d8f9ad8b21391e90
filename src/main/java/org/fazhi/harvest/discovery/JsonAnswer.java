package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Rows that come as JSON of any make: the longest array of objects with a title and an address. What a field is shows in its
 * name. The next page is the same request with the number of its page raised, where numbers of rows or pages say that one is.
 */
final class JsonAnswer {

    private static final int MOST_DEPTH = 8;
    private static final int MOST_NODES = 20_000;
    private static final Pattern START = Pattern.compile("(?s)\\s{0,50}(?:[\\w$.]{1,60}\\s{0,4}\\()?\\s{0,50}[\\[{].*");
    private static final Pattern TITLE =
            Pattern.compile("(?i)(?:doc|art|article|info|news|show|content)?_?(?:title|subject|bt|name)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:doc|art|article|info|news|page|pub|pc|docpub|link|show|content|detail|view)?_?(?:url|urls|href|link|linkurl)");
    private static final Pattern DATE = Pattern.compile("(?i)[\\w-]{0,30}(?:date|time|rq|sj)[\\w-]{0,10}");
    private static final Pattern ANY_ADDRESS =
            Pattern.compile("(?:https?:/)?/[^\\s\"'\\\\]{1,500}|[\\w./-]{1,200}\\.s?html?");

    private int nodes;
    private List<JsonNode> rows = List.of();

    private JsonAnswer() {}

    static boolean is(ListingPage page) {
        String body = page.body();
        String start = body.substring(0, Math.min(200, body.length()));
        return START.matcher(start).matches()
                && !page.response().request().referrer().isEmpty();
    }

    static ListingContent read(ListingPage page, String dialect) {
        String body = page.body();
        int brace = body.indexOf('{');
        int bracket = body.indexOf('[');
        int from = brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
        JsonAnswer answer = new JsonAnswer();
        LenientJson.read(body.substring(from)).ifPresent(root -> answer.look(root, 0));
        URI base = page.response().request().referrer().orElse(page.url());
        List<Link> links = new ArrayList<>();
        for (JsonNode row : answer.rows) {
            JsonRow.add(links, base, field(row, ADDRESS), field(row, TITLE), field(row, DATE));
        }
        return new ListingContent(dialect, links, next(page, base, links));
    }

    private void look(JsonNode node, int depth) {
        if (depth > MOST_DEPTH || nodes++ > MOST_NODES) {
            return;
        }
        if (node.isArray() && node.size() > rows.size() && isRow(node.get(0))) {
            rows = node.valueStream().map(JsonAnswer::row).toList();
        }
        node.forEach(inner -> look(inner, depth + 1));
    }

    private static boolean isRow(JsonNode node) {
        JsonNode row = row(node);
        return !field(row, TITLE).isEmpty() && !field(row, ADDRESS).isEmpty();
    }

    /** A search engine hands each row on within another object: {@code {source: {title: ..}}}. */
    private static JsonNode row(JsonNode node) {
        if (!field(node, TITLE).isEmpty()) {
            return node;
        }
        for (JsonNode inner : node) {
            if (inner.isObject()
                    && !field(inner, TITLE).isEmpty()
                    && !field(inner, ADDRESS).isEmpty()) {
                return inner;
            }
        }
        return node;
    }

    /** The first field of such a name that has a text; of an address also one within a text that is JSON. */
    private static String field(JsonNode row, Pattern name) {
        for (Map.Entry<String, JsonNode> each : row.properties()) {
            String text =
                    each.getValue().isValueNode() ? each.getValue().asString("").strip() : "";
            if (!text.isEmpty() && name.matcher(each.getKey()).matches()) {
                if (name != ADDRESS) {
                    return text;
                }
                Optional<String> address = address(text);
                if (address.isPresent()) {
                    return address.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> address(String text) {
        if (ANY_ADDRESS.matcher(text).matches()) {
            return Optional.of(text);
        }
        return LenientJson.read(text).stream()
                .flatMap(node -> node.valueStream())
                .map(node -> node.asString("").strip())
                .filter(value -> ANY_ADDRESS.matcher(value).matches())
                .findFirst();
    }

    private static List<ListingRequest> next(ListingPage page, URI base, List<Link> links) {
        ListingRequest asked = page.response().request();
        Map<String, String> fields = asked.formBody().map(QueryText::parse).orElseGet(() -> QueryText.of(asked.url()));
        Optional<PageParameter> parameter = PageParameter.in(fields);
        int current = parameter.map(PageParameter::number).orElse(0);
        PagerWords words = PagerWords.bundled();
        int pages = words.greatest(PagerSign.PAGES_IN_ANSWER, page.body());
        int rows = words.greatest(PagerSign.ROWS_IN_ANSWER, page.body());
        int size = fields.entrySet().stream()
                .filter(field -> SIZE.matcher(field.getKey()).matches())
                .mapToInt(field -> QueryText.number(fields, field.getKey()))
                .filter(number -> number > 0)
                .findFirst()
                .orElse(links.size());
        boolean hasNext = current > 0 && !links.isEmpty() && (pages > current || (long) rows > (long) current * size);
        if (!hasNext) {
            return List.of();
        }
        Map<String, String> next = parameter.orElseThrow().next(fields);
        return asked.formBody().isPresent()
                ? List.of(ListingRequest.post(asked.url(), QueryText.format(next), base))
                : QueryText.with(asked.url(), next).map(url -> ListingRequest.get(url, base)).stream()
                        .toList();
    }

    private static final Pattern SIZE = Pattern.compile("(?i)_?(?:page_?size|per_?page|size|rows|limit|page_?rows)");
}
