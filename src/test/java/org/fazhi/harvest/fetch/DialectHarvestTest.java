package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fazhi.harvest.fetch.LoopbackSite.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.discovery.JudgedLink;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two hundred reports and ten plans that look like them, listed in each dialect over several pages: all are found over
 * real sockets, each once, and the server's log shows that no page was asked for twice.
 */
class DialectHarvestTest {

    private static final int ROWS = 210;

    private final PassingTime time = new PassingTime();
    private LoopbackSite site;

    @BeforeEach
    void startSite() throws IOException {
        site = new LoopbackSite(time);
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    /** A request as a dialect's server reads it: its query or, for a POST, its form. */
    private record Asked(String path, Map<String, String> values, boolean isPost) {

        static Asked of(HttpExchange exchange) throws IOException {
            URI url = exchange.getRequestURI();
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> values = new TreeMap<>();
            String pairs =
                    form.isEmpty() ? Optional.ofNullable(url.getRawQuery()).orElse("") : form;
            for (String pair : pairs.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
            return new Asked(url.getPath(), values, !form.isEmpty());
        }

        int number(String name) {
            return Integer.parseInt(values.getOrDefault(name, "0"));
        }
    }

    /** How a dialect's server answers. */
    private interface Dialect {
        String answer(Asked asked);
    }

    @Test
    void harvestsTrs() {
        harvest("trs", "/fzzf/", 11, asked -> {
            Matcher later = Pattern.compile("/fzzf/index_(\\d+)\\.html").matcher(asked.path());
            int number = later.matches() ? Integer.parseInt(later.group(1)) : 0;
            return list(rows(number, 20)) + "<script>createPageHTML(11, " + number + ", \"index\", \"html\");</script>";
        });
    }

    @Test
    void harvestsHanwebGroups() {
        harvest("hanweb_jpage", "/col/col77/index.html", 5, asked -> jpage(asked, asked.number("startrecord") - 1));
    }

    @Test
    void harvestsHanwebServersThatTurnByPageAlone() {
        harvest(
                "hanweb_jpage",
                "/col/col77/index.html",
                5,
                asked -> jpage(asked, (asked.number("page") - 1) * asked.number("perpage")));
    }

    private static String jpage(Asked asked, int start) {
        if (asked.path().endsWith("dataproxy.jsp")) {
            int end = Math.min(ROWS, start + asked.number("perpage"));
            return "<?xml version='1.0' encoding='UTF-8'?><datastore><totalrecord>" + ROWS + "</totalrecord><recordset>"
                    + records(start, end) + "</recordset></datastore>";
        }
        return """
               <html><body><div id="900"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=3&path=/&columnid=77&unitid=900&webname=x&permissiontype=0"></a>]]></nextgroup>
               <recordset>%s</recordset></datastore></script></div>
               <script>$('#900').jpage({perPage:15,groupSize:3,totalRecord:%d});</script></body></html>
               """.formatted(records(0, 45), ROWS);
    }

    @Test
    void harvestsSeveralHanwebListsOfOneColumn() {
        harvest("hanweb_jpage", "/col/col77/index.html", 5, asked -> {
            if (asked.path().endsWith("dataproxy.jsp")) {
                int from = asked.values().get("unitid").equals("900") ? 0 : 105;
                int start = asked.number("startrecord") - 1 + from;
                int end = Math.min(from + 105, start + asked.number("perpage"));
                return "<datastore><totalrecord>105</totalrecord><recordset>" + records(start, end)
                        + "</recordset></datastore>";
            }
            String block = """
                           <script>$('#%1$d').jpage({perPage:15,groupSize:3,totalRecord:105,
                           proxyUrl:'/module/web/jpage/dataproxy.jsp',data:{columnid:77,unitid:'%1$d'},
                           first:'<recordset>%2$s</recordset>'});</script>
                           """;
            return "<html><body>" + block.formatted(900, records(0, 45)) + block.formatted(901, records(105, 150))
                    + "</body></html>";
        });
    }

    @Test
    void harvestsHanwebJpaas() {
        harvest("hanweb_jpaas", "/col/col88/index.html", 14, asked -> {
            if (asked.path().endsWith("/build/unit")) {
                Matcher page = Pattern.compile("\"pageNo\":(\\d+)")
                        .matcher(asked.values().get("paramJson"));
                int number = page.find() ? Integer.parseInt(page.group(1)) : 1;
                assertThat(asked.values())
                        .containsEntry("webId", "w1")
                        .containsEntry("tagId", "列表")
                        .containsEntry("parseType", "bulidstatic");
                return "{\"success\":true,\"data\":{\"html\":\""
                        + list(rows(number - 1, 15)).replace("\"", "\\\"").replace("\n", "\\n") + "\"}}";
            }
            return "<html><body>" + list(rows(0, 15))
                    + "<div class=\"pager\" count=\"210\" rows=\"15\" queryData=\"{'webId':'w1','tagId':'列表','tplSetId':'t1'}\"></div>"
                    + "<script>load('/api-gateway/jpaas-publish-server/front/page/build/unit')</script></body></html>";
        });
        assertThat(site.paths()).noneMatch(path -> path.contains("pageNo=")); // only paramJson turns the pages
    }

    @Test
    void harvestsHanwebDisclosureFragments() {
        harvest("hanweb_xxgk", "/col/col99/index.html", 12, asked -> {
            if (asked.path().equals("/module/xxgk/search.jsp")) {
                assertThat(asked.isPost()).isTrue();
                assertThat(asked.values()).containsEntry("divid", "div99").containsEntry("jdid", "7");
                int number = asked.number("currpage");
                String other = "<tr class='tr_main_value_odd'><td><a href='/art/2024/1/1/art_55_9" + number
                        + ".html'>柳塘镇2023年法治政府建设年度报告</a></td><td>2024-01-01</td></tr>";
                return "<table>" + other
                        + rows(number - 1, 20).stream()
                                .map(row -> row.replace("<li>", "<tr class='tr_main_value_even'><td>")
                                        .replace("</li>", "</td></tr>"))
                                .collect(Collectors.joining("\n"))
                        + "</table><div>共<b>11</b>页</div>";
            }
            return "<html><body><div id='div99'></div><script>"
                    + "$('#div99').load('/module/xxgk/search.jsp',{infotypeId:'A01',jdid:7,area:'x',divid:'div99'});"
                    + "</script></body></html>";
        });
    }

    @Test
    void harvestsGkmlpt() {
        harvest("gkmlpt", "/gkmlpt/index", 4, asked -> {
            if (asked.path().equals("/gkmlpt/api/all/21")) {
                assertThat(asked.values()).containsEntry("sid", "755001");
                int number = asked.number("page");
                return "{\"classify\":{\"id\":21,\"post_count\":210},\"articles\":["
                        + IntStream.range((number - 1) * 70, Math.min(ROWS, number * 70))
                                .mapToObj(i -> "{\"id\":" + i + ",\"title\":\"" + title(i) + "\",\"url\":\"" + href(i)
                                        + "\",\"date\":1704412800}")
                                .collect(Collectors.joining(","))
                        + "]}";
            }
            return """
                   <html><body><div id="app"></div><script>window._CONFIG = {BASE: location.href, SID: '755001', TREE: [
                     {id: 20, name: '机构职能', parent: 0, post_count: 9, children: []},
                     {id: 19, name: '工作', post_count: 0, children: [{id: 21, name: '法治政府建设年度报告', post_count: 210, jump_url: null, children: [],},]},
                   ], AREA: fn()};</script><script src="/gkmlpt/app.js"></script></body></html>
                   """;
        });
    }

    @Test
    void harvestsVsbCountedDown() {
        harvest("vsb", "/zwgk/fzzf.htm", 11, asked -> {
            Matcher later = Pattern.compile("/zwgk/fzzf/(\\d+)\\.htm").matcher(asked.path());
            int number = later.matches() ? 11 - Integer.parseInt(later.group(1)) : 0;
            return list(rows(number, 20)) + "<div class='p_pages'></div><!--Announced by Visual SiteBuilder-->"
                    + "<script>_simple_list_gotopage_fun(11,'u10_goto',2)</script>";
        });
    }

    @Test
    void harvestsVsbByQuery() {
        harvest("vsb", "/list.jsp?a4t=11&a4p=1&a4c=20&wbtreeid=9", 11, asked -> {
            int number = asked.number("a4p");
            return list(rows(number - 1, 20)) + "<span class='p_pages' id='fanye9'>" + number + "/11</span>"
                    + "<script src='/system/resource/js/counter.js'></script>";
        });
    }

    @Test
    void harvestsUcapSearch() {
        harvest("ucap_search", "/zwgk/fzzf/index.shtml", 15, asked -> {
            if (asked.path().equals("/common/search/c0ffee")) {
                int number = asked.number("page");
                assertThat(asked.values()).containsEntry("_isJson", "true").containsEntry("_pageSize", "15");
                return "{\"data\":{\"total\":210,\"page\":" + number + ",\"rows\":15,\"results\":["
                        + IntStream.range((number - 1) * 15, number * 15)
                                .mapToObj(i -> "{\"title\":\"<em>" + title(i) + "</em>\",\"url\":\"" + href(i)
                                        + "\",\"publishedTimeStr\":\"2024-01-05 10:00:00\"}")
                                .collect(Collectors.joining(","))
                        + "]}}";
            }
            return "<html><body><ul id='list'></ul><script>query('/common/search/c0ffee?_isAgg=true')</script></body></html>";
        });
    }

    @Test
    void harvestsOpennessContent() {
        harvest("openness", "/OpennessContent/showList/1107/5467/page_1.html", 11, asked -> {
            Matcher page = Pattern.compile(".*/page_(\\d+)\\.html").matcher(asked.path());
            int number = page.matches() ? Integer.parseInt(page.group(1)) : 1;
            return list(rows(number - 1, 20)) + "<p>共11页</p>";
        });
    }

    @Test
    void harvestsASitemapIndex() {
        harvest("sitemap", "/sitemap.xml", 4, asked -> {
            Matcher part = Pattern.compile("/map(\\d)\\.xml").matcher(asked.path());
            if (part.matches()) {
                int number = Integer.parseInt(part.group(1));
                return "<?xml version='1.0'?><urlset>"
                        + IntStream.range(number * 70, number * 70 + 70)
                                .mapToObj(i -> "<url><loc>" + site.url(href(i))
                                        + "</loc><lastmod>2024-01-05</lastmod><data><display><title>" + title(i)
                                        + "</title></display></data></url>")
                                .collect(Collectors.joining())
                        + "</urlset>";
            }
            return "<?xml version='1.0'?><sitemapindex>"
                    + IntStream.range(0, 3)
                            .mapToObj(i -> "<sitemap><loc>" + site.url("/map" + i + ".xml") + "</loc></sitemap>")
                            .collect(Collectors.joining())
                    + "<sitemap><loc>http://elsewhere.example/map.xml</loc></sitemap></sitemapindex>";
        });
    }

    @Test
    void harvestsPlainListsByTheirNextLink() {
        harvest("plain", "/list?page=1", 11, asked -> {
            int number = asked.number("page");
            String next = number < 11 ? "<a href='?page=" + (number + 1) + "'>下一页</a>" : "";
            return list(rows(number - 1, 20)) + next;
        });
    }

    @Test
    void harvestsTheFrameOfAShell() {
        harvest("plain", "/fzzf/shell.html", 4, asked -> {
            if (asked.path().equals("/fzzf/shell.html")) {
                return "<html><body><a href='/'>清禾县人民政府门户网站</a><iframe src='/frame/list?page=1'></iframe>"
                        + "<iframe src='http://elsewhere.example/list'></iframe></body></html>";
            }
            int number = asked.number("page");
            String next = number < 3 ? "<a href='?page=" + (number + 1) + "'>下一页</a>" : "";
            return list(rows(number - 1, 70)) + next + "<iframe src='/deeper/frame.html'></iframe>";
        });
        assertThat(site.paths()).doesNotContain("/deeper/frame.html");
    }

    private void harvest(String dialect, String path, int requests, Dialect server) {
        site.on("/robots.txt", page(404, "")).otherwise(exchange -> {
            String body = server.answer(Asked.of(exchange));
            page(200, body).answer(exchange);
        });
        Source source = source(site.url(path));
        ListingWalk walk = new ListingWalk(source, source.listings().get(0));
        List<JudgedLink> links = walk(source, walk);

        assertThat(walk.dialect()).contains(dialect);
        assertThat(walk.stop()).contains(ListingWalk.Stop.COMPLETE);
        assertThat(paths(links, true)).doesNotHaveDuplicates().hasSize(200).allMatch(taken -> isRow(taken));
        assertThat(links.stream()
                        .filter(link -> isRow(link.link().url().getPath()))
                        .filter(link -> link.verdict() instanceof Verdict.Rejected))
                .hasSize(10)
                .allMatch(link -> link.verdict().equals(new Verdict.Rejected(Verdict.Reason.PLAN)));
        List<String> asked = site.pageRequests().stream()
                .map(LoopbackSite.Seen::path)
                .filter(each -> !each.equals("/module/xxgk/search.jsp"))
                .toList();
        assertThat(asked).doesNotHaveDuplicates();
        assertThat(site.pageRequests()).hasSize(requests);
    }

    private List<JudgedLink> walk(Source source, ListingWalk walk) {
        Fetcher fetcher = new Fetcher(
                FetchSettings.of(Optional.empty()),
                RobotsStore.inMemory(),
                new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
        List<JudgedLink> links = new ArrayList<>();
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            FetchResult result = fetcher.fetch(ListingCrawl.request(source, next.get()));
            assertThat(result).isInstanceOf(Fetched.class);
            Fetched fetched = (Fetched) result;
            links.addAll(walk.accept(new ListingResponse(
                    next.get(), fetched.trace().finalUrl(), fetched.text().text())));
        }
        return links;
    }

    private static List<String> paths(List<JudgedLink> links, boolean isTaken) {
        return links.stream()
                .filter(link -> link.verdict() instanceof Verdict.Taken == isTaken)
                .map(link -> link.link().url().getPath())
                .toList();
    }

    private static boolean isRow(String path) {
        return path.startsWith("/art/2024/1/5/art_99_");
    }

    private static String href(int row) {
        return "/art/2024/1/5/art_99_" + row + ".html";
    }

    /** Every twenty-first row is a plan. */
    private static String title(int row) {
        return row % 21 == 20 ? "清禾县第" + row + "办2024年法治政府建设工作要点" : "清禾县第" + row + "办2023年法治政府建设年度报告";
    }

    private static String row(int row) {
        return "<li><a href=\"" + href(row) + "\">" + title(row) + "</a><span>2024-01-05</span></li>";
    }

    private static List<String> rows(int page, int size) {
        IntFunction<String> row = DialectHarvestTest::row;
        return IntStream.range(page * size, Math.min(ROWS, (page + 1) * size))
                .mapToObj(row)
                .toList();
    }

    private static String list(List<String> rows) {
        return "<ul>" + String.join("\n", rows) + "</ul>";
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "<record><![CDATA[" + row(i) + "]]></record>")
                .collect(Collectors.joining("\n"));
    }

    private static Source source(URI listing) {
        return QingheSource.onLoopback(listing);
    }
}
