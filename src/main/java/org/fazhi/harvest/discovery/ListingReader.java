package org.fazhi.harvest.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.Source;
import org.jsoup.nodes.Element;

/** Reads a listing by the dialect its source names, or else by the first that recognises it. */
public final class ListingReader {

    /** The more particular first; {@code plain} takes what is left. */
    private static final List<ListingDialect> DIALECTS = List.of(
            new SitemapDialect(),
            new HanwebJpaasDialect(),
            new HanwebXxgkDialect(),
            new HanwebJpageDialect(),
            new GkmlptDialect(),
            new OpennessDialect(),
            new TrsDialect(),
            new VsbDialect(),
            new UcapSearchDialect(),
            new PlainDialect());

    private static final int MOST_FRAMES = 4;

    private static final Pattern HIDDEN =
            Pattern.compile("(?i)display\\s{0,4}:\\s{0,4}none|visibility\\s{0,4}:\\s{0,4}hidden");
    private static final Pattern SMALL = Pattern.compile("\\s*[01](?:px)?\\s*");

    /** The names a source may give under {@code cms:}. */
    public List<String> names() {
        return DIALECTS.stream().map(ListingDialect::name).toList();
    }

    /** A problem for each listing that names a dialect there is not. */
    public List<Problem> unknownDialects(List<Source> sources) {
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            for (Source.Listing listing : source.listings()) {
                listing.cms().filter(name -> dialect(name).isEmpty()).ifPresent(name -> {
                    String expected = "expected one of " + String.join(", ", names());
                    problems.add(new Problem(source.file(), listing.cmsLine(), "cms", expected + ", got " + name));
                });
            }
        }
        return problems;
    }

    /**
     * Reads one answer.
     *
     * @param cms the dialect the source names
     * @throws IllegalArgumentException where there is no dialect of that name
     */
    public ListingContent read(ListingResponse response, Optional<String> cms) {
        ListingPage page = new ListingPage(response);
        ListingDialect dialect = cms.isPresent()
                ? dialect(cms.get())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "cms: expected one of " + String.join(", ", names()) + ", got " + cms.get()))
                : DIALECTS.stream()
                        .filter(candidate -> candidate.recognises(page))
                        .findFirst()
                        .orElseThrow();
        return withFrames(page, dialect.read(page)).with(signs(page, dialect));
    }

    private static PagerSigns signs(ListingPage page, ListingDialect dialect) {
        PagerSigns signs = PagerSigns.of(page, !(dialect instanceof PlainDialect));
        return dialect.asksForPages() ? signs : signs.withoutPages();
    }

    /**
     * A page without rows may be a shell around a frame of its own host that holds them; beside rows, which may be a column
     * of news, a frame may hold the list. Frames are followed from the listing's first page only, which no other page refers
     * to: one level.
     */
    private static ListingContent withFrames(ListingPage page, ListingContent content) {
        boolean isFirst = page.response().request().referrer().isEmpty();
        boolean hasRows = content.links().stream().anyMatch(link -> link.date().isPresent());
        boolean goesOn = !content.next().isEmpty() || !content.beside().isEmpty();
        if (!isFirst || !hasRows && goesOn) {
            return content;
        }
        List<ListingRequest> frames = page.document().select("iframe[src], frame[src]").stream()
                .filter(frame -> !hasRows || mayHoldRows(frame))
                .flatMap(frame -> Hrefs.resolve(page.base(), frame.attr("src")).stream())
                .filter(url ->
                        url.getRawAuthority().equalsIgnoreCase(page.url().getRawAuthority()) && !url.equals(page.url()))
                .distinct()
                .limit(MOST_FRAMES)
                .map(url -> ListingRequest.get(url, page.url()))
                .toList();
        if (frames.isEmpty()) {
            return content;
        }
        return hasRows ? content.withFrames(frames) : content.besides(frames);
    }

    /** Not what pages have beside their content: heads and feet, searches, counters, frames that are not shown. */
    private static boolean mayHoldRows(Element frame) {
        String told = String.join(" ", frame.attr("src"), frame.id(), frame.attr("name"), frame.className());
        boolean isHidden = frame.hasAttr("hidden")
                || HIDDEN.matcher(frame.attr("style")).find()
                || SMALL.matcher(frame.attr("width")).matches()
                || SMALL.matcher(frame.attr("height")).matches();
        return !isHidden && !PagerWords.bundled().tells(PagerSign.FRAME_BESIDE, told);
    }

    private static Optional<ListingDialect> dialect(String name) {
        return DIALECTS.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
