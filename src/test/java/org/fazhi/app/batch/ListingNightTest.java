package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.HostResolver;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over lists that are parted, paged with gaps, or led elsewhere: what was not seen is not missing, what was is. */
class ListingNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    private static final List<String> BODIES = List.of(
            "991121 栖川县",
            "991221 松陂县",
            "991281 临岚市",
            "992121 沂岭县",
            "992221 石樵县",
            "992281 沙棠市",
            "993121 鹭汀县",
            "993221 锦屿县",
            "993222 枕川县",
            "991102 柏溪区");

    @TempDir
    Path folder;

    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private HttpServer server;

    ListingNightTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            try (exchange) {
                URI url = exchange.getRequestURI();
                String name = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
                asked.add(name);
                Optional<String> place = Optional.ofNullable(moved.get(name));
                byte[] page = pages.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                place.ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
                int status = place.isPresent() ? 302 : page.length == 0 ? 404 : 200;
                exchange.sendResponseHeaders(status, status == 200 ? page.length : -1);
                if (status == 200) {
                    exchange.getResponseBody().write(page);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Each list has the report on 2023 where it is looked at first; 2024 and 2025 were published nowhere. */
    @Test
    void missesNothingOfYearsPagesAndListsThatItDidNotSee() throws Exception {
        list("select", "<select onchange='y(this.value)'><option>2024</option><option>2023</option></select>ROWS");
        list("tabs", "<p><b>2024</b><a onclick='y(2023)'>2023</a></p>ROWS");
        list("years", "<p><b>2024</b><a href='./2026/'>2026</a><a href='./2025/'>2025</a></p>ROWS");
        page("/years/2026/", titled("years", row("/years/n.html", "召开农业生产现场会议", "2026-01-09")));
        page("/years/2025/", titled("years", row("/years/o.html", "召开农业生产现场会议", "2025-01-09")));
        list("lost", "<p><b>2024</b><a href='./2026/'>2026</a><a href='./2025/'>2025</a></p>ROWS");
        page("/lost/2026/", titled("lost", row("/lost/n.html", "召开农业生产现场会议", "2026-01-09")));
        String gap = "ROWS<p>[1] <a href='/gap/p2.html'>2</a> … <a href='/gap/p4.html'>4</a></p>";
        list("gap", gap);
        page("/gap/p2.html", titled("gap", news("gap", 2) + gap.replace("ROWS", "")));
        page("/gap/p3.html", titled("gap", news("gap", 3) + gap.replace("ROWS", "")));
        page("/gap/p4.html", titled("gap", news("gap", 4) + gap.replace("ROWS", "")));
        list("hole", gap.replace("/gap/p2", "/hole/b").replace("/gap/p4", "/hole/d"));
        page("/hole/b.html", titled("hole", news("hole", 2)));
        page("/hole/d.html", titled("hole", news("hole", 4)));
        list("moved", "ROWS<a href='/moved/p2.html'>下一页</a>");
        moved.put("/moved/p2.html", "/moved/tzgg.html");
        page("/moved/tzgg.html", titled("notices", news("moved", 2)));
        list("slip", "ROWS<a href='/slip/p2.html'>下一页</a>");
        page("/slip/p2.html", titled("front", news("slip", 2)));
        list("first", "ROWS");
        moved.put("/first/list.html", "/first/tzgg.html");
        page("/first/tzgg.html", pages.get("/first/list.html"));
        list("again", "ROWS<a href='/again/p2.html'>下一页</a>");
        page(
                "/again/p2.html",
                pages.get("/again/list.html").replace("</ul>", "</ul><a href='/z.html'>县人民政府门户网站公告公示栏目</a>"));

        NightOutcome outcome = night();

        assertThat(outcome.problems()).isEmpty();
        assertThat(coverage())
                .containsExactly(
                        "again|2023|published|null",
                        "again|2024|unseen|repeated",
                        "first|2023|published|null",
                        "first|2024|unseen|redirected",
                        "gap|2023|published|null",
                        "gap|2024|missing|null",
                        "hole|2023|published|null",
                        "hole|2024|unseen|pager_unknown",
                        "lost|2023|published|null",
                        "lost|2024|unseen|missed",
                        "moved|2023|published|null",
                        "moved|2024|unseen|strayed",
                        "select|2023|published|null",
                        "select|2024|unseen|pager_unknown",
                        "slip|2023|published|null",
                        "slip|2024|unseen|strayed",
                        "tabs|2023|published|null",
                        "tabs|2024|unseen|pager_unknown",
                        "years|2023|published|null",
                        "years|2024|missing|null");
        assertThat(asked).doesNotHaveDuplicates().contains("/gap/p3.html", "/years/2025/");
    }

    private void list(String id, String body) throws IOException {
        String[] place = BODIES.get(sources.size()).split(" ");
        sources.add(id);
        String report = "/" + id + "/1.html";
        page(report, SmallReport.html(place[1], 2023, 30 + sources.size()));
        page("/" + id + "/list.html", titled(id, body.replace("ROWS", row(report, "2023年度法治政府建设年度报告", "2024-01-20"))));
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve(id + ".yml"), """
                id: %s
                publisher: %s人民政府
                region: %s
                issuer_kind: government
                report_kind: rule_of_law
                since: 2023
                delay: 0s
                allow_private_addresses: true
                listings:
                  - url: http://127.0.0.1:%d/%s/list.html
                """.formatted(
                        id, place[1], place[0], server.getAddress().getPort(), id));
    }

    private void page(String path, String html) {
        pages.put(path, html);
    }

    private static String titled(String title, String body) {
        return "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";
    }

    private static String news(String id, int page) {
        return row("/" + id + "/n" + page + ".html", "召开第" + page + "次农业生产现场会议", "2023-0" + page + "-20");
    }

    private static String row(String url, String title, String date) {
        return "<ul><li><a href=\"" + url + "\">" + title + "</a><span>" + date + "</span></li></ul>";
    }

    private NightOutcome night() {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        Fetcher.Surroundings surroundings =
                new Fetcher.Surroundings(clock, pause -> {}, HostResolver.system(), new Random(1));
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        folder.resolve("home"),
                        SourceRegistry.read(folder.resolve("jobs"), clock),
                        clock,
                        "test"),
                new FetchConditions(FetchSettings.of(Optional.empty()), surroundings),
                StepProgress.SILENT);
    }

    private List<String> coverage() throws Exception {
        return Published.rows(
                folder.resolve("home"),
                "SELECT source_id, report_year, state, unseen_reason FROM mart_coverage WHERE report_year < 2025"
                        + " ORDER BY source_id, report_year");
    }
}
