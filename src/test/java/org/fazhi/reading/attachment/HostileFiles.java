package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files made by code from those of {@link Fixture}; most are such as no report is. */
final class HostileFiles {

    private static final String DOCUMENT = "word/document.xml";
    private static final int BLOCK = 1 << 20;

    private HostileFiles() {}

    /** The sample's .docx with another main part. */
    private static byte[] docx(MainPart part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Fixture.report("docx")));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(DOCUMENT)) {
                    part.write(out, new String(content, StandardCharsets.UTF_8));
                } else {
                    out.write(content);
                }
            }
        }
        return bytes.toByteArray();
    }

    private interface MainPart {
        void write(OutputStream out, String original) throws IOException;
    }

    /** Some hundred kilobytes that become as many megabytes. */
    static byte[] zipBomb(int megabytes) throws IOException {
        byte[] paragraph = "<w:p><w:r><w:t>法法法法法法法法法法法法法法法法</w:t></w:r></w:p>".getBytes(StandardCharsets.UTF_8);
        return docx((out, original) -> {
            int body = original.indexOf("<w:body>") + "<w:body>".length();
            out.write(original.substring(0, body).getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            while (block.size() < BLOCK) {
                block.write(paragraph);
            }
            for (int i = 0; i < megabytes; i++) {
                out.write(block.toByteArray());
            }
            out.write(original.substring(body).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The sample with chapters that Word numbers by itself: 一、 and （一）. */
    static byte[] numberedByWord() throws IOException {
        String numbering = """
                <?xml version="1.0" encoding="UTF-8"?>
                <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum
                 w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
                <w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt
                 w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num
                 w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>
                """;
        byte[] docx = docx((out, original) -> out.write(Pattern.compile(
                        "<w:p><w:pPr>((?:(?!</w:p>|<w:t[ >]).)*<w:t[^>]*>)(（[一二三四]）|[一二三四]、)")
                .matcher(original)
                .replaceAll(match -> "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
                        + (match.group(2).length() - 2) + "\"/><w:numId w:val=\"7\"/></w:numPr>" + match.group(1))
                .getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content.replace("</Types>", """
                                <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>""")
                        .replace("</Relationships>", entry.getName().startsWith("word/") ? """
                                <Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>""" : "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new ZipEntry("word/numbering.xml"));
            out.write(numbering.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static byte[] billionLaughs() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"法\">");
        for (int i = 1; i <= 10; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return withDocumentType(entities + "]>", "&a10;");
    }

    static byte[] externalEntity(String url) throws IOException {
        return withDocumentType("<!DOCTYPE d [<!ENTITY x SYSTEM \"" + url + "\">]>", "&x;");
    }

    static byte[] externalDocumentType(String url) throws IOException {
        return withDocumentType("<!DOCTYPE d SYSTEM \"" + url + "\">", "");
    }

    private static byte[] withDocumentType(String type, String reference) throws IOException {
        return docx((out, original) -> out.write(original.replaceFirst("\\?>", "?>" + type.replace("$", "\\$"))
                .replaceFirst("<w:t[^>]*>", "$0" + reference)
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** An XFA form whose template refers to an address. */
    static byte[] xfaForm(String url) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.report("pdf"))) {
            COSDictionary form = new COSDictionary();
            form.setItem(COSName.XFA, new PDStream(document, xml(url)).getCOSObject());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
            return saved(document);
        }
    }

    /** A report whose XMP metadata refers to an address. */
    static byte[] withMetadata(String url) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.report("pdf"))) {
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, xml(url)));
            return saved(document);
        }
    }

    private static ByteArrayInputStream xml(String url) {
        return new ByteArrayInputStream(("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + url
                        + "\">]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&e;</x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A page tree whose node is its own child. */
    static byte[] pageTreeLoop() {
        return """
                %PDF-1.4
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>
                endobj
                trailer
                << /Root 1 0 R >>
                %%EOF
                """.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A page whose content is one string beyond any memory. */
    static byte[] pdfBomb(int megabytes) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            byte[] letters = new byte[BLOCK];
            Arrays.fill(letters, (byte) 'a');
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write('(');
                for (int i = 0; i < megabytes; i++) {
                    out.write(letters);
                }
            }
            page.setContents(content);
            return saved(document);
        }
    }

    static byte[] encryptedPdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.report("pdf"))) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        }
    }

    /** A PDF that anybody may read and only its owner may change. */
    static byte[] ownerLockedPdf(int bits) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.report("pdf"))) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(true);
            document.protect(policy);
            return saved(document);
        }
    }

    /** The sample's .docx with hyphens and a symbol that are no characters of its text. */
    static byte[] specialRuns() throws IOException {
        return docx((out, original) -> out.write(original.replace(
                        "<w:body>",
                        "<w:body><w:p><w:r><w:t>应诉8</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>9件，"
                                + "听证1</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>"
                                + "<w:r><w:t>2次。</w:t></w:r></w:p>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A sheet with a row and a column that it does not show, and a date. */
    static byte[] hiddenCells() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("情况");
            for (int row = 0; row < 3; row++) {
                sheet.createRow(row);
                for (int column = 0; column < 3; column++) {
                    sheet.getRow(row).createCell(column).setCellValue("第" + row + "行第" + column + "列");
                }
            }
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            XSSFCellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            XSSFCell cell = sheet.createRow(3).createCell(0);
            cell.setCellValue(LocalDate.of(2025, 1, 15));
            cell.setCellStyle(date);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Pages with a picture each and a page number. */
    static byte[] scan() throws IOException {
        java.awt.image.BufferedImage picture =
                new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB);
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, picture), 20, 20, 500, 700);
                    content.beginText();
                    content.setFont(
                            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                                    org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
                            12);
                    content.newLineAtOffset(300, 10);
                    content.showText("- " + (i + 1) + " -");
                    content.endText();
                }
            }
            return saved(document);
        }
    }

    static byte[] plainZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write('a');
        }
        return bytes.toByteArray();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
