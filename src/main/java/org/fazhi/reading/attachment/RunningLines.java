package org.fazhi.reading.attachment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes away what is printed on every page: page numbers and running heads. */
final class RunningLines {

    /** — 3 —, 3, 第3页, 第 3 页 共 12 页, 3/12: GB/T 9704-2012 §7.5 sets the first. */
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－─·~\\s]{0,6}(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／，,共]?\\s*共?\\s*\\d{1,4}(?:\\s*页)?)?[-—–－─·~\\s]{0,6}");

    /** Lines from either edge of a page that may be running. */
    private static final int EDGE = 2;

    private static final int LONGEST = 60;

    /** A line that begins two pages may do so by chance. */
    private static final int FEWEST_PAGES = 3;

    private RunningLines() {}

    /**
     * The lines that are not.
     *
     * @param pages the lines of each page from top to bottom
     */
    static List<PlacedLine> without(List<List<PlacedLine>> pages) {
        Map<String, Set<Integer>> seenOn = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            List<PlacedLine> lines = pages.get(page);
            for (int i = 0; i < lines.size(); i++) {
                if (isEdge(i, lines.size()) && lines.get(i).text().length() <= LONGEST) {
                    seenOn.computeIfAbsent(mask(lines.get(i)), key -> new HashSet<>())
                            .add(page);
                }
            }
        }
        List<PlacedLine> kept = new ArrayList<>();
        for (List<PlacedLine> lines : pages) {
            for (int i = 0; i < lines.size(); i++) {
                PlacedLine line = lines.get(i);
                boolean isRunning = isEdge(i, lines.size())
                        && (isPageNumber(line)
                                || isOnMost(
                                        seenOn.getOrDefault(mask(line), Set.of())
                                                .size(),
                                        pages.size()));
                if (!isRunning) {
                    kept.add(line);
                }
            }
        }
        return kept;
    }

    private static boolean isEdge(int index, int count) {
        return index < EDGE || index >= count - EDGE;
    }

    private static boolean isPageNumber(PlacedLine line) {
        return line.text().length() <= LONGEST
                && PAGE_NUMBER.matcher(line.text()).matches();
    }

    private static boolean isOnMost(int count, int pages) {
        return count >= FEWEST_PAGES && count * 2 >= pages;
    }

    private static String mask(PlacedLine line) {
        return line.text().replaceAll("[0-9０-９]+", "#").replaceAll("\\s+", "");
    }
}
