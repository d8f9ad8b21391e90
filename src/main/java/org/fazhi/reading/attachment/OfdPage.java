package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of one OFD page, in millimetres (GB/T 33190-2016 §11): text objects, each with a place, a size, perhaps a
 * transformation, and codes with the steps from character to character.
 */
final class OfdPage {

    /** Of the font's size; characters nearer than this stand on one line. */
    private static final double SAME_LINE = 0.4;

    /** Of the font's size; two digits of one number stand half a size apart. */
    private static final double SAME_PLACE = 0.2;

    /** As many characters before it, in the order from left to right, may stand at nearly the place of one. */
    private static final int MOST_OVERLAID = 4;

    private final List<PlacedRun> runs = new ArrayList<>();
    private final int page;

    private double originX;
    private double originY;
    private double size;
    private double[] matrix = {1, 0, 0, 1, 0, 0};
    private double x;
    private double y;

    private OfdPage(int page) {
        this.page = page;
    }

    /** The lines of a page's {@code Content.xml}, from top to bottom. */
    static List<PlacedLine> lines(int page, byte[] content) throws XMLStreamException {
        OfdPage text = new OfdPage(page);
        XMLStreamReader reader = reader(content);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                text.start(reader);
            }
        }
        return text.lines();
    }

    /** A reader that resolves nothing: an OFD has neither a document type nor entities. */
    static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "TextObject" -> {
                double[] box = numbers(reader, "Boundary", 4, new double[4]);
                originX = box[0];
                originY = box[1];
                size = numbers(reader, "Size", 1, new double[] {1})[0];
                matrix = numbers(reader, "CTM", 6, new double[] {1, 0, 0, 1, 0, 0});
                x = 0;
                y = 0;
            }
            case "TextCode" -> {
                // §11.3: what a code leaves out is as in the code before.
                x = numbers(reader, "X", 1, new double[] {x})[0];
                y = numbers(reader, "Y", 1, new double[] {y})[0];
                String delta = attribute(reader, "DeltaX");
                String text = reader.getElementText();
                place(text, steps(delta, text.length()));
            }
            default -> {}
        }
    }

    private void place(String text, List<Double> steps) {
        double scale = Math.hypot(matrix[0], matrix[1]);
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            double width = text.charAt(i) < '\u0250' ? size / 2 : size;
            double left = originX + matrix[0] * at + matrix[2] * y + matrix[4];
            double baseline = originY + matrix[1] * at + matrix[3] * y + matrix[5];
            runs.add(new PlacedRun(text.substring(i, i + 1), left, left + width * scale, baseline, size * scale));
            at += i < steps.size() ? steps.get(i) : width;
        }
    }

    /** §11.3: numbers, where {@code g n d} stands for n times d. */
    private static List<Double> steps(String delta, int most) {
        List<Double> steps = new ArrayList<>();
        String[] tokens = delta.strip().split("\\s+", most * 3 + 2);
        for (int i = 0; i < tokens.length && steps.size() < most; i++) {
            if (tokens[i].equals("g") && i + 2 < tokens.length) {
                double step = Double.parseDouble(tokens[i + 2]);
                for (int n = Integer.parseInt(tokens[i + 1]); n > 0 && steps.size() < most; n--) {
                    steps.add(step);
                }
                i += 2;
            } else if (!tokens[i].isEmpty()) {
                steps.add(Double.parseDouble(tokens[i]));
            }
        }
        return steps;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static double[] numbers(XMLStreamReader reader, String name, int count, double[] otherwise) {
        String[] tokens = attribute(reader, name).strip().split("\\s+", count + 1);
        if (tokens.length < count || tokens[0].isEmpty()) {
            return otherwise;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Double.parseDouble(tokens[i]);
        }
        return numbers;
    }

    private List<PlacedLine> lines() {
        List<PlacedRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(PlacedRun::baseline));
        List<PlacedLine> lines = new ArrayList<>();
        List<PlacedRun> line = new ArrayList<>();
        for (PlacedRun run : sorted) {
            if (!line.isEmpty() && run.baseline() - line.get(0).baseline() > SAME_LINE * run.size()) {
                lines.add(line(line));
                line = new ArrayList<>();
            }
            line.add(run);
        }
        lines.add(line(line));
        return lines.stream().filter(placed -> !placed.text().isEmpty()).toList();
    }

    private PlacedLine line(List<PlacedRun> line) {
        line.sort(Comparator.comparingDouble(PlacedRun::left));
        return PlacedLine.of(page, withoutDoubles(line));
    }

    /** Bold that is made by printing twice: of equal characters at nearly the same place the first. */
    private static List<PlacedRun> withoutDoubles(List<PlacedRun> line) {
        List<PlacedRun> kept = new ArrayList<>();
        for (PlacedRun run : line) {
            boolean isDouble = false;
            for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - MOST_OVERLAID; i--) {
                PlacedRun other = kept.get(i);
                isDouble |= run.text().equals(other.text()) && run.left() - other.left() < SAME_PLACE * run.size();
            }
            if (!isDouble) {
                kept.add(run);
            }
        }
        return kept;
    }
}
