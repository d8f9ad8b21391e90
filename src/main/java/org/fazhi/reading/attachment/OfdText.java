package org.fazhi.reading.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fazhi.reading.reason.Reason;

/**
 * The text of an OFD (GB/T 33190-2016), the national format for official documents. Read are the page contents of its
 * first document; templates, which hold what every page repeats, seals, annotations and pictures are not.
 */
final class OfdText {

    private static final int MOST_PAGES = 500;

    private OfdText() {}

    static List<String> read(byte[] file, int maxCharacters) throws IOException, XMLStreamException {
        OfdPackage ofd = new OfdPackage(file);
        String document = firstText(ofd, "OFD.xml", "DocRoot")
                .map(location -> OfdPackage.resolve("", location))
                .orElseThrow(() -> new RefusedException(Reason.ATTACHMENT_DAMAGED, "OFD.xml names no document"));
        List<String> locations = pages(required(ofd, document));
        List<List<PlacedLine>> pages = new ArrayList<>();
        int characters = 0;
        for (String location : locations) {
            List<PlacedLine> lines = OfdPage.lines(pages.size(), required(ofd, OfdPackage.resolve(document, location)));
            characters += lines.stream().mapToInt(line -> line.text().length()).sum();
            if (characters > maxCharacters) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxCharacters + " characters, got more");
            }
            pages.add(lines);
        }
        if (pages.isEmpty()) {
            throw new RefusedException(Reason.ATTACHMENT_DAMAGED, "expected pages, got none");
        }
        if (characters == 0) {
            throw new RefusedException(Reason.NEEDS_OCR, "expected text, got none on " + pages.size() + " pages");
        }
        return Paragraphs.join(RunningLines.without(pages));
    }

    private static byte[] required(OfdPackage ofd, String path) {
        return ofd.file(path)
                .orElseThrow(() -> new RefusedException(Reason.ATTACHMENT_DAMAGED, "expected " + path + ", got none"));
    }

    private static Optional<String> firstText(OfdPackage ofd, String path, String element) throws XMLStreamException {
        XMLStreamReader reader = OfdPage.reader(required(ofd, path));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                return Optional.of(reader.getElementText());
            }
        }
        return Optional.empty();
    }

    private static List<String> pages(byte[] document) throws XMLStreamException {
        List<String> locations = new ArrayList<>();
        XMLStreamReader reader = OfdPage.reader(document);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT
                    || !reader.getLocalName().equals("Page")) {
                continue;
            }
            Optional<String> location = Optional.ofNullable(reader.getAttributeValue(null, "BaseLoc"));
            location.ifPresent(locations::add);
            if (locations.size() > MOST_PAGES) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + MOST_PAGES + " pages, got more");
            }
        }
        return locations;
    }
}
