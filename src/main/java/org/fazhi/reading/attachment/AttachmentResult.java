package org.fazhi.reading.attachment;

import java.util.Locale;

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

    /** Why a file is not read. */
    enum Reason {
        /** Its pages carry pictures of text, or text that no table maps to characters. */
        NEEDS_OCR,
        /** A password is wanted. */
        ENCRYPTED,
        /** A container of something else, such as a plain ZIP or a presentation. */
        UNSUPPORTED_MEDIA_TYPE,
        /** Broken off or against its format's rules. */
        ATTACHMENT_DAMAGED,
        /** More bytes than read, or more text than any report has. */
        ATTACHMENT_TOO_LARGE,
        /** Not done in the time given. */
        ATTACHMENT_TIMEOUT,
        /** Not done in the memory given. */
        ATTACHMENT_MEMORY,
        /** The process that read it died, or answered with something that is no answer. */
        ATTACHMENT_FAULT;

        /** The word in the state and the warehouse: {@code needs_ocr}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
