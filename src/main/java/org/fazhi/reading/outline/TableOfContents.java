package org.fazhi.reading.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops the headings of a table of contents, so that no section is taken twice. */
final class TableOfContents {

    /** As many headings in a row without a line of text between them, that come again below, are a table of contents. */
    private static final int FEWEST = 3;

    private static final int COMPARED = 8;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[\\s.…·0-9]+$");

    private TableOfContents() {}

    static List<Heading> without(List<Heading> headings, List<TextLine> lines) {
        Set<String> below = new HashSet<>();
        boolean[] repeated = new boolean[headings.size()];
        for (int i = headings.size() - 1; i >= 0; i--) {
            repeated[i] = !below.add(key(headings.get(i)));
        }
        int run = 0;
        while (run < headings.size() && repeated[run] && standsAlone(headings, run, lines)) {
            run++;
        }
        if (run < FEWEST) {
            return headings;
        }
        return new ArrayList<>(headings.subList(run, headings.size()));
    }

    private static String key(Heading heading) {
        String text = PAGE_NUMBER.matcher(heading.text()).replaceAll("");
        return heading.level() + heading.number() + text.substring(0, Math.min(COMPARED, text.length()));
    }

    /** Whether no line of text stands between this heading and the next. */
    private static boolean standsAlone(List<Heading> headings, int index, List<TextLine> lines) {
        Heading heading = headings.get(index);
        if (index + 1 >= headings.size() || lines.get(heading.line()).text().contains("。")) {
            return false;
        }
        int next = headings.get(index + 1).line();
        boolean lastOfTable = key(headings.get(index + 1)).equals(key(headings.get(0)));
        for (int i = heading.line() + 1; i < next && !lastOfTable; i++) {
            if (lines.get(i).text().length() > 4) {
                return false;
            }
        }
        return next > heading.line();
    }
}
