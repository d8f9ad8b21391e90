package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tabs that stand beside one another, of which one is shown. */
final class Tabs {

    /** A page of nothing but tabs must not cost its square. */
    static final int MOST_LOOKED_AT = 400;

    /** A tab is a few elements below its box: {@code <ul><li><a><span>2022年}. */
    static final int NEAR = 2;

    private static final Pattern ADDRESS = Pattern.compile("[/?=.]");

    private Tabs() {}

    /** What holds a tab and its like: the first element around it that holds something else too. */
    static Element holder(Element tab) {
        Element around = tab;
        for (int up = 0; up <= NEAR; up++) {
            Element parent = around.parent();
            if (parent == null) {
                return around;
            }
            around = parent;
            if (around.childrenSize() > 1) {
                return around;
            }
        }
        return around;
    }

    static boolean isChosen(Element tab) {
        PagerWords words = PagerWords.bundled();
        Element around = tab;
        for (int up = 0; up <= NEAR && around != null; up++) {
            // A box around several is no tab.
            if (up > 0 && around.childrenSize() > 1) {
                return false;
            }
            if (words.tells(PagerSign.CHOSEN_CLASS, around.className())) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** True where a tab for all stands among them, unless another is the one that is chosen. */
    static boolean showAll(Element holder, List<Element> tabs) {
        PagerWords words = PagerWords.bundled();
        boolean isAllThere = holder.getAllElements().stream()
                .limit(MOST_LOOKED_AT)
                .anyMatch(each -> words.tells(PagerSign.ALL_YEARS, ElementLabel.of(each)));
        return isAllThere && tabs.stream().noneMatch(Tabs::isChosen);
    }

    /** True where the value of an option is an address. */
    static boolean isAddress(Element option) {
        return ADDRESS.matcher(option.attr("value")).find();
    }
}
