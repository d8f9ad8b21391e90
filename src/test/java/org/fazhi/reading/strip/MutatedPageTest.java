package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.fazhi.reading.repair.RepairedText;
import org.fazhi.reading.repair.Repairer;
import org.fazhi.text.Span;
import org.junit.jupiter.api.Test;

/** Random damage (cut, doubled, shuffled, byte noise) ends as a page or as a named reason, and stays mapped. */
class MutatedPageTest {

    private static final int ITERATIONS = 300;
    private static final long SEED = 20240229;
    private static final URI URL = URI.create("https://www.example.gov.cn/a.html");

    @Test
    void noDamageEndsInAFaultOrALoop() throws IOException {
        byte[] html = Files.readAllBytes(Path.of("src/test/resources/strip/ucap-metadata-in-four-cell-rows.html"));
        byte[] word =
                Files.readAllBytes(Path.of("src/test/resources/strip/trs-digits-and-units-in-different-spans.html"));
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] damaged = PageDamage.damage(i % 2 == 0 ? html : word, random);
            read += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRead(damaged)) ? 1 : 0;
        }
        assertThat(read).as("pages still read of %d", ITERATIONS).isBetween(ITERATIONS / 4, ITERATIONS);
    }

    private static boolean isRead(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            StrippedPage page = new HtmlStripper().strip(text, URL);
            checkMapped(page);
            new TextStripper().strip(text);
            return true;
        } catch (UnreadablePageException e) {
            return false;
        }
    }

    private static void checkMapped(StrippedPage page) {
        RepairedText repaired = new Repairer().repair(page.text(), page.metadata());
        for (int at = 0; at < repaired.text().length(); at += 7) {
            Span original = repaired.map().toOriginal(new Span(at, at + 1));
            assertThat(original.end()).isLessThanOrEqualTo(page.text().length());
        }
    }
}
