package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a listing.
 *
 * @param url absolute, without fragment
 * @param title whole, also where the page shows it shortened
 * @param date the date in the row, as the site shows it
 * @param row position in its answer, from 0
 */
public record Link(URI url, String title, Optional<LocalDate> date, int row) {}
