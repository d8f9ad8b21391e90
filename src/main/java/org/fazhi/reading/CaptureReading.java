package org.fazhi.reading;

import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.fazhi.archive.Capture;
import org.fazhi.archive.CaptureContext;
import org.fazhi.fetch.CharsetChoice;
import org.fazhi.source.Source;

/** Reads archived captures. A page on which the reader itself fails is quarantined, so that the night goes on. */
public final class CaptureReading {

    private static final Tika MEDIA_TYPES = new Tika();

    private final ReportReader reader;
    private final Map<String, Source> sources;

    /** @param sources by id; a capture of a source that is no more is read without what the source knew */
    public CaptureReading(ReportReader reader, Map<String, Source> sources) {
        this.reader = reader;
        this.sources = Map.copyOf(sources);
    }

    public Extract read(Capture capture, String sourceId) {
        String mediaType = MEDIA_TYPES.detect(capture.payload());
        if (!isPage(mediaType)) {
            return extract(capture, sourceId, new Reading.Quarantined("unsupported_media_type", mediaType));
        }
        Reading reading;
        try {
            reading = reader.read(input(capture, sourceId));
        } catch (RuntimeException | StackOverflowError e) {
            reading = new Reading.Quarantined("reader_fault", e.toString());
        }
        return extract(capture, sourceId, reading);
    }

    /** By the bytes, since servers label attachments as they like; bytes without a signature may be a bare page. */
    private static boolean isPage(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.equals("application/xhtml+xml")
                || mediaType.equals("application/xml")
                || mediaType.equals("application/octet-stream");
    }

    private PageInput input(Capture capture, String sourceId) {
        String text =
                CharsetChoice.decode(capture.payload(), capture.contentType()).text();
        Optional<String> linkTitle = capture.context().flatMap(CaptureContext::linkTitle);
        Optional<Source> source = Optional.ofNullable(sources.get(sourceId));
        return source.map(known -> PageInput.of(known, capture.record().url(), text, linkTitle))
                .orElseGet(() -> PageInput.alone(capture.record().url(), text, true));
    }

    private static Extract extract(Capture capture, String sourceId, Reading reading) {
        String url = capture.record().url().toString();
        String digest = capture.record().digest().toString();
        if (reading instanceof Reading.Read read) {
            return new Extract(
                    sourceId,
                    url,
                    digest,
                    capture.record().fetchedAt(),
                    Extract.Outcome.LOADED,
                    "",
                    Optional.of(read.facts()));
        }
        boolean isIgnored = reading instanceof Reading.Ignored;
        String reason = reading instanceof Reading.Quarantined quarantined
                ? quarantined.reason()
                : ((Reading.Ignored) reading).reason();
        return new Extract(
                sourceId,
                url,
                digest,
                capture.record().fetchedAt(),
                isIgnored ? Extract.Outcome.IGNORED : Extract.Outcome.QUARANTINED,
                reason,
                Optional.empty());
    }
}
