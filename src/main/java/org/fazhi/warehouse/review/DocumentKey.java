package org.fazhi.warehouse.review;

import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.warehouse.store.NormalUrl;

/**
 * Which document an entry speaks of: the one at a URL, or those of an issuer on a year, with or without a title. The second
 * holds for every copy of the report, reposts included.
 *
 * @param url as written; empty where issuer and year are given
 */
record DocumentKey(Optional<String> url, Optional<String> title, Optional<String> issuer, OptionalInt reportYear) {

    /** The same for two entries that speak of one document by the same key. */
    String meaning() {
        return url.map(NormalUrl::of)
                .orElseGet(() -> issuerAndYear(issuer.orElse(""), reportYear.orElse(0))
                        + title.map(words -> "\n" + FoldedText.fold(words)).orElse(""));
    }

    static String issuerAndYear(String issuer, int year) {
        return FoldedText.fold(issuer) + "\n" + year;
    }

    /** As an entry writes it, on one line. */
    String text() {
        return url.orElseGet(
                () -> title.map(words -> words + ", ").orElse("") + issuer.orElse("") + ", " + reportYear.orElse(0));
    }
}
