/**
 * What people have put right. The YAML files of {@code reviews/} and the facts of a document come in; the facts as reviewed
 * go out, and what became of every entry. Entries are keyed by meaning (document, sentence, printed number), so that they
 * survive another layout, other rules and another place in the text; the text as harvested is never changed. Start at
 * {@link org.fazhi.warehouse.review.Reviews}; {@link org.fazhi.warehouse.review.ReviewDesk} applies them.
 */
@NullMarked
package org.fazhi.warehouse.review;

import org.jspecify.annotations.NullMarked;
