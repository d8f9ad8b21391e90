package org.fazhi.reading.attachment;

import org.fazhi.reading.reason.Reason;

/** How the reading of one file ended. */
public sealed interface AttachmentResult {

    /**
     * The file was read.
     *
     * @param text paragraphs and table rows, a line each; the cells of a row are joined by a tab
     * @param isOcr true where it was read from pictures of pages, which takes some characters for others
     */
    record Text(String text, boolean isOcr) implements AttachmentResult {

        Text(String text) {
            this(text, false);
        }
    }

    /**
     * It was not.
     *
     * @param detail for a person
     */
    record Refused(Reason reason, String detail) implements AttachmentResult {}
}
