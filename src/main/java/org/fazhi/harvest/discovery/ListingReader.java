package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.Source;

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
            new QueryListDialect(),
            new PlainDialect());

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
        Optional<URI> moved = cms.isPresent() ? Optional.empty() : MovedPage.to(page);
        if (moved.isPresent()) {
            return new ListingContent("plain", List.of(), List.of(ListingRequest.get(moved.get(), page.url())));
        }
        ListingDialect dialect = cms.isPresent()
                ? dialect(cms.get())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "cms: expected one of " + String.join(", ", names()) + ", got " + cms.get()))
                : DIALECTS.stream()
                        .filter(candidate -> candidate.recognises(page))
                        .findFirst()
                        .orElseThrow();
        boolean isFamily = !(dialect instanceof PlainDialect);
        YearTabs years = new YearTabs(page);
        BodyTabs bodies = new BodyTabs();
        PageTour.of(page, years, bodies);
        years.settle();
        ListingContent content = withParts(page, dialect.read(page), years);
        PagerSigns signs = signs(page, dialect, isFamily);
        List<ListingRequest> turned = isFamily
                        || JsonAnswer.is(page)
                        || !content.next().isEmpty()
                        || !content.beside().isEmpty()
                ? List.of()
                : ScriptPager.next(page, signs, content.links());
        boolean isFilled = !turned.isEmpty()
                && content.links().stream().noneMatch(link -> link.date().isPresent());
        return withFrames(page, turned.isEmpty() ? content : content.followedBy(turned))
                .telling(new ListingTraits(
                        (isFilled ? signs.withoutScriptRows() : signs)
                                .withYears(
                                        years.hidesSome(content.links()),
                                        years.linked().keySet()),
                        ListName.of(page),
                        ReportColumn.of(page),
                        bodies.hidden(content.links())));
    }

    private static PagerSigns signs(ListingPage page, ListingDialect dialect, boolean isFamily) {
        PagerSigns signs = PagerSigns.of(page, isFamily);
        return dialect.asksForPages() ? signs : signs.withoutPages();
    }

    /** What the page has for single years: tabs that have addresses, and rows that are columns. */
    private static ListingContent withParts(ListingPage page, ListingContent content, YearTabs years) {
        List<ListPart> columns = SubColumns.of(page, content.links());
        Set<Link> rows = new HashSet<>();
        columns.forEach(part -> part.row().ifPresent(rows::add));
        Set<URI> known = new HashSet<>();
        List<ListPart> parts = new ArrayList<>(columns);
        columns.forEach(part -> known.add(part.request().url()));
        years.linked().forEach((url, year) -> {
            if (known.add(url)) {
                parts.add(new ListPart(ListingRequest.get(url, page.url()), year, Optional.empty()));
            }
        });
        List<Link> links =
                content.links().stream().filter(link -> !rows.contains(link)).toList();
        return parts.isEmpty() ? content : content.withParts(links, parts);
    }

    /**
     * A page without rows may be a shell around a frame of its own host that holds them; beside rows, which may be a column
     * of news, a frame may hold the list. Frames are followed from the listing's first page only, which no other page refers
     * to: one level.
     */
    private static ListingContent withFrames(ListingPage page, ListingContent content) {
        boolean isFirst = page.response().request().referrer().isEmpty();
        if (!isFirst) {
            return content;
        }
        boolean hasRows = content.links().stream().anyMatch(link -> link.date().isPresent());
        boolean goesOn = !content.next().isEmpty() || !content.beside().isEmpty();
        Frames frames = Frames.of(page);
        List<ListingRequest> requests = !hasRows && goesOn
                ? List.of()
                : frames.own().stream()
                        .map(url -> ListingRequest.get(url, page.url()))
                        .toList();
        ListingContent seen = frames.hasOther() ? content.withUnreadFrame() : content;
        if (requests.isEmpty()) {
            return seen;
        }
        return hasRows ? seen.withFrames(requests) : seen.besides(requests);
    }

    private static Optional<ListingDialect> dialect(String name) {
        return DIALECTS.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
