package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.strip.PageDamage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand random damages of a page: no fault, no loop, and no figure that does not stand at its span. */
@Tag("slow")
class MutatedReportTest {

    private static final int ITERATIONS = 1_000;
    private static final long SEED = 20240229;
    private static final URI URL = URI.create("https://www.example.gov.cn/a.html");

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    @Test
    void noDamageEndsInAFaultOrALoop() throws IOException {
        String report = Files.readString(Path.of("src/test/resources/org/fazhi/evaluation/dev/beilu-jtj-2019.txt"));
        String html = "<html><head><title>报告</title></head><body><div class='TRS_Editor'><p>"
                + report.replace("\n", "</p><p>") + "</p></div></body></html>";
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            String damaged = new String(PageDamage.damage(page, random), StandardCharsets.UTF_8);
            read += assertTimeoutPreemptively(Duration.ofSeconds(30), () -> isRead(damaged)) ? 1 : 0;
        }
        assertThat(read).as("pages still read of %d", ITERATIONS).isBetween(ITERATIONS / 2, ITERATIONS);
    }

    private boolean isRead(String html) {
        if (!(reader.read(PageInput.alone(URL, html, true)) instanceof Reading.Read read)) {
            return false;
        }
        DocumentFacts facts = read.facts();
        assertThat(facts.figures()).allSatisfy(figure -> {
            assertThat(figure.quarantine().isPresent()
                            || figure.span().of(facts.text()).equals(figure.raw()))
                    .isTrue();
        });
        return true;
    }
}
