package org.fazhi.harvest.discovery;

/** How one family of content management systems lists documents. Implementations keep no state. */
public interface ListingDialect {

    /** The name a source gives under {@code cms:}. */
    String name();

    /** True where the page bears this family's marks. */
    boolean recognises(ListingPage page);

    /** The links of the page and the requests that follow it; never fails on what a site sends. */
    ListingContent read(ListingPage page);

    /** False where what is asked for are not the pages that the site counts, but groups of them. */
    default boolean asksForPages() {
        return true;
    }
}
