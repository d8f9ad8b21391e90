package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fazhi.reading.reason.Reason;

/** A file's bytes to its text, in this process and without protection; see {@link AttachmentReader} for both. */
final class FileText {

    /** Entries of a ZIP that are looked at for what it is; an office file has some thirty. */
    private static final int ENTRIES_LOOKED_AT = 200;

    private static final int PROLOG_BYTES = 1024;

    private final int maxCharacters;
    private final Optional<ScanText> ocr;

    /** @param ocr where present, a PDF is read by the pictures of its pages */
    FileText(int maxCharacters, Optional<ScanText> ocr) {
        this.maxCharacters = maxCharacters;
        this.ocr = ocr;
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException where it is not to be read
     * @throws Exception whatever a parser throws on a damaged file
     */
    AttachmentResult read(byte[] file) throws Exception {
        AttachmentFormat format = AttachmentFormat.of(file)
                .orElseThrow(() -> new RefusedException(Reason.UNSUPPORTED_MEDIA_TYPE, "no known signature"));
        List<String> lines = switch (format) {
            case PDF -> ocr.isPresent() ? ocr.get().read(file) : PdfText.read(file, maxCharacters);
            case OLE2 -> new OfficeText(maxCharacters).readOle2(file);
            case RTF -> new OfficeText(maxCharacters).readRtf(file);
            case ZIP -> readZip(file);
        };
        List<String> kept = new ArrayList<>();
        long characters = 0;
        for (String line : lines) {
            String plain = line.strip();
            characters += plain.length() + 1;
            if (characters > maxCharacters) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxCharacters + " characters, got more");
            }
            if (!plain.isEmpty()) {
                kept.add(plain);
            }
        }
        return new AttachmentResult.Text(String.join("\n", kept));
    }

    private List<String> readZip(byte[] file) throws Exception {
        return switch (kind(file)) {
            case OFD -> OfdText.read(file, maxCharacters);
            case OFFICE -> new OfficeText(maxCharacters).readOoxml(file);
            case OTHER ->
                throw new RefusedException(
                        Reason.UNSUPPORTED_MEDIA_TYPE, "a ZIP that is neither an office file nor an OFD");
        };
    }

    private enum ZipKind {
        OFD,
        OFFICE,
        OTHER
    }

    private static ZipKind kind(byte[] file) throws IOException {
        ZipKind kind = ZipKind.OTHER;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int seen = 0;
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && seen < ENTRIES_LOOKED_AT;
                    entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equalsIgnoreCase("OFD.xml")) {
                    kind = ZipKind.OFD;
                } else if (kind == ZipKind.OTHER && (name.startsWith("word/") || name.startsWith("xl/"))) {
                    kind = ZipKind.OFFICE;
                }
                if (name.endsWith(".xml")) {
                    refuseDocumentType(name, zip.readNBytes(PROLOG_BYTES));
                }
                seen++;
            }
        }
        return kind;
    }

    /** Neither OPC (ECMA-376 part 2, §8.1.4) nor OFD allows one; it is there to define entities. */
    private static void refuseDocumentType(String name, byte[] start) {
        if (new String(start, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new RefusedException(Reason.ATTACHMENT_DAMAGED, name + ": a document type where none is allowed");
        }
    }
}
