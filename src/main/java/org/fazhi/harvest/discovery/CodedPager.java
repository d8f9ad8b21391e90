package org.fazhi.harvest.discovery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Shows a pager that stands in its box as one long word: its markup, as base64 or percent-encoded or first the one and then the other. */
final class CodedPager {

    private static final int MOST = 50;
    private static final int LONGEST = 20_000;
    private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/=%._~*-]{40,20000}");
    private static final Pattern MARKUP = Pattern.compile("(?i)<a\\s");

    private CodedPager() {}

    static void show(Document document) {
        List<Element> boxes = document.select("[id], [class]").stream()
                .filter(element ->
                        element.childrenSize() == 0 && element.textNodes().size() == 1)
                .filter(element -> CODED.matcher(element.text().strip()).matches())
                .limit(MOST)
                .filter(element -> PagerWords.bundled().isInBox(element))
                .toList();
        for (Element box : boxes) {
            markup(box.text().strip()).ifPresent(box::html);
        }
    }

    private static Optional<String> markup(String coded) {
        Optional<String> plain = base64(coded);
        return plain.filter(CodedPager::isMarkup)
                .or(() -> plain.flatMap(CodedPager::percent).filter(CodedPager::isMarkup))
                .or(() -> percent(coded).filter(CodedPager::isMarkup));
    }

    private static boolean isMarkup(String text) {
        return text.length() <= LONGEST && MARKUP.matcher(text).find();
    }

    private static Optional<String> base64(String text) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> percent(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
