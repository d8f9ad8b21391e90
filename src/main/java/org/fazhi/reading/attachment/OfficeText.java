package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.fazhi.reading.reason.Reason;
import org.xml.sax.ContentHandler;

/** Word and Excel files, old and new, by Tika: paragraphs and table rows; nothing embedded, no macros, no running heads. */
final class OfficeText {

    /** What Tika makes of a spreadsheet's format yyyy"年"m"月"d"日". */
    private static final Pattern QUOTED_DATE = Pattern.compile("(\\d{4})\"年\"(\\d{1,2})\"月\"(\\d{1,2})\"日\"");

    private final int maxCharacters;

    OfficeText(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    List<String> readOle2(byte[] file) throws Exception {
        return read(new OfficeParser(), file);
    }

    List<String> readOoxml(byte[] file) throws Exception {
        ChineseNumbering numbering = ChineseNumbering.of(file);
        return read(new OOXMLParser(), ShownParts.of(file)).stream()
                .map(numbering::shown)
                .toList();
    }

    List<String> readRtf(byte[] file) throws Exception {
        return read(new RTFParser(), file);
    }

    private List<String> read(Parser parser, byte[] file) throws Exception {
        LineHandler lines = new LineHandler(maxCharacters);
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(file))) {
            parser.parse(in, lines, new Metadata(), context());
        } catch (EncryptedDocumentException | org.apache.poi.EncryptedDocumentException e) {
            throw new RefusedException(Reason.ENCRYPTED, "a password is wanted");
        } catch (UnsupportedFormatException | ZeroByteFileException e) {
            throw new RefusedException(Reason.UNSUPPORTED_MEDIA_TYPE, String.valueOf(e.getMessage()));
        }
        return lines.lines().stream()
                .map(line -> QUOTED_DATE.matcher(line).replaceAll("$1年$2月$3日"))
                .toList();
    }

    private static ParseContext context() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeHeadersAndFooters(false);
        config.setUseSAXDocxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
