package org.fazhi.reading.attachment;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.fazhi.reading.reason.Reason;

/**
 * The text of a PDF's pages. Forms, XFA, annotations, scripts, attachments and XMP are not looked at, so that no XML of
 * the file is ever parsed.
 */
final class PdfText extends PDFTextStripper {

    /** A yearbook has as many; a report has some thirty. */
    private static final int MOST_PAGES = 500;

    /** Pages with fewer Chinese characters than this each are pictures with a stamp or a page number on them. */
    private static final int FEWEST_HAN_A_PAGE = 20;

    /** Of the glyphs; a font without a table to characters would leave holes in the text. */
    private static final double MOST_UNMAPPED = 0.05;

    private final int maxCharacters;
    private final List<List<PlacedLine>> pages = new ArrayList<>();
    private List<PlacedLine> page = new ArrayList<>();
    private List<PlacedRun> line = new ArrayList<>();
    private int characters;
    private int glyphs;
    private int unmapped;

    private PdfText(int maxCharacters) throws IOException {
        this.maxCharacters = maxCharacters;
        setSortByPosition(true);
        // Some printers make bold by printing twice.
        setSuppressDuplicateOverlappingText(true);
    }

    static List<String> read(byte[] file, int maxCharacters) throws IOException {
        FontMappers.set(new BundledFonts());
        try (PDDocument document = Loader.loadPDF(file)) {
            refuseXfa(document);
            int count = document.getNumberOfPages();
            if (count > MOST_PAGES) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + MOST_PAGES + " pages, got " + count);
            }
            PdfText text = new PdfText(maxCharacters);
            text.writeText(document, Writer.nullWriter());
            text.requireText(document);
            return Paragraphs.join(RunningLines.without(text.pages));
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Reason.ENCRYPTED, "a password is wanted");
        }
    }

    /** An XFA form (ISO 32000-1 §12.7.8) writes its pages by script; what stands there instead is a request to wait. */
    private static void refuseXfa(PDDocument document) {
        COSDictionary form = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        if (form != null && form.containsKey(COSName.XFA)) {
            throw new RefusedException(Reason.UNSUPPORTED_MEDIA_TYPE, "an XFA form");
        }
    }

    private void requireText(PDDocument document) throws IOException {
        if (pages.isEmpty()) {
            throw new RefusedException(Reason.ATTACHMENT_DAMAGED, "expected pages, got none");
        }
        long han = pages.stream()
                .flatMap(List::stream)
                .flatMapToInt(placed -> placed.text().chars())
                .filter(c -> c >= 0x3400 && c <= 0x9FFF)
                .count();
        boolean isBare = pages.stream().allMatch(List::isEmpty);
        if (unmapped > MOST_UNMAPPED * glyphs) {
            throw new RefusedException(Reason.NEEDS_OCR, unmapped + " of " + glyphs + " glyphs have no character");
        }
        if (isBare || (han < (long) FEWEST_HAN_A_PAGE * pages.size() && hasPictures(document))) {
            throw new RefusedException(
                    Reason.NEEDS_OCR,
                    "expected text, got " + han + " Chinese characters on " + pages.size() + " pages");
        }
    }

    private static boolean hasPictures(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            if (page.getResources() == null) {
                continue;
            }
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        if (font.toUnicode(code) == null) {
            unmapped++;
        }
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            String unicode = String.valueOf(position.getUnicode());
            characters += unicode.length();
            if (characters > maxCharacters) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxCharacters + " characters, got more");
            }
            line.add(new PlacedRun(
                    unicode,
                    position.getXDirAdj(),
                    position.getXDirAdj() + position.getWidthDirAdj(),
                    position.getYDirAdj(),
                    position.getFontSizeInPt()));
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
        pages.add(page);
        page = new ArrayList<>();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            PlacedLine placed = PlacedLine.of(pages.size(), line);
            if (!placed.text().isEmpty()) {
                page.add(placed);
            }
            line = new ArrayList<>();
        }
    }
}
