package org.fazhi.app.batch;

import org.fazhi.harvest.crawl.CrawledListing;

/** What the discover step hands to its writer: an item, and what came of it. */
record WalkedSource(SourceListing item, CrawledListing crawled) {}
