package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Calendars beside a list: their days look like the numbers of a pager, their months like its arrows. A calendar shows every
 * day from 1 to 28 under the days of the week or the name of a month; it has no date of a row.
 */
final class Calendars {

    /** Every calendar has a 28th; a page of nothing else must not cost its square. */
    private static final String LATE_DAY = "28";

    private static final int MOST_LOOKED_AT = 20;

    /** A day is below its calendar by a cell, a row, a body and a link in it. */
    private static final int FAR = 6;

    /** A month has some hundred elements. */
    private static final int MOST_ELEMENTS = 600;

    /** Its arrows stand beside the days in a box of both. */
    private static final int NEAR = 2;

    private static final Set<String> MONTH =
            IntStream.rangeClosed(1, 28).mapToObj(Integer::toString).collect(Collectors.toUnmodifiableSet());

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Calendars() {}

    static void removeFrom(Document document) {
        List<Element> late = document.body().stream()
                .filter(each -> each.ownText().strip().equals(LATE_DAY))
                .limit(MOST_LOOKED_AT)
                .toList();
        for (Element day : late) {
            month(day).ifPresent(box -> whole(box).remove());
        }
    }

    /** The nearest box around a day that has all days, where it is a calendar. */
    private static Optional<Element> month(Element day) {
        Element around = day;
        for (int up = 0; up < FAR && around != null && !around.normalName().equals("body"); up++) {
            List<Element> inside = around.stream().limit(MOST_ELEMENTS + 1L).toList();
            if (inside.size() > MOST_ELEMENTS) {
                break;
            }
            Set<String> shown =
                    inside.stream().map(each -> each.ownText().strip()).collect(Collectors.toSet());
            if (shown.containsAll(MONTH)) {
                Element whole = whole(around);
                boolean isCalendar = RowDate.last(whole.text()).isEmpty()
                        && PagerWords.bundled().tells(PagerSign.CALENDAR_HEAD, whole.text());
                return isCalendar ? Optional.of(around) : Optional.empty();
            }
            around = around.parent();
        }
        return Optional.empty();
    }

    /** With the box around it, where that holds nothing more but a month and its arrows. */
    private static Element whole(Element box) {
        Element whole = box;
        for (int up = 0; up < NEAR; up++) {
            Element parent = whole.parent();
            if (parent == null || parent.normalName().equals("body") || !isHeadOnly(parent, whole)) {
                return whole;
            }
            whole = parent;
        }
        return whole;
    }

    private static boolean isHeadOnly(Element parent, Element box) {
        String beside = parent.children().stream()
                .filter(each -> each != box)
                .map(Element::text)
                .collect(Collectors.joining(" ", parent.ownText() + " ", ""));
        return PagerWords.bundled()
                .tells(
                        PagerSign.CALENDAR_LINE,
                        SPACE.matcher(beside).replaceAll(" ").strip());
    }
}
