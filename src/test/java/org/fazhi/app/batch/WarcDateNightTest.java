package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WARC file whose records say that they were fetched when nothing was: each is passed over and counted, and the rest is taken. */
class WarcDateNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    @Test
    void passesOverRecordsOfNoPossibleDateAndPublishesTheOthers() throws Exception {
        Path warc = folder.resolve("crawl.warc");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<String> dates = List.of(
                "2999-01-01T00:00:00Z",
                "+292277-01-01T00:00:00Z",
                "-0005-01-01T00:00:00Z",
                "1969-07-20T20:17:00Z",
                "2026-13-45T99:00:00Z",
                "yesterday",
                "2026-11-25T00:00:00Z");
        for (int i = 0; i < dates.size(); i++) {
            file.write(record(dates.get(i), "http://www.linjiang.example/fzzf/" + i + ".html", 2016 + i));
        }
        file.write(record("2026-10-01T03:00:00Z", "http://www.linjiang.example/fzzf/good.html", 2025));
        Files.write(warc, file.toByteArray());

        NightOutcome outcome = WarcNight.run(folder, NIGHT, warc);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(Published.rows(folder.resolve("home"), "SELECT url FROM mart_document"))
                .containsExactly("http://www.linjiang.example/fzzf/good.html");
        assertThat(outcome.notes()).anyMatch(note -> note.endsWith("; left out 7 no possible date"));
    }

    private static byte[] record(String date, String url, int year) throws IOException {
        byte[] page = SmallReport.html("临渟县", year, 37).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        http.write(page);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000"
                        + year + ">\r\nWARC-Date: " + date + "\r\nWARC-Target-URI: " + url
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + http.size()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        record.write(http.toByteArray());
        record.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return record.toByteArray();
    }
}
