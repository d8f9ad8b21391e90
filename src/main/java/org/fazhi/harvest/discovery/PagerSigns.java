package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What a page says of the rows and pages that its list has, whether or not a dialect understands how they are asked for.
 *
 * @param rows greatest number of rows stated; 0 where none is
 * @param pages greatest number of pages stated; 0 where none is, or where its pages are not those that are asked for
 * @param ownRows greatest number of rows that the pager itself states; 0 where it states none
 * @param ownPages greatest number of pages that the pager itself states or shows; 0 where it states none
 * @param shown greatest page number that the pager shows as a label, live or not; 0 where it shows none
 * @param numbered greatest page number that is a link of a pager; 0 where there is none, and for families
 * @param turns greatest page that something turns to which is no address; 0 where there is none
 * @param linked pages that labels of a pager link to, each with its number; 0 where the label is no number
 * @param isLive true where a script turns to a next page of unknown number
 * @param isScripted true where a script makes a pager of its own, which may be one of a single page
 * @param isInert true where a label for the next page leads nowhere and does not say that it is to lead nowhere
 * @param loadsMore true where something loads further rows
 * @param isNoList true where the page says that it is not what was asked for, whatever stands beside that
 * @param hasScriptRows true where the page shows rows that only a script opens, or a place for rows that only it fills
 */
record PagerSigns(
        int rows,
        int pages,
        int ownRows,
        int ownPages,
        int shown,
        int numbered,
        int turns,
        Map<URI, Integer> linked,
        boolean isLive,
        boolean isScripted,
        boolean isInert,
        boolean loadsMore,
        boolean isNoList,
        boolean hasScriptRows) {

    static final PagerSigns NONE =
            new PagerSigns(0, 0, 0, 0, 0, 0, 0, Map.of(), false, false, false, false, false, false);

    /** Longer texts are titles, not labels of a pager. */
    private static final int LONGEST_LABEL = 16;

    /** Shorter texts are no titles of rows. */
    private static final int SHORTEST_TITLE = 8;

    private static final int MOST_LINKED = 100;

    /** Each of these is looked through with what stands around it; a page of nothing else must not cost its square. */
    private static final int MOST_LOOKED_THROUGH = 200;

    /** A row with its date; more is a page around a button. */
    private static final int LONGEST_ROW = 400;

    /** A label and what makes it live are a few elements apart: {@code <li class="disabled"><a><span>下一页}. */
    private static final int NEAR = 2;

    /** A pager that a script decodes stands in its box as one long word. */
    private static final Pattern OPAQUE = Pattern.compile("\\S{40,}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern COUNTING = Pattern.compile("(?i).*(?:total|count|pages|record).*");
    private static final Pattern IS_ANSWER = Pattern.compile("(?is)\\s*(?:[\\[{]|<\\?xml|<datastore).*");
    private static final Pattern ARGUMENT = Pattern.compile("(?<![\\w.])(\\d{1,5})(?![\\w.])");

    PagerSigns {
        linked = Map.copyOf(linked);
    }

    /**
     * Reads the signs of a page.
     *
     * @param isFamily true where a family of systems was recognised, which knows how its own scripts make rows and pagers
     */
    static PagerSigns of(ListingPage page, boolean isFamily) {
        PagerWords words = PagerWords.bundled();
        if (IS_ANSWER.matcher(page.body()).matches()) {
            int rows = words.greatest(PagerSign.ROWS_IN_ANSWER, page.body());
            int pages = words.greatest(PagerSign.PAGES_IN_ANSWER, page.body());
            return new PagerSigns(
                    rows, pages, rows, pages, 0, 0, 0, Map.of(), false, false, false, false, false, false);
        }
        return new Reader(page, words, isFamily).read();
    }

    /** The signs, where what fills the page's rows is asked for. */
    PagerSigns withoutScriptRows() {
        return with(pages, ownPages, linked, isLive, false);
    }

    /** The greatest number of a page of which something is said; 0 where nothing is. */
    int lastPage() {
        return Math.max(Math.max(pages, ownPages), Math.max(Math.max(shown, numbered), turns));
    }

    /** The signs, where pages stated are not those that are asked for. */
    PagerSigns withoutPages() {
        return with(0, 0, linked, isLive, hasScriptRows);
    }

    /**
     * The signs with those of the years by which the page parts its list.
     *
     * @param hidesYears true where a year is shown only by a script
     * @param pages pages of single years
     */
    PagerSigns withYears(boolean hidesYears, Set<URI> pages) {
        Map<URI, Integer> all = new HashMap<>(linked);
        pages.forEach(url -> all.put(url, 0));
        return with(this.pages, ownPages, all, isLive || hidesYears, hasScriptRows);
    }

    private PagerSigns with(
            int newPages, int newOwnPages, Map<URI, Integer> newLinked, boolean live, boolean scriptRows) {
        return new PagerSigns(
                rows,
                newPages,
                ownRows,
                newOwnPages,
                shown,
                numbered,
                turns,
                newLinked,
                live,
                isScripted,
                isInert,
                loadsMore,
                isNoList,
                scriptRows);
    }

    /** Reads a page. */
    private static final class Reader {

        private final ListingPage page;
        private final PagerWords words;
        private final boolean isFamily;
        private final StringBuilder code = new StringBuilder();
        private final Map<URI, Integer> linked = new HashMap<>();
        private final Set<Element> titles = new HashSet<>();
        private int shown;
        private int turns;
        private boolean isLive;
        private boolean isInert;
        private boolean loadsMore;
        private boolean hasEmptyBox;
        private boolean hasScriptRows;
        private int lookedThrough;

        Reader(ListingPage page, PagerWords words, boolean isFamily) {
            this.page = page;
            this.words = words;
            this.isFamily = isFamily;
        }

        PagerSigns read() {
            PagerHints.Reader hinted = PagerHints.reader(page, isFamily);
            PagerCounts.Reader counted = PagerCounts.reader();
            PageTour.of(page, (element, isBelowRows) -> look(element), hinted, counted);
            PagerHints hints = hinted.hints();
            PagerCounts own = counted.counts();
            String scripts = page.script() + "\n" + code;
            String text = text();
            int rows = Math.max(
                    words.greatest(PagerSign.ROWS_IN_TEXT, text), words.greatest(PagerSign.ROWS_IN_CODE, scripts));
            int pages = Math.max(
                    words.greatest(PagerSign.PAGES_IN_TEXT, text), words.greatest(PagerSign.PAGES_IN_CODE, scripts));
            boolean fills = !isFamily
                    && (hasScriptRows
                            || words.tells(PagerSign.SCRIPT_ROWS, page.unshown())
                            || page.hiddenRows().areThere());
            hints.linked().forEach(linked::putIfAbsent);
            page.arrows().forEach(arrow -> turn(arrow, false, 0, false));
            page.next()
                    .filter(url -> !isFamily && !url.equals(page.url()))
                    .ifPresent(url -> linked.putIfAbsent(url, 0));
            // A family's own variables are its pager's.
            return new PagerSigns(
                    rows,
                    Math.max(pages, hints.pages()),
                    isFamily ? rows : own.rows(),
                    Math.max(isFamily ? pages : own.pages(), hints.pages()),
                    shown,
                    isFamily ? 0 : page.numbers().last(),
                    turns,
                    linked,
                    isLive,
                    hasEmptyBox || hints.isScripted(),
                    isInert,
                    loadsMore || hints.loadsMore(),
                    words.tells(PagerSign.NO_LIST, text),
                    fills);
        }

        private void look(Element element) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                if (COUNTING.matcher(name).matches()) {
                    code.append(name).append("=\"").append(attribute.getValue()).append("\"\n");
                }
            }
            box(element);
            String call = ElementLabel.call(element);
            if (!call.isEmpty()) {
                turns = Math.max(turns, words.greatest(PagerSign.TURN_CALL, call));
            }
            String label = ElementLabel.of(element);
            if (!label.isEmpty() && label.length() <= LONGEST_LABEL) {
                label(element, label);
            }
            row(element, call);
        }

        /** A place for a pager that only a script fills; a family's own scripts are known. */
        private void box(Element element) {
            boolean isBox =
                    !isFamily && !element.normalName().equals("body") && words.names(PagerSign.PAGER_BOX, element);
            if (isBox
                    && lookedThrough++ < MOST_LOOKED_THROUGH
                    && element.select("a, li, button, input").isEmpty()) {
                String text = element.text().strip();
                hasEmptyBox =
                        hasEmptyBox || text.isEmpty() || OPAQUE.matcher(text).matches();
            }
        }

        private void label(Element element, String label) {
            boolean isTurn = words.tells(PagerSign.TURN_LABEL, label) || words.tells(PagerSign.NEXT_LABEL, label);
            int number = words.tells(PagerSign.YEAR_LABEL, label) ? -1 : ElementLabel.page(label);
            boolean isNumber = number >= 0;
            boolean isMore = words.tells(PagerSign.MORE_LABEL, label);
            if (!isTurn && !isNumber && !isMore || words.isOff(element) || isTurn && isInSlides(element)) {
                return;
            }
            Element live = live(element);
            turn(live, isNumber, Math.max(number, 0), isMore);
        }

        private void turn(Element live, boolean isNumber, int number, boolean isMore) {
            String call = ElementLabel.call(live);
            Optional<URI> address = Hrefs.resolve(page.base(), live.attr("href"));
            if (isMore) {
                boolean isElsewhere = address.isPresent() && call.isEmpty() && !samePath(address.get());
                loadsMore = loadsMore || !isElsewhere;
                return;
            }
            boolean isPagerNumber = isNumber && isClickable(live);
            shown = isPagerNumber ? Math.max(shown, number) : shown;
            if (address.isPresent() && call.isEmpty()) {
                if (!address.get().equals(page.url()) && linked.size() < MOST_LINKED) {
                    linked.put(address.get(), number);
                }
                return;
            }
            int target = Math.max(number, target(live, call));
            if (isNumber) {
                turns = isPagerNumber ? Math.max(turns, number) : turns;
            } else if (target > 0) {
                turns = Math.max(turns, target);
            } else if (!call.isEmpty()) {
                isLive = true;
            } else if (isClickable(live)) {
                isInert = true;
            }
        }

        /** A row with a date and no address: a script opens it. */
        private void row(Element element, String call) {
            boolean isOpened = !call.isEmpty()
                    || !element.hasAttr("href") && (element.hasAttr("data-url") || element.hasAttr("data-href"));
            boolean isLooked = isOpened && !hasScriptRows && lookedThrough++ < MOST_LOOKED_THROUGH;
            if (!isLooked || element.text().length() < SHORTEST_TITLE) {
                return;
            }
            Element row = element;
            for (int up = 0; up < NEAR && RowDate.last(row.text()).isEmpty(); up++) {
                Element parent = row.parent();
                row = parent == null ? row : parent;
            }
            boolean isRow = RowDate.last(row.text()).isPresent()
                    && row.text().length() < LONGEST_ROW
                    && row.select("a[href]").stream()
                            .noneMatch(anchor -> Hrefs.resolve(page.base(), anchor.attr("href"))
                                    .isPresent());
            hasScriptRows = isRow;
        }

        /** What the page shows, without the titles of rows, which may count what they like. */
        private String text() {
            Element body = page.document().body().clone();
            body.select("a[href], script, style").stream()
                    .filter(each ->
                            !each.normalName().equals("a") || each.text().length() > LONGEST_LABEL)
                    .forEach(Element::remove);
            return words.without(PagerSign.SITE_COUNT, body.text());
        }

        /** The element that is clicked: the label's own, or one close around it. */
        private Element live(Element element) {
            Element around = element;
            for (int up = 0; up <= NEAR && around != null; up++) {
                if (isClickable(around)) {
                    return around;
                }
                around = around.parent();
            }
            return element;
        }

        private static boolean isClickable(Element element) {
            // An empty address is the page's own.
            return !element.attr("href").isBlank()
                    || element.hasAttr("onclick")
                    || element.hasAttr("data-page")
                    || element.hasAttr("data-url")
                    || element.hasAttr("data-href")
                    || element.normalName().equals("button")
                    || element.normalName().equals("input");
        }

        /** Slides turn as well; what holds dates is a list, whatever it is called. */
        private boolean isInSlides(Element element) {
            Element around = element;
            for (int up = 0; up <= 2 * NEAR && around != null; up++) {
                if (words.tells(PagerSign.SLIDES_CLASS, around.className())) {
                    return RowDate.last(around.text()).isEmpty();
                }
                around = around.parent();
            }
            return false;
        }

        private static int target(Element element, String call) {
            String data = element.attr("data-page");
            if (NUMBER.matcher(data).matches()) {
                return Integer.parseInt(data);
            }
            Matcher argument = ARGUMENT.matcher(call);
            int target = argument.find() ? Integer.parseInt(argument.group(1)) : 0;
            return argument.find() ? 0 : target;
        }

        private boolean samePath(URI address) {
            return String.valueOf(address.getPath()).equals(page.url().getPath());
        }
    }
}
