package org.fazhi.reading;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.CaptureContext;
import org.fazhi.harvest.crawl.PageInspection.AttachedFile;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.attachment.AttachmentFormat;
import org.fazhi.reading.attachment.AttachmentUnavailable;
import org.fazhi.reading.reason.Reason;

/** Reads archived captures. A page on which the reader itself fails is quarantined, so that the night goes on. */
public final class CaptureReading {

    private final PayloadReader reader;
    private final Map<String, Source> sources;
    private final FaultLog faults;
    private final Archived archived;

    /** What the archive has of the pages of a source. */
    @FunctionalInterface
    public interface Archived {

        /** The newest capture of an address; empty where there is none, or it cannot be read. */
        Optional<Capture> newest(String sourceId, URI url);
    }

    /** As below, where nothing but the captures themselves is to be had. */
    CaptureReading(PayloadReader reader, Map<String, Source> sources, FaultLog faults) {
        this(reader, sources, faults, (sourceId, url) -> Optional.empty());
    }

    /**
     * @param sources by id; a capture of a source that is no more is read without what the source knew
     * @param faults told of each fault of the reader itself
     * @param archived asked for the other parts of a report that stands on several pages
     */
    public CaptureReading(PayloadReader reader, Map<String, Source> sources, FaultLog faults, Archived archived) {
        this.archived = archived;
        this.reader = reader;
        this.sources = Map.copyOf(sources);
        this.faults = faults;
    }

    /**
     * Reads one capture.
     *
     * @throws AttachmentUnavailable where a file needs a child process that cannot be had; it must be read again later
     */
    public Extract read(Capture capture, String sourceId) {
        if (capture.truncation().isPresent()) {
            return extract(
                    capture,
                    sourceId,
                    new Reading.Quarantined(
                            Reason.TRUNCATED, capture.truncation().get()));
        }
        Optional<Source> source = Optional.ofNullable(sources.get(sourceId));
        Reading reading;
        try {
            PageInput known = input(capture, source);
            reading = AttachmentFormat.of(capture.payload()).isPresent()
                    ? reader.readFile(capture.payload(), known)
                    : page(capture, sourceId, source, known);
        } catch (AttachmentUnavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            faults.fault(sourceId, capture.record(), e);
            reading = new Reading.Quarantined(Reason.READER_FAULT, "expected the reader to end, got " + e);
        }
        return extract(capture, sourceId, reading);
    }

    private Reading page(Capture capture, String sourceId, Optional<Source> source, PageInput known) {
        String page =
                CharsetChoice.decode(capture.payload(), capture.contentType()).text();
        URI url = capture.record().url();
        List<AttachedFile> attached = source.map(
                        of -> AttachedReports.in(of, url, page, linkTitle(capture), via(capture)))
                .orElse(List.of());
        if (!attached.isEmpty()) {
            return new Reading.Ignored(
                    Reason.REPORT_IN_ATTACHMENT, attached.get(0).url().toString());
        }
        Reading reading = reader.readPage(
                capture.payload(),
                page,
                known,
                part -> archived.newest(sourceId, part)
                        .filter(found -> found.truncation().isEmpty())
                        .map(found -> new Beside.Found(found.payload(), found.contentType())));
        boolean isPart = reading instanceof Reading.Quarantined kept && kept.reason() == Reason.MORE_PAGES;
        Optional<URI> first = isPart ? via(capture).filter(via -> isFirst(via, url, page)) : Optional.empty();
        return first.isPresent()
                ? new Reading.Ignored(Reason.PART_OF_REPORT, first.get().toString())
                : reading;
    }

    /** A later part that was found on the first is read with it. */
    private static boolean isFirst(URI via, URI url, String page) {
        return ReportParts.first(url, page).filter(via::equals).isPresent();
    }

    private static Optional<URI> via(Capture capture) {
        return capture.context().flatMap(CaptureContext::via);
    }

    private static PageInput input(Capture capture, Optional<Source> source) {
        return source.map(known -> PageInput.of(known, capture.record().url(), "", linkTitle(capture)))
                .orElseGet(() -> PageInput.alone(capture.record().url(), "", true))
                .listedOn(capture.context().flatMap(CaptureContext::listedOn));
    }

    private static Optional<String> linkTitle(Capture capture) {
        return capture.context().flatMap(CaptureContext::linkTitle);
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
        Reading.Quarantined kept = reading instanceof Reading.Ignored ignored
                ? new Reading.Quarantined(ignored.reason(), ignored.detail())
                : (Reading.Quarantined) reading;
        return new Extract(
                sourceId,
                url,
                digest,
                capture.record().fetchedAt(),
                isIgnored ? Extract.Outcome.IGNORED : Extract.Outcome.QUARANTINED,
                kept.reason().code(),
                Optional.of(kept.detail()),
                Optional.empty());
    }
}
