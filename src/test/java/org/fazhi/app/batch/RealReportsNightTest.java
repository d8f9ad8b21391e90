package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fazhi.app.cli.MartReport;
import org.fazhi.evaluation.Evaluation;
import org.fazhi.evaluation.FoundReport;
import org.fazhi.evaluation.LabelledReport;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real reports of {@code ../shared}, wrapped as pages and harvested over HTTP. */
@NeedsShared
class RealReportsNightTest {

    private static final Path SHARED = Shared.root();

    private static final Map<String, List<String>> SOURCES = Map.of(
            "huian-2022", List.of("惠安县人民政府", "350521", "government"),
            "tancheng-2023", List.of("郯城县司法局", "371322", "bureau"),
            "wuxi-2020", List.of("巫溪县司法局", "500238", "bureau"),
            "xiangzhou-2022", List.of("香洲区司法局", "440402", "bureau"));

    @TempDir
    Path folder;

    @Test
    void areReadFromCrawlToMartAsTheirLabelsSay() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().replaceAll("[^a-z0-9-]|html$", "");
            Path text = SHARED.resolve("reports").resolve(name + ".txt");
            boolean isReport = Files.isRegularFile(text);
            byte[] body = isReport ? page(text) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(isReport ? 200 : 404, isReport ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Path home = folder.resolve("home");
        try {
            Path jobs = jobs("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Clock clock = Clock.fixed(Instant.parse("2026-11-22T18:30:00Z"), ZoneOffset.UTC);
            NightOutcome night = NightRun.run(
                    new NightPlan(NightPlan.Kind.HARVEST, home, SourceRegistry.read(jobs, clock), clock, "test"),
                    StepProgress.SILENT);
            assertThat(night.problems()).isEmpty();
        } finally {
            server.stop(0);
        }

        Evaluation total = Evaluation.total(LabelledReport.readAll(SHARED.resolve("gold")).stream()
                .map(labels -> Evaluation.of(labels, found(home, labels)))
                .toList());

        assertThat(total.figures().f1()).isGreaterThanOrEqualTo(0.99);
        assertThat(total.attributes().recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(total.codes().f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(total.sections().f1()).isGreaterThanOrEqualTo(0.99);
        assertThat(total.misplaced()).isZero();
    }

    private static byte[] page(Path text) throws java.io.IOException {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
                + "<div class=\"nav\"><a href=\"/\">首页</a> <a href=\"/xxgk\">信息公开</a></div><div id=\"zoom\">");
        for (String line : Files.readAllLines(text)) {
            String escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            html.append("<p>").append(escaped).append("</p>\n");
        }
        return html.append("</div><div class=\"footer\">主办单位 网站地图</div></body></html>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path jobs(String base) throws Exception {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        for (Map.Entry<String, List<String>> source : SOURCES.entrySet()) {
            List<String> known = source.getValue();
            Files.writeString(
                    jobs.resolve(source.getKey() + ".yml"),
                    "id: " + source.getKey() + "\npublisher: " + known.get(0) + "\nregion: \"" + known.get(1)
                            + "\"\nissuer_kind: " + known.get(2)
                            + "\nreport_kind: rule_of_law\ndocuments:\n  - " + base + source.getKey()
                            + ".html\nsince: 2019\ndelay: 0s\nallow_private_addresses: true\n");
        }
        return jobs;
    }

    private static FoundReport found(Path home, LabelledReport labels) {
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(home))) {
            return reports.find(
                            labels.metadata().get("issuer"),
                            Integer.parseInt(labels.metadata().get("report_year")))
                    .map(MartReport::found)
                    .orElseThrow(() -> new AssertionError(labels.name() + " is not in the marts"));
        }
    }
}
