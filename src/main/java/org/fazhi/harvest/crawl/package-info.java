/** The loop of the crawl: listing → links → more listings, link → capture. Fetches, archives, reports; writes no state. */
@NullMarked
package org.fazhi.harvest.crawl;

import org.jspecify.annotations.NullMarked;
