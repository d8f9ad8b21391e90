package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fazhi.app.batch.SmallReport;
import org.fazhi.harvest.fetch.HostileSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night reads is what its last table and {@code status} tell. */
class ToldTest {

    @TempDir
    Path folder;

    @Test
    void countsWhatIsKeptBackByReasonBesideTheDocuments() throws Exception {
        String bare = "<html><head><title>x</title></head><body><p>本栏目内容正在整理。</p></body></html>";
        try (HostileSite site = new HostileSite()) {
            site.on("/index.html", HostileSite.says(200, """
                            <html><body><ul>
                            <li><a href="/1.html">2023年度法治政府建设年度报告</a><span>2024-01-21</span></li>
                            <li><a href="/2.html">2024年度法治政府建设年度报告</a><span>2025-01-21</span></li>
                            <li><a href="/3.html">2025年度法治政府建设年度报告</a><span>2026-01-21</span></li>
                            <li><a href="/4.html">2022年度法治政府建设年度报告</a><span>2023-01-21</span></li>
                            </ul></body></html>
                            """))
                    .on("/1.html", HostileSite.says(200, bare))
                    .on("/2.html", HostileSite.says(200, bare))
                    .on("/3.html", HostileSite.says(200, SmallReport.html("临渟县", 2025, 37)))
                    .on(
                            "/4.html",
                            HostileSite.says(
                                    200,
                                    SmallReport.html("临渟县", 2022, 37)
                                            .replace("37件", "xx件")
                                            .replace("12场次", "xx件")));
            Path jobs = Files.createDirectories(folder.resolve("jobs"));
            Files.writeString(jobs.resolve("linjiang.yml"), """
                    id: linjiang
                    publisher: 临渟县人民政府
                    region: 991102
                    issuer_kind: government
                    report_kind: rule_of_law
                    listings:
                      - url: %s
                        cms: plain
                    delay: 0s
                    allow_private_addresses: true
                    """.formatted(site.url("/index.html")));

            CommandRun night = run("harvest");

            assertThat(night.exitCode()).as(night.err()).isZero();
            assertThat(night.out())
                    .contains("4 pages read: 1 loaded, 2 quarantined (2 no_main_text), 1 ignored (1 model_essay)")
                    .containsPattern("\n {2}documents +1\\R {2}quarantined +2 {2}2 no_main_text\\R"
                            + " {2}ignored +1 {2}1 model_essay\\R {2}sections ");
            assertThat(run("status").out())
                    .containsPattern("\n {2}quarantined +2 {2}2 no_main_text\\R {2}ignored +1 {2}1 model_essay\\R");
        }
    }

    private CommandRun run(String command) {
        return CommandRun.of(
                command,
                "--jobs",
                folder.resolve("jobs").toString(),
                "--home",
                folder.resolve("home").toString());
    }
}
