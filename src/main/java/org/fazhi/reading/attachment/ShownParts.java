package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.fazhi.reading.reason.Reason;

/**
 * An office file (ECMA-376) with what its program shows: hidden rows and columns of sheets left out, and hyphens and symbols
 * of running text, which the parser passes over, as characters, so that the digits beside them do not become one number.
 */
final class ShownParts {

    /** A part of a report has some hundred kilobytes. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Pattern DOCUMENT = Pattern.compile("word/(?:document|footnotes|endnotes)\\d{0,2}\\.xml");
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]{1,60}\\.xml");

    /** §17.3.3.18: a hyphen at which no line breaks. */
    private static final Pattern HYPHEN = Pattern.compile("<w:noBreakHyphen\\s{0,9}/>");

    /** §17.3.3.30: a character of a font of symbols; which one it is depends on the font. */
    private static final Pattern SYMBOL = Pattern.compile("<w:sym\\s[^<>]{0,200}/>");

    private static final Pattern ROW = Pattern.compile("<row\\s[^<>]{0,800}>");

    private static final Pattern COLUMN = Pattern.compile("<col\\s([^<>]{0,800})/>");
    private static final Pattern IS_HIDDEN = Pattern.compile("\\bhidden=\"(?:1|true)\"");
    private static final Pattern FIRST = Pattern.compile("\\bmin=\"(\\d{1,5})\"");
    private static final Pattern LAST = Pattern.compile("\\bmax=\"(\\d{1,5})\"");
    private static final Pattern CELL =
            Pattern.compile("<c\\s(?:[^<>]{0,200}\\s)?r=\"([A-Z]{1,3})\\d{1,7}\"[^<>]{0,200}>");

    private ShownParts() {}

    /** The file itself where nothing of it is hidden or passed over. */
    static byte[] of(byte[] file) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        int room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (DOCUMENT.matcher(name).matches() || SHEET.matcher(name).matches()) {
                    byte[] part = bounded(zip, room);
                    room -= part.length;
                    byte[] shown = shown(name, part);
                    if (shown != part) {
                        changed.put(name, shown);
                    }
                }
            }
        }
        return changed.isEmpty() ? file : with(changed, file);
    }

    private static byte[] bounded(ZipInputStream zip, int room) throws IOException {
        byte[] part = zip.readNBytes(room + 1);
        if (part.length > room) {
            throw new RefusedException(
                    Reason.ATTACHMENT_TOO_LARGE,
                    "expected at most " + MOST_BYTES + " bytes of text in its parts, got more");
        }
        return part;
    }

    private static byte[] shown(String name, byte[] part) {
        boolean isDocument = DOCUMENT.matcher(name).matches();
        String xml = new String(part, StandardCharsets.UTF_8);
        String shown = isDocument
                ? SYMBOL.matcher(HYPHEN.matcher(xml).replaceAll("<w:t>-</w:t>")).replaceAll("<w:t>□</w:t>")
                : withoutHidden(xml);
        return shown.equals(xml) ? part : shown.getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutHidden(String sheet) {
        String rows = without(
                sheet, ROW, "</row>", row -> IS_HIDDEN.matcher(row.group()).find());
        List<int[]> columns = hiddenColumns(sheet);
        return columns.isEmpty()
                ? rows
                : without(rows, CELL, "</c>", cell -> {
                    int column = column(cell.group(1));
                    return columns.stream().anyMatch(range -> range[0] <= column && column <= range[1]);
                });
    }

    private static String without(String xml, Pattern opening, String closing, Predicate<Matcher> isHidden) {
        StringBuilder kept = new StringBuilder();
        Matcher open = opening.matcher(xml);
        int done = 0;
        while (open.find()) {
            if (open.start() < done || !isHidden.test(open)) {
                continue;
            }
            boolean isEmpty = xml.charAt(open.end() - 2) == '/';
            int end = isEmpty ? open.end() : xml.indexOf(closing, open.end());
            if (end < 0) {
                break;
            }
            kept.append(xml, done, open.start());
            done = isEmpty ? end : end + closing.length();
        }
        return kept.append(xml, done, xml.length()).toString();
    }

    private static List<int[]> hiddenColumns(String sheet) {
        List<int[]> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(sheet);
        while (column.find()) {
            Matcher first = FIRST.matcher(column.group(1));
            Matcher last = LAST.matcher(column.group(1));
            if (IS_HIDDEN.matcher(column.group(1)).find() && first.find() && last.find()) {
                columns.add(new int[] {Integer.parseInt(first.group(1)), Integer.parseInt(last.group(1))});
            }
        }
        return columns;
    }

    /** A is 1, AA is 27. */
    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    private static byte[] with(Map<String, byte[]> changed, byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int room = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = changed.get(entry.getName());
                // Nothing but text is read of the file, so that pictures and all else embedded may stay out.
                if (part == null && entry.getName().contains("/media/")) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = part == null ? bounded(in, room) : part;
                room -= part == null ? content.length : 0;
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
