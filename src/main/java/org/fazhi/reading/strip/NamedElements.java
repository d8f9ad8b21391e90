package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements of a page that are looked for by their name, gathered in one walk, in document order.
 *
 * @param links {@code a} elements
 * @param metas {@code meta} elements that have a name and a content
 * @param scripts {@code script} elements
 */
record NamedElements(List<Element> links, List<Element> metas, List<Element> scripts) {

    static NamedElements of(Document document) {
        NamedElements named = new NamedElements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        document.traverse((node, depth) -> {
            if (node instanceof Element element) {
                named.add(element);
            }
        });
        return named;
    }

    private void add(Element element) {
        String name = element.normalName();
        if (name.equals("a")) {
            links.add(element);
        } else if (name.equals("meta") && element.hasAttr("name") && element.hasAttr("content")) {
            metas.add(element);
        } else if (name.equals("script")) {
            scripts.add(element);
        }
    }
}
