package org.fazhi.harvest.discovery;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The foot of a site, which counts what the whole site holds (信息总数：3562) and not the list above it. It is called a foot, says
 * who keeps the site, and has neither rows nor a pager.
 */
final class SiteFoot {

    private static final int MOST_LOOKED_AT = 50;

    /** A foot is a few lines; more is a page that is called one. */
    private static final int LONGEST = 3_000;

    private SiteFoot() {}

    static void removeFrom(Document document) {
        PagerWords words = PagerWords.bundled();
        List<Element> feet = document.body().stream()
                .filter(each -> !each.normalName().equals("body")
                        && (each.normalName().equals("footer") || words.names(PagerSign.FOOT_BOX, each)))
                .limit(MOST_LOOKED_AT)
                .toList();
        for (Element foot : feet) {
            String text = foot.text();
            boolean isFoot = text.length() <= LONGEST
                    && words.tells(PagerSign.FOOT_WORD, text)
                    && RowDate.last(text).isEmpty()
                    && foot.stream().noneMatch(each -> isOfPager(words, each));
            if (isFoot) {
                foot.remove();
            }
        }
    }

    private static boolean isOfPager(PagerWords words, Element element) {
        String label = ElementLabel.of(element);
        return words.names(PagerSign.PAGER_BOX, element)
                || words.tells(PagerSign.NEXT_LABEL, label)
                || words.tells(PagerSign.TURN_LABEL, label);
    }
}
