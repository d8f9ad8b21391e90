package org.fazhi.warehouse.review;

import java.util.List;
import java.util.Map;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.reason.Reason;

/**
 * The facts of one version of a document as people have put them right.
 *
 * @param facts with the texts as harvested; a number that is no figure bears the quarantine reason {@link #REVIEWED}, one
 *     that the rules had not found stands last
 * @param figures the review of a figure, by its ordinal
 * @param corrections of the document itself, in the order of their ids
 */
public record ReviewedFacts(DocumentFacts facts, Map<Integer, Review> figures, List<Review> corrections) {

    /** Why a figure or a page is kept back. */
    public static final String REVIEWED = Reason.REVIEWED.code();
}
