package org.fazhi.harvest.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What turns to the next page without a word: an arrow, a picture of one, an icon. The arrows of slide shows, of paths to the
 * page and of columns beside the list are none of it: an arrow stands in the box of a pager, or below the rows in a block
 * that has no heading or has most dates of the page.
 */
final class PagerArrows {

    private static final int MOST_LOOKED_AT = 100;
    private static final int LONGEST_ARROW = 6;
    private static final int SHORTEST_TITLE = 8;
    private static final int FAR = 6;
    private static final int NEAR = 2;
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}\\s{0,4}[-/.年]\\s{0,4}\\d{1,2}");

    private final ListingPage page;
    private final PagerWords words = PagerWords.bundled();
    private final List<Element> arrows = new ArrayList<>();
    private int lookedAt;

    private PagerArrows(ListingPage page) {
        this.page = page;
    }

    /** The elements that are clicked, in the order of the page. */
    static List<Element> of(ListingPage page) {
        PagerArrows reader = new PagerArrows(page);
        PageTour.of(page, reader::look);
        return List.copyOf(reader.arrows);
    }

    private void look(Element element, boolean isBelowRows) {
        boolean isClicked =
                element.normalName().equals("a") || element.normalName().equals("button") || element.hasAttr("onclick");
        if (!isClicked || element.text().length() > LONGEST_ARROW) {
            return;
        }
        boolean isInBox = words.isInBox(element);
        boolean isArrow = (isInBox || isBelowRows) && isArrow(element, isInBox) && lookedAt++ < MOST_LOOKED_AT;
        if (isArrow && !isOfOther(element) && (isInBox || isOfList(element))) {
            arrows.add(element);
        }
    }

    private boolean isArrow(Element element, boolean isInBox) {
        String text = element.text().strip();
        if (!text.isEmpty()) {
            return words.tells(PagerSign.NEXT_ARROW, text);
        }
        if (!ElementLabel.of(element).isEmpty()) {
            return false;
        }
        boolean isNext = isNext(element)
                || element.select("[class], img[src]").stream()
                        .limit(LONGEST_ARROW)
                        .anyMatch(this::isNext);
        boolean isNameless = isInBox && element.hasAttr("href") && element.selectFirst("svg, img, i") != null;
        return isNext || isNameless && !words.tells(PagerSign.BACK_CLASS, element.outerHtml());
    }

    private boolean isNext(Element element) {
        String name = element.attr("src").replaceFirst("^.*/", "");
        return words.tells(PagerSign.NEXT_CLASS, name)
                || element.classNames().stream().anyMatch(each -> words.tells(PagerSign.NEXT_CLASS, each));
    }

    /** Of a slide show, of a single row, or off. */
    private boolean isOfOther(Element element) {
        Element around = element;
        for (int up = 0; up <= FAR && around != null && !around.normalName().equals("body"); up++) {
            String name = around.normalName();
            boolean isRow = (name.equals("li") || name.equals("tr") || name.equals("dd"))
                    && around.select("a").stream().anyMatch(each -> each.text().length() >= SHORTEST_TITLE);
            boolean isOff = up <= NEAR && words.isInert(around);
            if (isRow || isOff || words.isSlides(around)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    private boolean isOfList(Element element) {
        Element body = page.document().body();
        Element around = element.parent();
        for (int up = 0; up < NEAR && around != null && around != body; up++) {
            if (around.selectFirst("h1, h2, h3, h4, h5, h6") != null) {
                return dates(around) > 0 && 2 * dates(around) >= dates(body);
            }
            around = around.parent();
        }
        return true;
    }

    private static long dates(Element element) {
        return DATE.matcher(element.text()).results().count();
    }
}
