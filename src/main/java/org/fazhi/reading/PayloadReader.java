package org.fazhi.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.fazhi.harvest.discovery.FrameLinks.Frame;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.reading.attachment.AttachmentFormat;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.attachment.AttachmentResult;
import org.fazhi.reading.reason.Reason;

/**
 * Reads harvested bytes of any kind: pages and texts here, PDF, Word, spreadsheets and OFD in a child process. By the
 * bytes, since servers label files as they like.
 */
public final class PayloadReader {

    /** Signatures only: the detectors that open containers would do so in this process. */
    private static final MimeTypes MEDIA_TYPES = MimeTypes.getDefaultMimeTypes();

    private final ReportReader reader;
    private final AttachmentReader attachments;

    public PayloadReader(ReportReader reader, AttachmentReader attachments) {
        this.reader = reader;
        this.attachments = attachments;
    }

    /**
     * Reads a payload.
     *
     * @param known of it beforehand; its content is not looked at
     * @throws org.fazhi.reading.attachment.AttachmentUnavailable where a child process is needed and cannot be had
     */
    public Reading read(byte[] payload, Optional<String> contentType, PageInput known) {
        return read(payload, contentType, known, Beside.NOTHING);
    }

    /**
     * Reads a payload, and where it is a page that shows its text in a frame, or a part of it only, what stands beside it.
     *
     * @param known of it beforehand; its content is not looked at
     * @throws org.fazhi.reading.attachment.AttachmentUnavailable where a child process is needed and cannot be had
     */
    public Reading read(byte[] payload, Optional<String> contentType, PageInput known, Beside beside) {
        if (AttachmentFormat.of(payload).isPresent()) {
            return readFile(payload, known);
        }
        String text = CharsetChoice.decode(payload, contentType).text();
        Reading reading = readPage(payload, text, known, beside);
        return reading instanceof Reading.Quarantined kept && kept.reason() == Reason.BODY_IN_FRAME
                ? framed(known.with(text, true), beside).orElse(reading)
                : reading;
    }

    /** Reads a payload that is no file to attach, given its text as well. */
    Reading readPage(byte[] payload, String text, PageInput known, Beside beside) {
        String mediaType = mediaType(payload);
        return isPage(mediaType)
                ? reader.read(known.with(text, known.isHtml()), beside)
                : new Reading.Quarantined(Reason.UNSUPPORTED_MEDIA_TYPE, "expected a page or a text, got " + mediaType);
    }

    /** What the first frame shows that is a report; a page in a frame may not lead on by frames of its own. */
    private Optional<Reading> framed(PageInput page, Beside beside) {
        for (Frame frame : FramedBody.frames(page)) {
            Optional<Reading> reading = frame.url()
                    .flatMap(beside::at)
                    .flatMap(found -> AttachmentFormat.of(found.payload()).isPresent()
                            ? Optional.of(readFile(found.payload(), page))
                            : FramedBody.joined(
                                            page,
                                            frame,
                                            CharsetChoice.decode(found.payload(), found.contentType())
                                                    .text())
                                    .map(reader::read));
            if (reading.isPresent() && reading.get() instanceof Reading.Read) {
                return reading;
            }
        }
        return Optional.empty();
    }

    /** Reads a payload of a known {@link AttachmentFormat}. */
    Reading readFile(byte[] payload, PageInput known) {
        AttachmentResult result = attachments.read(payload);
        if (result instanceof AttachmentResult.Refused refused) {
            return new Reading.Quarantined(refused.reason(), refused.detail());
        }
        return reader.read(known.with((AttachmentResult.Text) result));
    }

    private static String mediaType(byte[] payload) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(payload)) {
            return MEDIA_TYPES.detect(in, new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes without a signature may be a bare page. */
    private static boolean isPage(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.equals("application/xhtml+xml")
                || mediaType.equals("application/xml")
                || mediaType.equals("application/octet-stream");
    }
}
