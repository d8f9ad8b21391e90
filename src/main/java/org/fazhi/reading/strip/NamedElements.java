package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements of a page that are looked for by their name, gathered in one walk, in document order.
 *
 * @param links {@code a} elements
 * @param metas {@code meta} elements that say what they speak of, and have a content
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

    /** What a meta element speaks of: by name (HTML), property (RDFa, Open Graph) or itemprop (microdata). */
    static String nameOf(Element meta) {
        for (String key : List.of("name", "property", "itemprop")) {
            if (meta.hasAttr(key)) {
                return meta.attr(key).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private void add(Element element) {
        String name = element.normalName();
        if (name.equals("a")) {
            links.add(element);
        } else if (name.equals("meta") && !nameOf(element).isEmpty() && element.hasAttr("content")) {
            metas.add(element);
        } else if (name.equals("script")) {
            scripts.add(element);
        }
    }
}
