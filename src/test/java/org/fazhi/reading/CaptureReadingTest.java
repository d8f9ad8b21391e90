package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;

class CaptureReadingTest {

    private static final URI PAGE = URI.create("http://www.qinghe.example/a.html");

    private final List<String> faults = new ArrayList<>();
    private final CaptureReading reading = new CaptureReading(
            new PayloadReader(
                    new ReportReader(IndicatorDictionary.read()), new AttachmentReader(AttachmentLimits.USUAL)),
            Map.of(),
            (source, capture, fault) ->
                    faults.add(source + " " + capture.url() + " " + capture.digest() + " " + fault.getMessage()));

    @Test
    void saysWhatExactlyWasExpectedAndGot() {
        Extract extract = reading.read(capture("<html><body></body></html>", Map.of(), Optional.empty()), "qinghe");

        assertThat(extract.outcome()).isEqualTo(Extract.Outcome.QUARANTINED);
        assertThat(extract.reason()).isEqualTo("empty_page");
        assertThat(extract.detail()).contains("expected text, got no visible character");
        assertThat(faults).isEmpty();
    }

    @Test
    void tellsAFaultOfTheReaderWithItsPlaceAndGoesOn() {
        Capture capture = capture("<html></html>", throwing("a\u001b[2Jb"), Optional.empty());

        Extract extract = reading.read(capture, "qinghe");

        assertThat(extract.reason()).isEqualTo("reader_fault");
        assertThat(extract.detail())
                .contains("expected the reader to end, got java.lang.IllegalStateException: a [2Jb");
        assertThat(faults)
                .containsExactly("qinghe " + PAGE + " " + capture.record().digest() + " a\u001b[2Jb");
    }

    @Test
    void readsNothingOfACaptureThatIsNotTheWhole() {
        String report = "<html><body><p>" + "全年新收行政复议案件37件。".repeat(60) + "</p></body></html>";

        Extract extract = reading.read(capture(report, Map.of(), Optional.of("expected 9, got 5")), "qinghe");

        assertThat(extract.outcome()).isEqualTo(Extract.Outcome.QUARANTINED);
        assertThat(extract.reason()).isEqualTo("truncated");
        assertThat(extract.detail()).contains("expected 9, got 5");
        assertThat(extract.facts()).isEmpty();
    }

    /** Headers that cannot be asked for anything: the reader fails on them. */
    private static Map<String, List<String>> throwing(String message) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, List<String>>> entrySet() {
                throw new IllegalStateException(message);
            }
        };
    }

    private static Capture capture(String html, Map<String, List<String>> headers, Optional<String> truncation) {
        byte[] payload = html.getBytes(StandardCharsets.UTF_8);
        CaptureLocation location = new CaptureLocation("a.warc.gz", 0);
        CaptureRecord record = new CaptureRecord(
                location,
                PAGE,
                Instant.parse("2026-01-02T03:04:05Z"),
                Digest.of(payload),
                URI.create("urn:uuid:00000000-0000-4000-8000-000000000001"),
                false,
                location);
        return new Capture(record, 200, headers, payload, Optional.empty(), truncation);
    }
}
