/**
 * The loop of the crawl. Listings and due links come in; judged links, visited pages and the log of their requests go out.
 * Fetches, archives, reports. Start at {@link org.fazhi.harvest.crawl.ListingCrawl}, then
 * {@link org.fazhi.harvest.crawl.LinkVisit}.
 */
@NullMarked
package org.fazhi.harvest.crawl;

import org.jspecify.annotations.NullMarked;
