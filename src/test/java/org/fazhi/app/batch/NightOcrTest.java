package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fazhi.harvest.source.Nightly;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.reading.attachment.Scans;
import org.fazhi.reading.attachment.Tesseract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site whose report is a scan. */
class NightOcrTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    @Test
    void looksForNothingWhereTheSettingsDoNotWantIt() {
        NightOcr ocr = NightOcr.of(Nightly.DEFAULTS, () -> {
            throw new AssertionError("asked");
        });

        assertThat(ocr).isEqualTo(new NightOcr(Optional.empty(), Optional.empty()));
    }

    @Test
    void saysWhichSettingCannotBeMet() throws IOException {
        Path file = Files.writeString(folder.resolve("nightly.yml"), "ocr: true\n");

        NightOcr ocr =
                NightOcr.of(Nightly.read(file), () -> new Tesseract.Search.Missing("ocr: expected it, got none"));

        assertThat(ocr.missing())
                .contains(file + ": ocr: expected it, got none; scanned PDFs are quarantined as needs_ocr");
    }

    @Test
    void readsAScanAgainOnceThereIsOcrAndMarksItsText() throws Exception {
        try (SmallSite site = new SmallSite()) {
            site.page(
                            "/index.html",
                            "<html><body><ul><li><a href=\"/2025.pdf\">2025年度法治政府建设年度报告</a>"
                                    + "<span>2026-01-21</span></li></ul></body></html>")
                    .page("/2025.pdf", Scans.report());
            SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));

            NightOutcome unread = night(NIGHT, Optional.empty());
            assertThat(unread.ending()).as("a release without a document").isEqualTo(NightOutcome.Ending.REFUSED);
            assertThat(unread.problems()).anyMatch(problem -> problem.contains("needs_ocr"));
            NightOutcome read = night(NIGHT.plus(Duration.ofDays(1)), Optional.of(tesseract()));

            assertThat(read.problems()).isEmpty();
            assertThat(Published.rows(folder.resolve("home"), "SELECT url FROM mart_document"))
                    .containsExactly(site.url("/2025.pdf"));
            assertThat(Published.rows(
                            folder.resolve("home"),
                            "SELECT span_end = length(text) FROM fact_repair JOIN document_text USING (document_id, version)"
                                    + " WHERE rule = 'pdf_ocr'"))
                    .containsExactly("true");
        }
    }

    /** A script that reads the same lines on every page. */
    private Tesseract tesseract() throws IOException {
        StringBuilder script = new StringBuilder("#!/bin/sh\ncat <<'END'\n");
        String[] lines = {
            "临渟县人民政府关于2025年度法治政府建设情况的报告",
            "一、2025年度推进法治政府建设的主要举措和成效",
            "2025年，临渟县人民政府坚持依法行政，把法治政府建设同中心工作一起谋划、一起部署、一起落实，各项任务稳步推进。",
            "全年收到行政复议申请141件，受理127件，审结119件，其中经调解和解结案52件。办理行政应诉案件74件。",
            "二、存在的不足和原因",
            "一是基层执法力量与任务不够相称，个别乡镇的执法人员一人身兼数岗。二是普法的方式还比较单一。"
        };
        for (int i = 0; i < lines.length; i++) {
            int width = lines[i].length() * 40;
            String box = "\t1\t1\t1\t" + i + "\t1\t200\t" + i * 60 + "\t" + width + "\t40\t90\t";
            script.append('4')
                    .append(box)
                    .append("\n5")
                    .append(box)
                    .append(lines[i])
                    .append('\n');
        }
        Path program = Files.writeString(folder.resolve("tesseract"), script + "END\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Tesseract(program, "tesseract 0", Duration.ofSeconds(60));
    }

    private NightOutcome night(Instant now, Optional<Tesseract> tesseract) {
        NightPlan plan = new NightPlan(
                NightPlan.Kind.HARVEST,
                folder.resolve("home"),
                SourceRegistry.read(folder.resolve("jobs")),
                Clock.fixed(now, ZoneOffset.UTC),
                "test");
        return NightRun.run(
                plan, FetchConditions.usual(plan), new NightOcr(tesseract, Optional.empty()), StepProgress.SILENT);
    }
}
