package org.fazhi.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.source.Problem;
import org.fazhi.source.Source;

/** Reads a listing by the dialect its source names, or else by the first that recognises it. */
public final class ListingReader {

    /** The more particular first; {@code plain} takes what is left. */
    private static final List<ListingDialect> DIALECTS =
            List.of(new HanwebJpageDialect(), new TrsDialect(), new PlainDialect());

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
                    problems.add(new Problem(source.file(), 0, "cms", expected + ", got " + name));
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
        return dialect.read(page);
    }

    private static Optional<ListingDialect> dialect(String name) {
        return DIALECTS.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
