package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEverySourceAlsoBeforeTheFirstNight() {
        int code = run(
                "sources",
                "--jobs",
                "jobs/sample",
                "--home",
                folder.resolve("home").toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("24 sources in jobs/sample; no night yet")
                .contains("baixi-government")
                .contains("not tried yet");
    }

    @Test
    void triesAListingAndWritesNothing() throws IOException {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        try (SampleSite site = SampleSite.startOnFreePorts()) {
            site.writeJobs(Path.of("jobs/sample"), jobs);
            Source source = SourceRegistry.read(jobs).sources().get(0);

            int code = run("sources", "test", source.listings().get(0).url().toString(), "--jobs", jobs.toString());

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
            assertThat(out.toString())
                    .containsPattern("dialect  (?:trs|hanweb_jpage|vsb|plain)")
                    .containsPattern("pages    \\d+, ended as complete")
                    .containsPattern("taken    [1-9]")
                    .containsPattern("rejected [1-9]")
                    .contains("information_disclosure");
            assertThat(site.log()).extracting(LoggedRequest::target).contains("/robots.txt");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(jobs);
        }
    }

    @Test
    void refusesWhatIsNoAddressAndNoDialect() {
        assertThat(run("sources", "test", "file:///etc/passwd")).isEqualTo(ExitCode.USAGE);
        assertThat(run("sources", "test", "http://www.qinghe.example/", "--cms", "drupal"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("expected an http or https address").contains("got drupal");
    }

    private int run(String... args) {
        return Fazhi.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
