/**
 * From the address of a listing to captured pages. Sources come in; captures in WARC files go out, and with every request
 * the state it ended in. Rooms, in the order of the data: {@code source}, {@code discovery}, {@code fetch}, {@code archive},
 * {@code state}, {@code crawl}. Knows {@code text} only. Start at {@link org.fazhi.harvest.crawl.ListingCrawl}.
 */
@NullMarked
package org.fazhi.harvest;

import org.jspecify.annotations.NullMarked;
