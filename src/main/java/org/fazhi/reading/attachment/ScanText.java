package org.fazhi.reading.attachment;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.fazhi.reading.reason.Reason;

/**
 * The text of a PDF whose pages are pictures of text. Each is drawn in grey by this process, so that {@link Tesseract},
 * which is no Java program, sees plain pixels only and no format that a file's author chose.
 */
final class ScanText {

    /** The body of an official document is set in 16 points (GB/T 9704-2012 §5.2.2), then 44 pixels high. */
    static final int DPI = 200;

    /** A0 at full size would have thirty times as many; an A4 page has four million. */
    static final int MOST_PIXELS = 8_000_000;

    /** A report has some thirty; a scanned yearbook is nothing to read by pictures. */
    static final int MOST_PAGES = 60;

    /** As {@link PdfText}: below, the pages are blank, or pictures of something else. */
    private static final int FEWEST_HAN_A_PAGE = 20;

    private static final double POINTS_PER_INCH = 72;

    private final TesseractRun tesseract;
    private final Path folder;

    /** @param folder for the picture of one page */
    ScanText(TesseractRun tesseract, Path folder) {
        this.tesseract = tesseract;
        this.folder = folder;
    }

    /**
     * The paragraphs.
     *
     * @throws RefusedException where the pages are too many, or cannot be read in time, or hold no Chinese
     */
    List<String> read(byte[] file) throws IOException, InterruptedException {
        FontMappers.set(new BundledFonts());
        List<RecognizedPage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            int count = document.getNumberOfPages();
            if (count > MOST_PAGES) {
                throw new RefusedException(
                        Reason.NEEDS_OCR, "expected at most " + MOST_PAGES + " pages to read by OCR, got " + count);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < count; page++) {
                Path picture = folder.resolve("page.pgm");
                write(renderer.renderImage(page, scale(document.getPage(page).getCropBox()), ImageType.GRAY), picture);
                pages.add(RecognizedPage.parse(tesseract.read(picture, page + 1)));
                Files.delete(picture);
            }
        }
        long han = pages.stream().mapToLong(RecognizedPage::han).sum();
        if (han < (long) FEWEST_HAN_A_PAGE * pages.size() || pages.isEmpty()) {
            throw new RefusedException(
                    Reason.NEEDS_OCR,
                    "expected text from OCR, got " + han + " Chinese characters on " + pages.size() + " pages");
        }
        return Paragraphs.join(RunningLines.without(RecognizedPage.placed(pages)));
    }

    /** Pixels a point. */
    private static float scale(PDRectangle page) {
        double area = Math.max(1.0, (double) page.getWidth() * page.getHeight());
        return (float) Math.min(DPI / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / area));
    }

    /** As a portable graymap, raw, eight bits a pixel. */
    private static void write(BufferedImage grey, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(
                    ("P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
        }
    }
}
