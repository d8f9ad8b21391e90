package org.fazhi.harvest.discovery;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Hanweb columns with jpage: the column page carries the first records as {@code <record><![CDATA[…]]></record>} and
 * names {@code dataproxy.jsp}, which serves further groups of pages ({@code startrecord}, {@code endrecord},
 * {@code perpage}) as XML of the same form. Some servers ignore {@code startrecord} and turn by {@code page} alone; so a
 * group is asked for as one page of its own length, which both read alike. A column may hold several such lists, told by
 * {@code unitid}; each is a series.
 */
final class HanwebJpageDialect implements ListingDialect {

    private static final int DEFAULT_PER_PAGE = 15;
    private static final int DEFAULT_GROUP_PAGES = 3;

    /** Servers cut above some 300 without a word; 100 is safe. */
    private static final int MOST_PER_PAGE = 100;

    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_LISTS = 10;

    private static final String RECORD = "<record>";
    private static final String RECORD_END = "</record>";
    private static final Pattern PROXY =
            Pattern.compile("[\"']([^\"'\\s?]{0,300}dataproxy\\.jsp)(\\?[^\"'\\s]{0,1000})?[\"']");
    private static final Pattern SETTING =
            Pattern.compile("(?i)[\"']?\\b(totalrecords?|perpage|groupsize)[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(\\d{1,7})");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)[\"'?&{,\\s](appid|webid|path|columnid|sourceContentType|unitid|webname|permissiontype|col)[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?([^\"'&,}\\s]{0,200})");
    private static final Pattern TOTAL = Pattern.compile("(?i)<totalrecord>\\s{0,9}(\\d{1,7})\\s{0,9}</totalrecord>");

    /** As the pages of this family send them. */
    private static final List<String> PARAMETERS = List.of(
            "col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype");

    @Override
    public String name() {
        return "hanweb_jpage";
    }

    @Override
    public boolean asksForPages() {
        return false;
    }

    @Override
    public boolean recognises(ListingPage page) {
        return isGroup(page) || PROXY.matcher(page.body()).find();
    }

    @Override
    public ListingContent read(ListingPage page) {
        List<String> records = records(page.body());
        URI base = isGroup(page) ? page.response().request().referrer().orElse(page.url()) : page.url();
        List<Link> links = new ArrayList<>();
        for (String record : records) {
            for (Link link : Rows.read(Jsoup.parseBodyFragment(record).body(), base)) {
                links.add(new Link(link.url(), link.title(), link.date(), links.size()));
            }
        }
        return isGroup(page)
                ? new ListingContent(name(), links, nextGroup(page, records.size()))
                : ListingContent.ofSeries(name(), links, firstGroups(page));
    }

    /** An answer of dataproxy.jsp, as against a column page that embeds one. */
    private static boolean isGroup(ListingPage page) {
        String start = page.body().stripLeading();
        start = start.substring(0, Math.min(300, start.length())).toLowerCase(Locale.ROOT);
        return start.contains("<datastore") && !start.contains("<html") && !start.contains("<!doctype html");
    }

    private static List<String> records(String body) {
        List<String> records = new ArrayList<>();
        int at = body.indexOf(RECORD);
        while (at >= 0 && records.size() < MOST_RECORDS) {
            int end = body.indexOf(RECORD_END, at);
            if (end < 0) {
                break;
            }
            String record = body.substring(at + RECORD.length(), end).strip();
            if (record.startsWith("<![CDATA[")) {
                record = record.substring("<![CDATA[".length());
            }
            records.add(record.endsWith("]]>") ? record.substring(0, record.length() - 3) : record);
            at = body.indexOf(RECORD, end);
        }
        return records;
    }

    /** The first request of each list of the page. */
    private static List<List<ListingRequest>> firstGroups(ListingPage page) {
        Map<String, List<ListingRequest>> lists = new LinkedHashMap<>();
        List<String> all = page.document().select("script").stream()
                .map(Element::data)
                .filter(script -> PROXY.matcher(script).find())
                .toList();
        // A script that names no list has the settings of one that another names.
        List<String> named =
                all.stream().filter(script -> !unit(script).isEmpty()).toList();
        List<String> blocks = named.isEmpty() ? all : named;
        List<String> units =
                blocks.stream().map(HanwebJpageDialect::unit).distinct().toList();
        // One list may be spread over several scripts: its records in one, its settings in another.
        boolean isOne = units.size() < 2;
        for (String block : isOne ? List.of(page.body()) : blocks) {
            if (lists.size() < MOST_LISTS) {
                lists.computeIfAbsent(unit(block), unit -> firstGroup(page, block));
            }
        }
        return List.copyOf(lists.values());
    }

    private static String unit(String block) {
        Matcher proxy = PROXY.matcher(block);
        String query = proxy.find() ? Optional.ofNullable(proxy.group(2)).orElse("") : "";
        String own = queryParameters(query).get("unitid");
        return own != null ? own : parameters(block).getOrDefault("unitid", "");
    }

    private static List<ListingRequest> firstGroup(ListingPage page, String block) {
        Matcher proxy = PROXY.matcher(block);
        if (!proxy.find()) {
            return List.of();
        }
        Map<String, String> parameters = parameters(block);
        parameters.putAll(queryParameters(Optional.ofNullable(proxy.group(2)).orElse("")));
        OptionalInt total = setting(block, "totalrecord");
        int perPage = Math.max(1, setting(block, "perpage").orElse(DEFAULT_PER_PAGE));
        int groupPages = Math.min(10, Math.max(1, setting(block, "groupsize").orElse(DEFAULT_GROUP_PAGES)));
        int group = Math.min(MOST_PER_PAGE, perPage * groupPages);
        int embedded = records(block).size();
        if (total.isPresent() && embedded >= total.getAsInt()) {
            return List.of();
        }
        int start = embedded / group * group + 1;
        return Hrefs.resolve(page.url(), proxy.group(1))
                .map(url -> request(url, start, group, parameters, page.url()))
                .stream()
                .toList();
    }

    private static List<ListingRequest> nextGroup(ListingPage page, int records) {
        URI asked = page.response().request().url();
        Map<String, String> parameters =
                queryParameters(Optional.ofNullable(asked.getRawQuery()).orElse(""));
        int start = number(parameters.get("startrecord"));
        int end = number(parameters.get("endrecord"));
        Matcher total = TOTAL.matcher(page.body());
        boolean isLast = total.find() && end >= Integer.parseInt(total.group(1));
        if (records == 0 || isLast || start <= 0 || end < start || end >= MOST_RECORDS) {
            return List.of();
        }
        URI base = page.response().request().referrer().orElse(page.url());
        return Hrefs.resolve(asked, Optional.ofNullable(asked.getRawPath()).orElse("/"))
                .map(url -> request(url, end + 1, end - start + 1, parameters, base))
                .stream()
                .toList();
    }

    private static ListingRequest request(
            URI proxy, int start, int group, Map<String, String> parameters, URI referrer) {
        StringBuilder query = new StringBuilder();
        query.append("page=").append((start - 1) / group + 1);
        query.append("&startrecord=").append(start);
        query.append("&endrecord=").append(start + group - 1);
        query.append("&perpage=").append(group);
        for (String key : PARAMETERS) {
            String value = parameters.get(key);
            if (value != null) {
                query.append('&').append(key).append('=').append(value);
            }
        }
        return ListingRequest.get(URI.create(proxy + "?" + query), referrer);
    }

    /** The parameters that stand in the page's script, in either notation; values percent-encoded. */
    private static Map<String, String> parameters(String body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(body);
        while (matcher.find()) {
            put(parameters, matcher.group(1), matcher.group(2));
        }
        return parameters;
    }

    private static Map<String, String> queryParameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.replaceFirst("^\\?", "").split("&(?:amp;)?", 40)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(parameters, pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, String key, String value) {
        String name = PARAMETERS.stream()
                .filter(known -> known.equalsIgnoreCase(key))
                .findFirst()
                .orElse(key.toLowerCase(Locale.ROOT));
        boolean isEncoded = value.matches("(?:[A-Za-z0-9._~!$'()*+,;:@/-]|%[0-9A-Fa-f]{2})*");
        parameters.putIfAbsent(name, isEncoded ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static OptionalInt setting(String body, String name) {
        Matcher matcher = SETTING.matcher(body);
        while (matcher.find()) {
            if (matcher.group(1).toLowerCase(Locale.ROOT).startsWith(name)) {
                return OptionalInt.of(Integer.parseInt(matcher.group(2)));
            }
        }
        return OptionalInt.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }
}
