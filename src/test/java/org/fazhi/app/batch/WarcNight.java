package org.fazhi.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fazhi.harvest.source.SourceRegistry;

/** A night that takes the pages of 临渟县 from a WARC file, in the folders {@code jobs} and {@code home} of one. */
final class WarcNight {

    private WarcNight() {}

    static NightOutcome run(Path folder, Instant now, Path warc) throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("linjiang.yml"), """
                id: linjiang
                publisher: 临渟县人民政府
                region: 991102
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: http://www.linjiang.example/fzzf/index.html
                """);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.FROM_WARC,
                        folder.resolve("home"),
                        SourceRegistry.read(jobs, clock),
                        clock,
                        "test",
                        List.of(warc)),
                StepProgress.SILENT);
    }
}
