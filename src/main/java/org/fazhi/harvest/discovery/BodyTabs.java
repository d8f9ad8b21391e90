package org.fazhi.harvest.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Tabs and boxes of bodies by which a page parts its list, so that it shows the rows of one of them only. A tab that has an
 * address, as a call with one has on a page that was read, is a link to another page and no part of this one.
 */
final class BodyTabs implements PageTour.Reader {

    private final PagerWords words = PagerWords.bundled();
    private final Map<Element, List<Element>> tabs = new LinkedHashMap<>();
    private final List<Element> boxes = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private int lookedAt;

    /** When all elements were seen: bodies, as their tabs name them, whose rows only a script shows: those that are not chosen and that no row names. */
    Set<String> hidden(List<Link> rows) {
        tabs.forEach(this::group);
        boxes.forEach(this::box);
        hidden.removeIf(body -> rows.stream().anyMatch(row -> row.title().contains(body)));
        return hidden;
    }

    @Override
    public void look(Element element, boolean isBelowRows) {
        if (element.normalName().equals("option") || lookedAt >= Tabs.MOST_LOOKED_AT) {
            return;
        }
        if (element.normalName().equals("select")) {
            lookedAt++;
            boxes.add(element);
        } else if (isBody(ElementLabel.of(element))) {
            lookedAt++;
            tabs.computeIfAbsent(Tabs.holder(element), box -> new ArrayList<>()).add(element);
        }
    }

    private boolean isBody(String label) {
        return words.tells(PagerSign.BODY_LABEL, label);
    }

    private void group(Element holder, List<Element> found) {
        boolean isTabs = found.stream().anyMatch(Tabs::isChosen);
        if (found.size() < 2 || Tabs.showAll(holder, found)) {
            return;
        }
        for (Element tab : found) {
            if (!Tabs.isChosen(tab) && !words.isOff(tab) && (isScripted(tab) || isTabs && !hasAddress(tab))) {
                hidden.add(ElementLabel.of(tab));
            }
        }
    }

    private static boolean isScripted(Element tab) {
        return !ElementLabel.call(ElementLabel.clicked(tab)).isEmpty();
    }

    /** Of {@code #} alone, or of a part of the page, the script that reads it is not seen. */
    private static boolean hasAddress(Element tab) {
        String href = ElementLabel.clicked(tab).attr("href").strip();
        return !href.isEmpty() && !href.startsWith("#") && !href.regionMatches(true, 0, "javascript:", 0, 11);
    }

    /** A box to choose a body from, of which one is chosen. */
    private void box(Element select) {
        Optional<Element> first = Optional.empty();
        List<Element> bodies = new ArrayList<>();
        for (Element option :
                select.select("option").stream().limit(Tabs.MOST_LOOKED_AT).toList()) {
            boolean isBody = isBody(ElementLabel.plain(option.text().strip()));
            if (option.hasAttr("selected") || first.isEmpty()) {
                first = Optional.of(option);
            }
            if (isBody && !Tabs.isAddress(option)) {
                bodies.add(option);
            }
        }
        if (first.filter(bodies::remove).isPresent()) {
            bodies.forEach(option -> hidden.add(ElementLabel.plain(option.text().strip())));
        }
    }
}
