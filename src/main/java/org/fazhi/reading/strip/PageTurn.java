package org.fazhi.reading.strip;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells that an article goes on at another address: a link to turn the page that leads to the same file name with a
 * number behind it (t20240110_88.html, t20240110_88_1.html). Half a report must not pass for a whole one.
 */
final class PageTurn {

    private static final Pattern WORDS = Pattern.compile("(?:下一?页|上一?页|下页|后一页|前一页|余下全文)[\\s>»›]*");

    /** The file's name without its suffix, and the page number at its end, if it has one. */
    private static final Pattern FILE = Pattern.compile("([^/?#]+?)\\.(?:s?html?|jhtml)(?:[?#].*)?$");

    private static final Pattern NUMBER = Pattern.compile("[_-](?:1?\\d|20)$");

    private PageTurn() {}

    /** Address of the other page as the link gives it. */
    static Optional<String> in(List<Element> links, URI url) {
        Optional<String> own = file(String.valueOf(url.getRawPath()));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String stem = stem(own.get());
        for (Element link : links) {
            String href = link.attr("href");
            // Every sibling's address holds the stem; nearly no other link does.
            if (href.contains(stem)
                    && WORDS.matcher(PageLine.trim(link.ownText())).matches()
                    && file(href).filter(other -> isSibling(own.get(), other)).isPresent()) {
                return Optional.of(href);
            }
        }
        return Optional.empty();
    }

    private static boolean isSibling(String own, String other) {
        String ownStem = stem(own);
        String otherStem = stem(other);
        boolean bothNumbered = !ownStem.equals(own) && !otherStem.equals(other);
        return !own.equals(other)
                && (otherStem.equals(own) || ownStem.equals(other) || (bothNumbered && ownStem.equals(otherStem)));
    }

    private static String stem(String file) {
        return NUMBER.matcher(file).replaceFirst("");
    }

    private static Optional<String> file(String address) {
        Matcher file = FILE.matcher(address);
        return file.find() ? Optional.of(file.group(1)) : Optional.empty();
    }
}
