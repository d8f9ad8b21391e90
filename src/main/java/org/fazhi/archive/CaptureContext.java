package org.fazhi.archive;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a page was fetched; kept beside it, so that the archive alone tells what belongs to which source.
 *
 * @param linkTitle title of the listing row that led to it
 * @param via the listing
 * @param reportYear the year that the row's title names
 */
public record CaptureContext(String sourceId, Optional<String> linkTitle, Optional<URI> via, OptionalInt reportYear) {}
