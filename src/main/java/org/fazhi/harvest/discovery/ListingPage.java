package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An answer with its parsed form, so that dialects that look at it parse it once: without calendars and the foot of the site. */
public final class ListingPage {

    private final ListingResponse response;
    private final Document document;
    private final String script;
    private final String unshown;
    private final List<ScriptAddress> addresses;
    private final HiddenRows hiddenRows;
    private Optional<List<Element>> arrows = Optional.empty();
    private Optional<NumberedPager> numbers = Optional.empty();

    ListingPage(ListingResponse response) {
        this.response = response;
        this.document = Jsoup.parse(response.body(), response.url().toString());
        this.script = document.select("script").stream().map(s -> s.data()).collect(Collectors.joining("\n"));
        this.addresses = ScriptAddresses.of(ScriptTokens.of(script));
        String unshown = response.body();
        for (String shown : WrittenRows.show(document)) {
            unshown = unshown.replace(shown, "");
        }
        this.unshown = unshown;
        CodedPager.show(document);
        ScriptLinks.show(document, base(), addresses);
        this.hiddenRows = HiddenRows.of(this);
        Calendars.removeFrom(document);
        SiteFoot.removeFrom(document);
    }

    public ListingResponse response() {
        return response;
    }

    public URI url() {
        return response.url();
    }

    /** What relative addresses of the page's markup are resolved against: its {@code base}, or its own address. */
    URI base() {
        return Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(base -> Hrefs.resolve(response.url(), base.attr("href")))
                .orElse(response.url());
    }

    /** The page that the head of this one names as the next. */
    Optional<URI> next() {
        return Optional.ofNullable(document.selectFirst("link[rel~=(?i)^next$][href]"))
                .flatMap(link -> Hrefs.resolve(base(), link.attr("href")));
    }

    /** Rows that the page holds and does not show. */
    HiddenRows hiddenRows() {
        return hiddenRows;
    }

    /** What turns to the next page without a word, looked for once. */
    List<Element> arrows() {
        List<Element> found = arrows.orElseGet(() -> PagerArrows.of(this));
        arrows = Optional.of(found);
        return found;
    }

    /** The numbers of its pager, looked for once. */
    NumberedPager numbers() {
        NumberedPager found = numbers.orElseGet(() -> NumberedPager.of(this));
        numbers = Optional.of(found);
        return found;
    }

    public String body() {
        return response.body();
    }

    /** The answer without the scripts whose rows are shown in their place. */
    String unshown() {
        return unshown;
    }

    /** The addresses that its scripts put together. */
    List<ScriptAddress> addresses() {
        return addresses;
    }

    public Document document() {
        return document;
    }

    /** The text of all scripts of the page, in order. */
    public String script() {
        return script;
    }
}
