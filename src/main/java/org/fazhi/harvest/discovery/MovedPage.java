package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.discovery.ScriptAddress.Use;

/**
 * Where the first page of a listing leads on to by itself: it holds nothing but a refresh, or a script that goes to an address
 * that is written out. Pages of the same site only; what leads back to the same page by another query may be a wall.
 */
final class MovedPage {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_TEXT = 100;
    private static final Pattern TO = Pattern.compile(
            "(?i)\\d{0,3}(?:\\.\\d)?\\s{0,4}[;,]\\s{0,4}url\\s{0,4}=\\s{0,4}[\"']?([^\"'\\s]{1,300})[\"']?\\s{0,4}");

    private MovedPage() {}

    static Optional<URI> to(ListingPage page) {
        boolean isEmpty = page.response().request().referrer().isEmpty()
                && page.body().length() <= LONGEST
                && page.document().text().length() <= LONGEST_TEXT
                && page.document()
                        .select("a[href], iframe, frame, form, input, template")
                        .isEmpty();
        if (!isEmpty) {
            return Optional.empty();
        }
        return refresh(page)
                .or(() -> script(page))
                .flatMap(address -> Hrefs.resolve(page.base(), address))
                .filter(to -> PlainDialect.sameHost(to, page.url())
                        && !String.valueOf(to.getPath()).equals(page.url().getPath()));
    }

    private static Optional<String> refresh(ListingPage page) {
        return Optional.ofNullable(page.document().selectFirst("meta[http-equiv~=(?i)^refresh$]"))
                .map(meta -> TO.matcher(meta.attr("content").strip()))
                .filter(Matcher::matches)
                .map(to -> to.group(1));
    }

    private static Optional<String> script(ListingPage page) {
        List<String> addresses = page.addresses().stream()
                .filter(address -> address.use() == Use.GO && address.function().isEmpty())
                .flatMap(address -> address.whole().stream())
                .distinct()
                .toList();
        // Of several one is for telephones, or for another browser.
        return addresses.size() == 1 ? Optional.of(addresses.get(0)) : Optional.empty();
    }
}
