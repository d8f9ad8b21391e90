package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fazhi.harvest.discovery.ListingContent;
import org.fazhi.harvest.discovery.ListingReader;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand damaged pages and headers through all that reads an answer: nothing escapes but results. */
class MutationTest {

    private static final int RUNS = 10_000;
    private static final URI PAGE = URI.create("http://www.qinghe.gov.cn/col/col7/index.html");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    /** What each dialect reads, and the address its answers come from. */
    private static final List<List<String>> SEEDS = List.of(
            List.of(
                    "/fzzf/index_3.html",
                    "<ul><li><a href='./t1.html' title='清禾县2023年法治政府建设年度报告'>清禾县2023…</a><span>2024-01-05</span></li></ul>"
                            + "<script>createPageHTML(11, 3, \"index\", \"html\");</script>"),
            List.of(
                    "/col/col7/index.html",
                    "<script type='text/xml'><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&webid=3&unitid=900\"></a>]]></nextgroup><recordset><record><![CDATA[<li><a href='/art/2024/1/5/art_7_1.html'>清禾县2023年法治政府建设年度报告</a><b>2024-01-05</b></li>]]></record></recordset></datastore></script>"
                            + "<script>$('#900').jpage({perPage:15,groupSize:3,totalRecord:210});</script>"),
            List.of(
                    "/module/web/jpage/dataproxy.jsp?page=1&startrecord=1&endrecord=45&perpage=45&unitid=900",
                    "<datastore><totalrecord>210</totalrecord><recordset><record><![CDATA[<li><a href='/a.html'>清禾县2023年法治政府建设年度报告</a></li>]]></record></recordset></datastore>"),
            List.of(
                    "/api-gateway/jpaas-publish-server/front/page/build/unit?paramJson=%7B%22pageNo%22%3A2%7D",
                    "{\"success\":true,\"data\":{\"html\":\"<ul><li><a href=\\\"/a.html\\\">清禾县2023年法治政府建设年度报告</a></li></ul>\"}}"),
            List.of(
                    "/col/col8/index.html",
                    "<div count='210' rows='15' queryData=\"{'webId':'w1','tagId':'列表','tplSetId':'t1'}\"></div><script>'/api-gateway/jpaas-publish-server/front/page/build/unit'</script>"),
            List.of(
                    "/col/col9/index.html",
                    "<script>$('#d').load('/module/xxgk/search.jsp',{infotypeId:'A01',jdid:7,area:'x',divid:'div9'});</script>"),
            List.of(
                    "/gkmlpt/index",
                    "<script>window._CONFIG = {SID: '755001', TREE: [{id: 21, name: '法治政府', post_count: 210, children: [{id: 3, name: 'x', children: []}]}]};</script><script src='/gkmlpt/a.js'></script>"),
            List.of(
                    "/gkmlpt/api/all/21?page=1&sid=755001",
                    "{\"classify\":{\"post_count\":210},\"articles\":[{\"title\":\"清禾县2023年法治政府建设年度报告\",\"url\":\"/a.html\",\"date\":1704412800}]}"),
            List.of(
                    "/zwgk/fzzf/9.htm",
                    "<ul><li><a href='/info/1/2.htm'>清禾县2023年法治政府建设年度报告</a></li></ul><script>_simple_list_gotopage_fun(11,'u10_goto',2)</script>"),
            List.of(
                    "/common/search/c0ffee?page=1&_pageSize=15",
                    "{\"data\":{\"total\":210,\"page\":1,\"rows\":15,\"results\":[{\"title\":\"<em>清禾县</em>2023年法治政府建设年度报告\",\"url\":\"/a.html\",\"publishedTimeStr\":\"2024-01-05\"}]}}"),
            List.of(
                    "/OpennessContent/showList/1107/5467/page_3.html",
                    "<ul><li><a href='/OpennessContent/show/1.html'>清禾县2023年法治政府建设年度报告</a>2024-01-05</li></ul>共11页<a href='page_9.html'>9</a>"),
            List.of(
                    "/sitemap.xml",
                    "<?xml version='1.0'?><urlset><url><loc>http://www.qinghe.gov.cn/a.html</loc><lastmod>2024-01-05</lastmod><data><display><title>清禾县2023年法治政府建设年度报告</title></display></data></url></urlset>"),
            List.of(
                    "/list?page=2",
                    "<ul><li><a href='a b[1].html'>清禾县2023年法治政府建设年度报告</a> 2024/1/5</li></ul><a href='?page=3'>下一页</a><iframe src='/f'></iframe>"));

    private static final List<String> HEADERS = List.of(
            "text/html; charset=gb2312",
            "max-age=0; a=b; Path=/",
            "Wed, 21 Oct 2026 07:28:00 GMT",
            "/a/../b?c=d#e",
            "http://[::1]:80/x",
            "120",
            "\"v1\"",
            "gzip, br");

    private final Random random = new Random(20260301);
    private final ListingReader reader = new ListingReader();
    private final FetchSettings settings = FetchSettings.of(Optional.empty()).withMaxBytes(1 << 20);

    @Test
    @Timeout(120)
    void letsNoExceptionEscape() {
        int links = 0;
        for (int i = 0; i < RUNS; i++) {
            List<String> seed = SEEDS.get(i % SEEDS.size());
            byte[] body = mutated(seed.get(1).getBytes(charset()));
            Answer.Received answer = new Answer.Received(200, headers(), body);
            ContentDecoding.decode(answer, settings);
            RetryAfter.of(answer, CLOCK);
            Locations.resolve(PAGE, answer.header("location").orElse(""));
            new HostCookies().take(PAGE, answer.headers().getOrDefault("set-cookie", List.of()));
            Validators.of(answer.headers());
            PageState.of(body, answer.header("content-type"));
            PageState.isFrontPage(body);
            PageState.isScript(answer);
            new Robots(RobotsStore.inMemory(), CLOCK)
                    .permission(
                            PAGE,
                            known -> new RobotsFile(
                                    200, new String(body, StandardCharsets.UTF_8), CLOCK.instant(), Validators.NONE));
            DecodedText text = CharsetChoice.decode(body, answer.header("content-type"));
            links += read(seed.get(0), text.text());
        }
        // Most damages leave the rows standing; were none read, the seeds would not reach the dialects.
        assertThat(links).isGreaterThan(RUNS / 5);
    }

    private int read(String path, String body) {
        ListingRequest request = ListingRequest.get(PAGE.resolve(path), PAGE);
        ListingContent content = reader.read(new ListingResponse(request, request.url(), body), Optional.empty());
        for (String name : random.nextInt(20) == 0 ? reader.names() : List.<String>of()) {
            reader.read(new ListingResponse(request, request.url(), body), Optional.of(name));
        }
        return content.links().size();
    }

    private Charset charset() {
        return random.nextInt(4) == 0 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new java.util.HashMap<>();
        for (String name :
                List.of("content-type", "set-cookie", "retry-after", "location", "etag", "content-encoding")) {
            if (random.nextInt(3) > 0) {
                byte[] value =
                        mutated(HEADERS.get(random.nextInt(HEADERS.size())).getBytes(StandardCharsets.ISO_8859_1));
                headers.put(name, List.of(new String(value, StandardCharsets.ISO_8859_1)));
            }
        }
        return headers;
    }

    /** Flips, cuts, doubles, inserts and shuffles bytes. */
    private byte[] mutated(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        for (int hits = random.nextInt(6); hits > 0 && !list.isEmpty(); hits--) {
            int at = random.nextInt(list.size());
            int end = Math.min(list.size(), at + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> list.set(at, (byte) random.nextInt(256));
                case 1 -> list.subList(at, end).clear();
                case 2 -> list.addAll(at, List.copyOf(list.subList(at, end)));
                case 3 ->
                    list.addAll(
                            at,
                            Arrays.asList(
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9',
                                    (byte) '9'));
                default -> list.addAll(at, Arrays.asList((byte) '"', (byte) '<', (byte) '[', (byte) '{', (byte) '\''));
            }
        }
        byte[] mutated = new byte[list.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = list.get(i);
        }
        return mutated;
    }
}
