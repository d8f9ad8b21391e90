package org.fazhi.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to the text of some pages on the way to the reader, as seen on real pages. */
enum Damage {
    NONE {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            return lines;
        }
    },
    /** "1" on one line and ". 加强…" on the next. */
    TORN_MARKERS {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            List<ReportLine> torn = new ArrayList<>();
            for (ReportLine line : lines) {
                Matcher marker = LIST_MARKER.matcher(line.text());
                if (line.level() == 3 && marker.lookingAt()) {
                    torn.add(ReportLine.paragraph(marker.group(1)));
                    torn.add(line.withText(". " + line.text().substring(marker.end())));
                } else {
                    torn.add(line);
                }
            }
            return torn;
        }
    },
    /** 〔 〕 of the document number and 年 月 of the date are gone: 枕政20256号, 20253日 was 2025年3月…日. */
    LOST_GLYPHS {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            return lines.stream()
                    .map(line -> switch (line.place()) {
                        case HEAD -> line.withText(line.text().replaceAll("[〔〕号]", ""));
                        case SIGNATURE -> line.withText(line.text().replaceAll("[年月]", ""));
                        case BODY -> line;
                    })
                    .toList();
        }
    },
    /** Digits, percent sign and decimal point of double width. */
    FULL_WIDTH {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            return lines.stream()
                    .map(line -> line.withText(widened(line.text())))
                    .toList();
        }
    },
    /** A no-break or ideographic space between a number and its unit: 93.6 %. */
    SPACES {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            return lines.stream()
                    .map(line ->
                            line.withText(NUMBER_AND_UNIT.matcher(line.text()).replaceAll("$1\u00a0$2")))
                    .toList();
        }
    },
    /** A pirate mirror: traditional characters, with pinyin in brackets after some of them. */
    TRADITIONAL {
        @Override
        List<ReportLine> apply(List<ReportLine> lines) {
            Map<Character, String> mirror = mirror();
            return lines.stream()
                    .map(line -> line.withText(mirrored(line.text(), mirror)))
                    .toList();
        }
    };

    private static final Pattern LIST_MARKER = Pattern.compile("(\\d{1,2})\\.");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9])(%|件|项|人次|次|个)");

    abstract List<ReportLine> apply(List<ReportLine> lines);

    private static String widened(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean point = c == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            wide.append(c >= '0' && c <= '9' || c == '%' || point ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }

    /** Changes the text character by character as a mirror does; some characters of {@code mirror.tsv} have a gloss. */
    private static String mirrored(String text, Map<Character, String> mirror) {
        StringBuilder mirrored = new StringBuilder();
        for (char c : text.toCharArray()) {
            mirrored.append(mirror.getOrDefault(c, String.valueOf(c)));
        }
        return mirrored.toString();
    }

    private static Map<Character, String> mirror() {
        Map<Character, String> mirror = new HashMap<>();
        for (Row row : Row.all("mirror.tsv", "\t")) {
            mirror.put(
                    row.cell("simplified").charAt(0),
                    row.cell("traditional")
                            + row.filled("pinyin")
                                    .map(pinyin -> "(" + pinyin + ")")
                                    .orElse(""));
        }
        return mirror;
    }
}
