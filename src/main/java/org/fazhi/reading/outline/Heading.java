package org.fazhi.reading.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * A numbered heading where it stands.
 *
 * @param number without brackets and points, half-width
 * @param text without number and closing punctuation
 * @param span number and heading, into the text
 * @param line index of its line
 */
record Heading(int level, String number, String text, Span span, int line) {

    private static final String CHINESE = "[一二三四五六七八九十]{1,3}";

    /** 一、 at the start of a line; not 三、四中全会, where the line goes on with the next number of a list. */
    private static final Pattern LEVEL_1 = Pattern.compile(
            "^(" + CHINESE + ")[\\s\u3000\u00a0]{0,3}[、.．，,：:](?![一二三四五六七八九十][、中季级线类审届])[\\s\u3000\u00a0]*");

    private static final Pattern LEVEL_2 = Pattern.compile(
            "^[(（﹙]?[\\s\u3000\u00a0]{0,2}(" + CHINESE + ")[\\s\u3000\u00a0]{0,2}[)）﹚][、.．，,]?[\\s\u3000\u00a0]*");

    /** 1. or 1、 but neither 1.5万元 nor the date 1.11; a year may follow: 1.2023年…. */
    private static final Pattern LEVEL_3 = Pattern.compile(
            "^([0-9０-９]{1,2})[\\s\u3000\u00a0]{0,3}[.．、﹒](?:(?![0-9０-９])|(?=20\\d\\d年))[\\s\u3000\u00a0]*");

    private static final Pattern MARKER_ALONE = Pattern.compile("^[0-9０-９]{1,2}$");
    private static final Pattern TORN_POINT = Pattern.compile("^[.．、][\\s\u3000\u00a0]*(?=[^0-9０-９\\s])");

    /** Behind a full stop the next number of the same row, inside one line: headings whose line break was lost. */
    private static final Pattern GLUED =
            Pattern.compile("[\\s\u3000\u00a0]{0,8}(?=(?:[(（]" + CHINESE + "[)）]|" + CHINESE + "、))");

    /** Headings of a deeper level looked back over for the one a glued heading continues. */
    private static final int MOST_SUBHEADINGS = 200;

    private static final String CLOSING = "。；;：:，,.．、…";

    /** All headings, in the order of the text; those of a table of contents included. */
    static List<Heading> in(List<TextLine> lines) {
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            Optional<Heading> torn = torn(lines, i);
            Optional<Heading> heading = torn.isPresent() ? torn : at(line.text(), line.start(), i);
            heading.ifPresent(headings::add);
            glued(line, i, headings);
        }
        return headings;
    }

    /** The number on a line of its own, and the point at the start of the next. */
    private static Optional<Heading> torn(List<TextLine> lines, int index) {
        TextLine line = lines.get(index);
        if (!MARKER_ALONE.matcher(line.text()).matches() || index + 1 >= lines.size()) {
            return Optional.empty();
        }
        TextLine next = lines.get(index + 1);
        Matcher point = TORN_POINT.matcher(next.text());
        if (!point.find()) {
            return Optional.empty();
        }
        Heading rest = heading(3, line.text(), next.text(), point.end(), next.start(), index);
        return Optional.of(new Heading(
                3,
                rest.number(),
                rest.text(),
                new Span(line.start(), rest.span().end()),
                index));
    }

    private static Optional<Heading> at(String line, int offset, int index) {
        Matcher first = LEVEL_1.matcher(line);
        if (first.find() && first.end() < line.length()) {
            return Optional.of(heading(1, first.group(1), line, first.end(), offset, index));
        }
        Matcher second = LEVEL_2.matcher(line);
        if (second.find() && second.end() < line.length()) {
            return Optional.of(heading(2, second.group(1), line, second.end(), offset, index));
        }
        Matcher third = LEVEL_3.matcher(line);
        if (third.find() && third.end() < line.length()) {
            return Optional.of(heading(3, third.group(1), line, third.end(), offset, index));
        }
        return Optional.empty();
    }

    private static Heading heading(int level, String number, String line, int from, int offset, int index) {
        int stop = line.indexOf('。', from);
        int end = stop < 0 ? line.length() : stop;
        while (end > from && (CLOSING.indexOf(line.charAt(end - 1)) >= 0 || TextLine.isBlank(line.charAt(end - 1)))) {
            end--;
        }
        return new Heading(level, halfWidth(number), line.substring(from, end), new Span(offset, offset + end), index);
    }

    private static String halfWidth(String number) {
        StringBuilder half = new StringBuilder();
        for (char c : number.toCharArray()) {
            half.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
        }
        return half.toString();
    }

    /** Headings inside a line, where their number is the one that has to come next. */
    private static void glued(TextLine line, int index, List<Heading> headings) {
        Matcher boundary = GLUED.matcher(line.text());
        for (int i = 1; i < line.text().length(); i++) {
            boolean isBehindStop = "。！？".indexOf(line.text().charAt(i - 1)) >= 0;
            if (!isBehindStop || !boundary.region(i, line.text().length()).lookingAt()) {
                continue;
            }
            int from = boundary.end();
            int reach = Math.min(line.text().length(), from + 200);
            Optional<Heading> found = at(line.text().substring(from, reach), line.start() + from, index)
                    .filter(heading -> heading.level() < 3)
                    .filter(heading -> isNext(heading, headings));
            found.ifPresent(headings::add);
        }
    }

    private static boolean isNext(Heading heading, List<Heading> before) {
        int at = before.size() - 1;
        int lowest = Math.max(0, before.size() - MOST_SUBHEADINGS);
        while (at >= lowest && before.get(at).level() > heading.level()) {
            at--;
        }
        if (at < lowest || before.get(at).level() < heading.level()) {
            return heading.number().equals("一") && !before.isEmpty();
        }
        return value(heading.number()) == value(before.get(at).number()) + 1;
    }

    /** 1 to 99 of a Chinese or Arabic heading number. */
    static int value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return digit(number.charAt(0));
        }
        int tens = ten == 0 ? 1 : digit(number.charAt(0));
        return tens * 10 + (ten + 1 < number.length() ? digit(number.charAt(ten + 1)) : 0);
    }

    private static int digit(char c) {
        return "零一二三四五六七八九".indexOf(c);
    }
}
