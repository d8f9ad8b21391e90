package org.fazhi.warehouse.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.review.ReviewDesk;

/** Whether a person holds a page to be no report. */
public final class KeptOut implements Predicate<Extract> {

    private final ReviewDesk reviews;
    private final Map<String, Source> sources = new HashMap<>();

    public KeptOut(LoadInput input) {
        reviews = new ReviewDesk(input.reviews());
        input.sources().forEach(source -> sources.put(source.id(), source));
    }

    @Override
    public boolean test(Extract extract) {
        String issuer = DocumentWriter.issuer(extract, Optional.ofNullable(sources.get(extract.sourceId())));
        return reviews.notAReport(extract.url(), issuer, extract.facts()).isPresent();
    }
}
