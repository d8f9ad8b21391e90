package org.fazhi.harvest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() throws IOException {
        Path file = write("""
                # when
                folders: [cn, ../more]
                cron: 0 30 1 * * MON-FRI
                zone: Asia/Urumqi
                concurrency: 16
                releases: 30
                contact: https://example.org/fazhi
                sample_site: true
                ocr: true
                withdrawn_after: 5
                defaults:
                  delay: 3s
                  since: 2020
                """);

        Nightly nightly = Nightly.read(file);

        assertThat(nightly.folders())
                .containsExactly(folder.resolve("cn"), folder.resolve("../more").normalize());
        assertThat(nightly.cron()).isEqualTo("0 30 1 * * MON-FRI");
        assertThat(nightly.cronLine()).isEqualTo(3);
        assertThat(nightly.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(nightly.concurrency()).isEqualTo(16);
        assertThat(nightly.releases()).isEqualTo(30);
        assertThat(nightly.contact()).contains("https://example.org/fazhi");
        assertThat(nightly.sampleSite()).isTrue();
        assertThat(nightly.ocr()).isTrue();
        assertThat(nightly.withdrawnAfter()).isEqualTo(5);
        assertThat(nightly.delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(nightly.since()).isEqualTo(2020);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cron: 30 1 * * *     | 1: cron: expected six fields (second minute hour day month weekday), got 30 1 * * *
                    cron: 0 0 2 * * $x   | 1: cron: expected six fields (second minute hour day month weekday), got 0 0 2 * * $x
                    zone: Mars/Olympus   | 1: zone: expected a time zone such as Asia/Shanghai, got Mars/Olympus
                    concurrency: 0       | 1: concurrency: expected 1..64, got 0
                    concurrency: 65      | 1: concurrency: expected 1..64, got 65
                    releases: many       | 1: releases: expected 1..365, got many
                    contact: nobody      | 1: contact: expected an http or https address or a mailbox, got nobody
                    sample_site: 1       | 1: sample_site: expected true or false, got 1
                    ocr: tesseract       | 1: ocr: expected true or false, got tesseract
                    withdrawn_after: 0   | 1: withdrawn_after: expected 1..365, got 0
                    folders: cn          | 1: folders: expected a list, got cn
                    defaults: 2s         | 1: defaults: expected keys delay, since, got 2s
                    defaults: {delay: 0s} | 1: delay: expected 1s..60s, got 0s
                    """)
    void refusesABadValueWithItsLine(String text, String message) throws IOException {
        Path file = write(text + "\n");

        assertThatThrownBy(() -> Nightly.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ":" + message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("nightly.yml"), text);
    }
}
