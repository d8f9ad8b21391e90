package org.fazhi.harvest.discovery;

import java.util.Optional;

/**
 * A page of a list that is parted by years.
 *
 * @param year the year that its tab, or its title, names
 * @param row the row by which the list names it; empty for a tab. Where it turns out to be no list, the row is one of a document.
 */
public record ListPart(ListingRequest request, int year, Optional<Link> row) {}
