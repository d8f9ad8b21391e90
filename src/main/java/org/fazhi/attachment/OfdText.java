package org.fazhi.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fazhi.attachment.AttachmentResult.Reason;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/** The text of an OFD's pages (GB/T 33190-2016), in millimetres. Seals, annotations and pictures are not looked at. */
final class OfdText {

    private static final int MOST_PAGES = 500;
    private static final long MOST_UNZIPPED = 100L * 1024 * 1024;

    /** Of the font's size; runs nearer than this stand on one line. */
    private static final double SAME_LINE = 0.4;

    /** ofdrw's default where a text object names none. */
    private static final double USUAL_SIZE = 4.2;

    private OfdText() {}

    static List<String> read(byte[] file, int maxCharacters) throws IOException {
        OFDReader.setZipFileMaxSize(MOST_UNZIPPED);
        List<List<PlacedLine>> pages = new ArrayList<>();
        int characters = 0;
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(file))) {
            int count = reader.getNumberOfPages();
            if (count > MOST_PAGES) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE, "expected at most " + MOST_PAGES + " pages, got " + count);
            }
            ContentExtractor extractor = new ContentExtractor(reader);
            for (int page = 0; page < count; page++) {
                List<PlacedRun> runs = new ArrayList<>();
                for (TextObject text : extractor.getPageTextObject(page + 1)) {
                    runs.addAll(runs(text));
                }
                characters += runs.stream().mapToInt(run -> run.text().length()).sum();
                if (characters > maxCharacters) {
                    throw new RefusedException(
                            Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxCharacters + " characters, got more");
                }
                pages.add(lines(page, runs));
            }
        }
        if (characters == 0) {
            throw new RefusedException(Reason.NEEDS_OCR, "expected text, got none on " + pages.size() + " pages");
        }
        return Paragraphs.join(RunningLines.without(pages));
    }

    private static List<PlacedRun> runs(TextObject text) {
        ST_Box box = text.getBoundary();
        double originX = box == null ? 0 : Optional.ofNullable(box.getTopLeftX()).orElse(0.0);
        double originY = box == null ? 0 : Optional.ofNullable(box.getTopLeftY()).orElse(0.0);
        Double size = text.getSize();
        Matrix matrix = Matrix.of(text.getCTM());
        double em = Optional.ofNullable(size).orElse(USUAL_SIZE);
        List<PlacedRun> runs = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (TextCode code : text.getTextCodes()) {
            String content = Optional.ofNullable(code.getContent()).orElse("");
            // §11.3: what a code leaves out is as in the code before.
            x = Optional.ofNullable(code.getX()).orElse(x);
            y = Optional.ofNullable(code.getY()).orElse(y);
            double[] steps = steps(code.getDeltaX());
            double at = x;
            for (int i = 0; i < content.length(); i++) {
                char c = content.charAt(i);
                double width = c < '\u0250' ? em / 2 : em;
                double left = originX + matrix.x(at, y);
                runs.add(new PlacedRun(
                        String.valueOf(c),
                        left,
                        left + width * matrix.scale(),
                        originY + matrix.y(at, y),
                        em * matrix.scale()));
                at += i < steps.length ? steps[i] : width;
            }
        }
        return runs;
    }

    private static double[] steps(ST_Array delta) {
        return delta == null ? new double[0] : delta.expectArr(delta.size());
    }

    private static List<PlacedLine> lines(int page, List<PlacedRun> runs) {
        List<PlacedRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(PlacedRun::baseline));
        List<PlacedLine> lines = new ArrayList<>();
        List<PlacedRun> line = new ArrayList<>();
        for (PlacedRun run : sorted) {
            if (!line.isEmpty() && run.baseline() - line.get(0).baseline() > SAME_LINE * run.size()) {
                lines.add(line(page, line));
                line = new ArrayList<>();
            }
            line.add(run);
        }
        if (!line.isEmpty()) {
            lines.add(line(page, line));
        }
        return lines.stream().filter(placed -> !placed.text().isEmpty()).toList();
    }

    private static PlacedLine line(int page, List<PlacedRun> runs) {
        runs.sort(Comparator.comparingDouble(PlacedRun::left));
        return PlacedLine.of(page, runs);
    }

    /** A transformation of a text object: x' = ax + cy + e, y' = bx + dy + f. */
    private record Matrix(double a, double b, double c, double d, double e, double f) {

        static Matrix of(ST_Array ctm) {
            if (ctm == null || ctm.size() != 6) {
                return new Matrix(1, 0, 0, 1, 0, 0);
            }
            double[] m = ctm.expectArr(6);
            return new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]);
        }

        double x(double x, double y) {
            return a * x + c * y + e;
        }

        double y(double x, double y) {
            return b * x + d * y + f;
        }

        double scale() {
            return Math.hypot(a, b);
        }
    }
}
