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
 * Hanweb's disclosure module: the rows come as HTML fragments from {@code POST /module/xxgk/search.jsp}, turned by
 * {@code currpage}; their number stands as 共N页. The server does not filter by column, see
 * {@link ListingContent#column}.
 */
final class HanwebXxgkDialect implements ListingDialect {

    private static final String PATH = "/module/xxgk/search.jsp";
    private static final Pattern SEARCH =
            Pattern.compile("[\"']?([^\"'\\s?=(]{0,200}/module/xxgk/search\\.jsp)(\\?[^\"'\\s)]{0,1000})?");
    private static final Pattern PARAMETER = Pattern.compile(
            "[\"'?&{,\\s](infotypeId|jdid|area|divid|sortfield|texttype|fbtime|standardXxgk|isAllList)[\"']?\\s{0,4}[:=]\\s{0,4}(?:[\"']([^\"']{0,100})[\"']|([^\"'&;,}\\s]{0,100}))");
    private static final Pattern COLUMN = Pattern.compile("/col/col(\\d{1,12})/");
    private static final Pattern PAGES =
            Pattern.compile("共(?:\\s|&nbsp;|<[^>]{0,80}>){0,6}(\\d{1,5})(?:\\s|&nbsp;|<[^>]{0,80}>){0,6}页");

    /** As the pages of this family send them; what a page says itself goes before. */
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("infotypeId", "");
        DEFAULTS.put("jdid", "");
        DEFAULTS.put("area", "");
        DEFAULTS.put("divid", "");
        DEFAULTS.put("vc_title", "");
        DEFAULTS.put("vc_number", "");
        DEFAULTS.put("sortfield", ",createdatetime:0,orderid:0");
        DEFAULTS.put("currpage", "1");
        DEFAULTS.put("vc_filenumber", "");
        DEFAULTS.put("vc_all", "");
        DEFAULTS.put("texttype", "");
        DEFAULTS.put("fbtime", "-1");
    }

    @Override
    public String name() {
        return "hanweb_xxgk";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return isFragment(page) || page.body().contains(PATH);
    }

    @Override
    public ListingContent read(ListingPage page) {
        return isFragment(page) ? fragment(page) : column(page);
    }

    private static boolean isFragment(ListingPage page) {
        return page.response().request().url().getPath().endsWith(PATH);
    }

    private ListingContent column(ListingPage page) {
        Map<String, String> form = new LinkedHashMap<>(DEFAULTS);
        Matcher column = COLUMN.matcher(page.url().getPath());
        if (column.find()) {
            form.put("divid", "div" + column.group(1));
        }
        for (Element input : page.document().select("input[type=hidden][name]")) {
            if (DEFAULTS.containsKey(input.attr("name"))) {
                form.put(input.attr("name"), input.attr("value"));
            }
        }
        Matcher parameter = PARAMETER.matcher(page.script());
        while (parameter.find()) {
            form.put(parameter.group(1), Optional.ofNullable(parameter.group(2)).orElse(parameter.group(3)));
        }
        Matcher search = SEARCH.matcher(page.body());
        Optional<URI> url = Optional.empty();
        if (search.find()) {
            form.putAll(QueryText.parse(Optional.ofNullable(search.group(2)).orElse("")));
            url = Hrefs.resolve(page.url(), search.group(1));
        }
        form.put("currpage", "1");
        List<ListingRequest> next =
                url.map(address -> ListingRequest.post(address, QueryText.format(form), page.url())).stream()
                        .toList();
        return new ListingContent(name(), List.of(), next);
    }

    private ListingContent fragment(ListingPage page) {
        ListingRequest asked = page.response().request();
        URI base = asked.referrer().orElse(page.url());
        List<Link> links = Rows.read(page.document().body(), base);
        Map<String, String> form = QueryText.parse(asked.formBody().orElse(""));
        int current = Math.max(1, QueryText.number(form, "currpage"));
        Matcher pages = PAGES.matcher(page.body());
        boolean hasNext = pages.find() && current < Integer.parseInt(pages.group(1));
        form.put("currpage", String.format(Locale.ROOT, "%d", current + 1));
        List<ListingRequest> next =
                hasNext ? List.of(ListingRequest.post(asked.url(), QueryText.format(form), base)) : List.of();
        Matcher column = COLUMN.matcher(base.getPath());
        return new ListingContent(name(), links, next)
                .ofColumn(column.find() ? Optional.of(column.group(1)) : Optional.empty());
    }
}
