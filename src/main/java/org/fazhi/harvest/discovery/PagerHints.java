package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Signs that a list goes on which no label says in words: numbers that only a script makes live, a pair of numbers, a box of
 * page numbers, marks of scrolling lists, a 更多 that belongs to the list itself, parts that scripts fill.
 *
 * <p>Each of them has its double that says nothing of the list, such as the date of a row, the dots of a slide show, or the
 * 更多 of a column beside: what a sign stands in and beside decides.
 *
 * @param pages greatest page number shown; 0 where none is
 * @param linked where the list is said to go on, each with 0
 * @param isScripted true where a script makes a pager
 * @param loadsMore true where something loads further rows
 */
record PagerHints(int pages, Map<URI, Integer> linked, boolean isScripted, boolean loadsMore) {

    /** Each of these is looked at with what stands around it. */
    private static final int MOST_LOOKED_AT = 100;

    /** A pager shows some ten numbers at once. */
    private static final int MOST_BESIDE = 20;

    private static final int MOST_OPTIONS = 2_000;
    private static final int LONGEST_LABEL = 16;
    private static final int SHORTEST_TITLE = 8;
    private static final int LONGEST_ROW = 400;
    private static final int NEAR = 2;

    /** The heading of a block is two elements below the block at most: {@code <div><h3>法治政府<a>更多</a></h3><ul>}. */
    private static final int FAR = 3;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern OPTION = Pattern.compile("第?\\s{0,4}(\\d{1,4})\\s{0,4}页?");
    private static final Pattern GAP = Pattern.compile("[.…·]{1,6}");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}\\s{0,4}[-/.年]\\s{0,4}\\d{1,2}");
    private static final Pattern GOES_ON = Pattern.compile("[1-9]\\d{0,8}|true|[^\\s]{0,500}[/?=][^\\s]{0,500}");

    PagerHints {
        linked = Map.copyOf(linked);
    }

    /** @param isFamily true where the system's own scripts are known to its dialect */
    static Reader reader(ListingPage page, boolean isFamily) {
        return new Reader(page, PagerWords.bundled(), isFamily);
    }

    /** Reads hints from the elements of a page. */
    static final class Reader implements PageTour.Reader {

        private final ListingPage page;
        private final PagerWords words;
        private final boolean isFamily;
        private final Map<URI, Integer> linked = new HashMap<>();
        private int pages;
        private boolean isScripted;
        private boolean loadsMore;
        private boolean isBelowRows;
        private int lookedAt;

        private Reader(ListingPage page, PagerWords words, boolean isFamily) {
            this.page = page;
            this.words = words;
            this.isFamily = isFamily;
        }

        /** What the elements shown so far tell, and the scripts of the page. */
        PagerHints hints() {
            boolean makesPager = isScripted || !isFamily && words.tells(PagerSign.PAGER_CALL, page.script());
            boolean grows = loadsMore || !isFamily && words.tells(PagerSign.MORE_CALL, page.script());
            return new PagerHints(pages, linked, makesPager, grows);
        }

        @Override
        public void look(Element element, boolean isBelow) {
            isBelowRows = isBelow;
            isScripted = isScripted || !isFamily && words.tells(PagerSign.PAGER_PART, element.normalName());
            mark(element);
            if (element.normalName().equals("select")) {
                choice(element);
            }
            String label = ElementLabel.of(element);
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                return;
            }
            number(element, label);
            pair(element, label);
            more(element, label);
            archive(element, label);
        }

        /** {@code <li>1</li><li>2</li><li>3</li>}: below the rows or in the box of a pager, and no dots of a slide show. */
        private void number(Element element, String label) {
            boolean isFirst = label.equals("1")
                    && !isCell(element)
                    && !isClickable(element)
                    && isInPager(element)
                    && !isInSlides(element);
            if (!isFirst || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            int last = 1;
            Element next = element.nextElementSibling();
            for (int beside = 0; next != null && beside < MOST_BESIDE; beside++) {
                String text = next.text().strip();
                if (NUMBER.matcher(text).matches() && Integer.parseInt(text) > last) {
                    boolean isNext = Integer.parseInt(text) == last + 1;
                    if (beside == 0 && !isNext) {
                        return;
                    }
                    last = Integer.parseInt(text);
                } else if (!GAP.matcher(text).matches()) {
                    break;
                }
                next = next.nextElementSibling();
            }
            pages = Math.max(pages, last > 1 ? last : 0);
        }

        private static boolean isCell(Element element) {
            String name = element.normalName();
            return name.equals("td") || name.equals("th") || name.equals("option") || name.equals("a");
        }

        private boolean isClickable(Element element) {
            return element.hasAttr("onclick")
                    || !element.select("a[href], [onclick], button, input").isEmpty();
        }

        /** {@code 1/5}: of pages below the rows or in the box of a pager; beside a title it is a date. */
        private void pair(Element element, String label) {
            if (!words.tells(PagerSign.PAGE_PAIR, label) || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            String[] numbers = label.split("\\s*[/／]\\s*", 2);
            int first = Integer.parseInt(numbers[0]);
            int last = Integer.parseInt(numbers[1]);
            boolean isPages = first >= 1
                    && first <= last
                    && isInPager(element)
                    && !isInSlides(element)
                    && !isBesideTitle(element);
            pages = isPages ? Math.max(pages, last) : pages;
        }

        private static boolean isBesideTitle(Element element) {
            boolean isBeside = isTitle(element.previousElementSibling()) || isTitle(element.nextElementSibling());
            Element around = element.parent();
            for (int up = 0; !isBeside && around != null && up < FAR; up++) {
                String name = around.normalName();
                boolean isRow = name.equals("li") || name.equals("tr") || name.equals("dd") || name.equals("a");
                isBeside = isRow
                        && around.text().length() < LONGEST_ROW
                        && (name.equals("a") || around.select("a").stream().anyMatch(Reader::isTitle));
                around = around.parent();
            }
            return isBeside;
        }

        private static boolean isTitle(@org.jspecify.annotations.Nullable Element element) {
            return element != null
                    && (element.normalName().equals("a") || element.selectFirst("> a") != null)
                    && element.text().length() >= SHORTEST_TITLE;
        }

        /** A box to choose a page from: its numbers go up from 1 by one. Sizes of pages and months without a script do not. */
        private void choice(Element select) {
            if (!select.hasAttr("onchange") && !words.isInBox(select)) {
                return;
            }
            int last = 0;
            for (Element option :
                    select.select("option").stream().limit(MOST_OPTIONS).toList()) {
                Matcher number = OPTION.matcher(option.text().strip());
                if (!number.matches() || Integer.parseInt(number.group(1)) != last + 1) {
                    return;
                }
                last++;
            }
            pages = Math.max(pages, last > 1 ? last : 0);
        }

        /** Classes and attributes by which scripts know a list that grows. */
        private void mark(Element element) {
            boolean isMarked = words.names(PagerSign.MORE_MARK, element);
            for (Attribute attribute : element.attributes()) {
                isMarked = isMarked
                        || words.tells(PagerSign.MORE_MARK, attribute.getKey())
                                && GOES_ON.matcher(attribute.getValue().strip()).matches();
            }
            if (!isMarked || lookedAt++ > MOST_LOOKED_AT || words.isOff(element) || isInSlides(element)) {
                return;
            }
            String text = element.text();
            loadsMore = loadsMore
                    || !(text.length() < LONGEST_ROW && words.tells(PagerSign.MORE_END, text))
                            && element.attr("href").isBlank();
        }

        /** 更多 of the list itself, by its place; that of a column beside or in a heading of its own is another's. */
        private void more(Element element, String label) {
            boolean isMore = words.tells(PagerSign.MORE_WORD, label) || words.tells(PagerSign.MORE_LABEL, label);
            if (!isMore || words.isOff(element) || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            Element clicked = ElementLabel.clicked(element);
            String call = ElementLabel.call(clicked);
            Optional<URI> address = call.isEmpty()
                    ? Hrefs.resolve(page.base(), clicked.attr("href"))
                    : ElementLabel.addressIn(call).flatMap(named -> Hrefs.resolve(page.base(), named));
            if (address.isPresent()) {
                boolean isOther = !address.get().equals(page.url()) && isOfList(clicked, address.get());
                if (isOther) {
                    linked.put(address.get(), 0);
                }
            } else if (!call.isEmpty()) {
                loadsMore = true;
            }
        }

        /** Older rows kept apart, in the listing's own folder or at the head or foot of its block. */
        private void archive(Element element, String label) {
            if (!words.tells(PagerSign.ARCHIVE_LABEL, label) || words.isOff(element) || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            Element clicked = ElementLabel.clicked(element);
            Optional<URI> address = Hrefs.resolve(page.base(), clicked.attr("href"));
            if (!ElementLabel.call(clicked).isEmpty()) {
                loadsMore = loadsMore || isBelowRows;
            } else if (address.isPresent() && !address.get().equals(page.url())) {
                boolean isOwn = isBelow(address.get()) || isOfList(clicked, address.get());
                if (isOwn) {
                    linked.put(address.get(), 0);
                }
            }
        }

        /**
         * True where the nearest block around it that has titles has most dates of the page, and it stands at the head or the
         * foot of the block; else where it leads into the listing's own folder.
         */
        private boolean isOfList(Element element, URI address) {
            Element block = element;
            int up = 0;
            while (up < FAR && (block == element || titles(block, element) == 0)) {
                Element parent = block.parent();
                if (parent == null) {
                    return false;
                }
                block = parent;
                up++;
            }
            Element body = page.document().body();
            int dates = dates(block);
            boolean isMain = dates > 0 && 2 * dates >= dates(body);
            boolean isClose = up <= NEAR && block != body;
            return isMain && (isClose || isBelow(address));
        }

        private static long titles(Element block, Element but) {
            return block.select("a[href]").stream()
                    .filter(anchor -> anchor != but && anchor.text().length() >= SHORTEST_TITLE)
                    .limit(1)
                    .count();
        }

        private static int dates(Element element) {
            int count = 0;
            Matcher date = DATE.matcher(element.text());
            while (date.find()) {
                count++;
            }
            return count;
        }

        private boolean isBelow(URI address) {
            String path = String.valueOf(page.url().getPath());
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            return folder.length() > 1
                    && String.valueOf(address.getRawAuthority())
                            .equalsIgnoreCase(page.url().getRawAuthority())
                    && String.valueOf(address.getPath()).startsWith(folder);
        }

        private boolean isInPager(Element element) {
            return isBelowRows || words.isInBox(element);
        }

        private boolean isInSlides(Element element) {
            Element around = element;
            for (int up = 0; up <= 2 * FAR && around != null; up++) {
                if (words.isSlides(around)) {
                    return true;
                }
                around = around.parent();
            }
            return false;
        }
    }
}
