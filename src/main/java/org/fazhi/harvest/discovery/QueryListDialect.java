package org.fazhi.harvest.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Columns whose rows come from {@code POST /queryList} as JSON: the page carries a template and the fields of the form in
 * {@code var params = {current: 1, channelCode: ['col7'], perPage: '15'}; loadPageData(params, 'div7')}; pages count from 1.
 */
final class QueryListDialect implements ListingDialect {

    private static final String PATH = "/queryList";
    private static final Pattern CALL =
            Pattern.compile("\\bloadPageData\\s{0,4}\\(\\s{0,4}(\\{|[A-Za-z_$][\\w$]{0,40})");
    private static final Pattern GIVEN = Pattern.compile("\\b([A-Za-z_$][\\w$]{0,40})\\s{0,4}=\\s{0,4}(?=\\{)");
    private static final int MOST_CALLS = 5;
    private static final int MOST_FIELDS = 40;
    private static final int MOST_GIVEN = 200;
    private static final int LONGEST = 20_000;

    @Override
    public String name() {
        return "query_list";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return isAnswer(page) || fields(page).isPresent();
    }

    @Override
    public ListingContent read(ListingPage page) {
        if (isAnswer(page)) {
            return JsonAnswer.read(page, name());
        }
        List<ListingRequest> next = fields(page)
                .flatMap(fields -> Hrefs.resolve(page.url(), PATH)
                        .map(url -> ListingRequest.post(url, QueryText.format(fields), page.url())))
                .stream()
                .toList();
        return new ListingContent(name(), Rows.read(page.document().body(), page.base()), next);
    }

    private static boolean isAnswer(ListingPage page) {
        return page.response().request().formBody().isPresent()
                && PATH.equals(page.response().request().url().getPath());
    }

    /** The fields of the form, as jQuery writes them: those of a list end with brackets. */
    private static Optional<Map<String, String>> fields(ListingPage page) {
        return literal(page.script()).map(literal -> {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : literal.properties()) {
                JsonNode value = each.getValue().isArray() ? each.getValue().path(0) : each.getValue();
                if (value.isValueNode() && fields.size() < MOST_FIELDS) {
                    fields.put(each.getKey() + (each.getValue().isArray() ? "[]" : ""), value.asString(""));
                }
            }
            fields.put("current", "1");
            return fields;
        });
    }

    private static Optional<JsonNode> literal(String script) {
        Matcher call = CALL.matcher(script);
        for (int calls = 0; calls < MOST_CALLS && call.find(); calls++) {
            if (call.group(1).equals("{")) {
                return read(script, call.start(1));
            }
            Matcher given = GIVEN.matcher(script);
            for (int count = 0; count < MOST_GIVEN && given.find(); count++) {
                if (given.group(1).equals(call.group(1))) {
                    return read(script, given.end());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> read(String script, int from) {
        return LenientJson.read(script.substring(from, Math.min(script.length(), from + LONGEST)));
    }
}
