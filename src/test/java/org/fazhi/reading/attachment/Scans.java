package org.fazhi.reading.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What an office's scanner makes of a printed report. */
public final class Scans {

    private static final int DPI = 200;
    private static final float JPEG_QUALITY = 0.6f;

    private Scans() {}

    /** {@code report.pdf} as pictures of its pages. */
    public static byte[] report() throws IOException {
        try (PDDocument printed = Loader.loadPDF(Fixture.report("pdf"));
                PDDocument scan = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(printed);
            for (int page = 0; page < printed.getNumberOfPages(); page++) {
                add(scan, renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            return saved(scan);
        }
    }

    /** White pages with a line on them. */
    static byte[] blank(int pages, PDRectangle size) throws IOException {
        try (PDDocument scan = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(size);
                scan.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.addRect(10, 10, 100, 1);
                    content.fill();
                }
            }
            return saved(scan);
        }
    }

    private static void add(PDDocument scan, BufferedImage picture) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    JPEGFactory.createFromImage(scan, picture, JPEG_QUALITY),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
