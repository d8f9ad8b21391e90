package org.fazhi.reading.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The outermost format of a file, by its signature alone; servers and file names label as they like. What a container
 * holds is only looked at in the child process.
 */
public enum AttachmentFormat {
    /** ISO 32000-1 §7.5.2; readers accept the header within the first 1,024 bytes (Annex H.3, note 13). */
    PDF,
    /** Compound file (MS-CFB §2.2): .doc, .xls, .wps, and encrypted .docx and .xlsx. */
    OLE2,
    /** ZIP: .docx, .xlsx, OFD. */
    ZIP,
    /** Rich Text Format, which offices save as .doc too. */
    RTF;

    private static final int PDF_HEADER_WITHIN = 1024;
    private static final String OLE2_SIGNATURE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    /** The format; empty for pages, pictures and anything else. */
    public static Optional<AttachmentFormat> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(PDF_HEADER_WITHIN, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith(OLE2_SIGNATURE)) {
            return Optional.of(OLE2);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(ZIP);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        // A page may quote the mark in its text; a PDF has nothing but noise before it.
        int pdf = head.indexOf("%PDF-");
        return pdf == 0 || (pdf > 0 && head.lastIndexOf('<', pdf) < 0) ? Optional.of(PDF) : Optional.empty();
    }
}
