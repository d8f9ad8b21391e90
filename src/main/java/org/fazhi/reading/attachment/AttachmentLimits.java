package org.fazhi.reading.attachment;

import java.time.Duration;

/**
 * The bounds within which one file is read.
 *
 * @param heapMegabytes of the child process
 * @param time from the start of the child to its end
 * @param maxBytes of the file
 * @param maxCharacters of its text
 */
public record AttachmentLimits(int heapMegabytes, Duration time, int maxBytes, int maxCharacters) {

    /** A report's PDF has some hundred kilobytes and is read in a second; its text has some sixty thousand characters. */
    public static final AttachmentLimits USUAL =
            new AttachmentLimits(256, Duration.ofSeconds(60), 16 * 1024 * 1024, 2_000_000);

    /** For the pictures of a scan's pages, which take some seconds each and are drawn one at a time. */
    public static final AttachmentLimits OCR =
            new AttachmentLimits(512, Duration.ofMinutes(10), 16 * 1024 * 1024, 2_000_000);

    public AttachmentLimits withTime(Duration other) {
        return new AttachmentLimits(heapMegabytes, other, maxBytes, maxCharacters);
    }
}
