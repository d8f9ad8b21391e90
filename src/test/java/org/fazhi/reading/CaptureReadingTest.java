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
import java.util.OptionalInt;
import java.util.Set;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.CaptureContext;
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

    @Test
    void aLaterPartIsReadWithTheFirstThatNamedItAndOtherwiseLacksIt() {
        String part = "<html><body><div id='zoom'><p>全年新收行政复议案件37件。</p></div>"
                + "<script>createPageHTML(2,1,'a','html')</script></body></html>";

        assertThat(reading.read(capture("a_1.html", part, Optional.of(PAGE)), "qinghe")
                        .reason())
                .isEqualTo("part_of_report");
        assertThat(reading.read(capture("a_1.html", part, Optional.of(PAGE)), "qinghe")
                        .detail())
                .contains(PAGE.toString());
        assertThat(reading.read(capture("a_1.html", part, Optional.of(PAGE.resolve("b.html"))), "qinghe")
                        .reason())
                .isEqualTo("more_pages");
        assertThat(reading.read(capture("a_1.html", part, Optional.empty()), "qinghe")
                        .reason())
                .isEqualTo("more_pages");
    }

    @Test
    void aPartOfWhichTheArchiveHasNotTheWholeIsNone() {
        String report = "<html><head><title>清河县人民政府2024年度法治政府建设报告</title></head><body><div id='zoom'><p>%s</p></div>"
                + "<script>createPageHTML(2,%d,'a','html')</script></body></html>";
        String prose = "全年新收行政复议案件37件，办结35件，法治建设各项工作有序推进。".repeat(8);
        for (Optional<String> truncation : List.of(Optional.<String>empty(), Optional.of("expected 9, got 5"))) {
            CaptureReading withArchive = new CaptureReading(
                    new PayloadReader(
                            new ReportReader(IndicatorDictionary.read()), new AttachmentReader(AttachmentLimits.USUAL)),
                    Map.of(),
                    (source, capture, fault) -> {},
                    (source, url) -> Optional.of(url)
                            .filter(PAGE.resolve("a_1.html")::equals)
                            .map(found -> capture(report.formatted(prose, 1), Map.of(), truncation)));

            Extract extract =
                    withArchive.read(capture(report.formatted(prose, 0), Map.of(), Optional.empty()), "qinghe");

            assertThat(extract.reason()).isEqualTo(truncation.isEmpty() ? "" : "more_pages");
        }
    }

    private static Capture capture(String name, String html, Optional<URI> via) {
        Capture page = capture(html, Map.of(), Optional.empty());
        CaptureRecord record = new CaptureRecord(
                page.record().location(),
                PAGE.resolve(name),
                page.record().fetchedAt(),
                page.record().digest(),
                page.record().recordId(),
                false,
                page.record().location());
        return new Capture(
                record,
                200,
                Map.of(),
                page.payload(),
                Optional.of(new CaptureContext("qinghe", Optional.empty(), via, OptionalInt.empty())),
                Optional.empty());
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
