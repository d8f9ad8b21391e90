package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Chapter numbers that Word writes by itself. Tika knows no Chinese ones and writes 1、 and （1） where Word shows 一、 and
 * （一）; the file's {@code numbering.xml} says which forms are Chinese (ECMA-376 part 1, §17.18.59, {@code
 * chineseCounting} and its kin).
 */
final class ChineseNumbering {

    private static final String PART = "word/numbering.xml";
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_FORMS = 50;

    private static final Set<String> CHINESE = Set.of(
            "chineseCounting",
            "chineseCountingThousand",
            "chineseLegalSimplified",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand");

    private static final Pattern LEVEL_TEXT = Pattern.compile("([^%]{0,4})%\\d([^%]{1,4})");
    private static final String DIGITS = "零一二三四五六七八九";

    private final List<Pattern> forms;

    private ChineseNumbering(List<Pattern> forms) {
        this.forms = forms;
    }

    /** What a .docx says of its numbers; a form that it uses with Arabic digits too is left as it is. */
    static ChineseNumbering of(byte[] docx) throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PART)) {
                    return new ChineseNumbering(forms(zip.readNBytes(MOST_BYTES)));
                }
            }
        }
        return new ChineseNumbering(List.of());
    }

    private static List<Pattern> forms(byte[] part) throws XMLStreamException {
        Set<String> chinese = new LinkedHashSet<>();
        Set<String> others = new HashSet<>();
        String format = "";
        XMLStreamReader reader = OfdPage.reader(part);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("numFmt")) {
                format = value(reader);
            } else if (reader.getLocalName().equals("lvlText")) {
                (CHINESE.contains(format) ? chinese : others).add(value(reader).replaceFirst("%\\d", "%1"));
            }
        }
        chinese.removeAll(others);
        List<Pattern> forms = new ArrayList<>();
        for (String form : chinese) {
            Matcher parts = LEVEL_TEXT.matcher(form);
            if (parts.matches() && forms.size() < MOST_FORMS) {
                forms.add(Pattern.compile(
                        "^" + Pattern.quote(parts.group(1)) + "(\\d{1,2})" + Pattern.quote(parts.group(2)) + " "));
            }
        }
        return forms;
    }

    private static String value(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("val")) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The line with its number as Word shows it. Tika sets a blank behind a number that Word has written. */
    String shown(String line) {
        for (Pattern form : forms) {
            Matcher number = form.matcher(line);
            if (number.find()) {
                String label = number.group().stripTrailing();
                int at = label.indexOf(number.group(1));
                return label.substring(0, at)
                        + counted(Integer.parseInt(number.group(1)))
                        + label.substring(at + number.group(1).length())
                        + line.substring(number.end());
            }
        }
        return line;
    }

    private static String counted(int number) {
        int tens = number / 10;
        String ten = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十";
        return number % 10 == 0 && tens > 0 ? ten : ten + DIGITS.charAt(number % 10);
    }
}
