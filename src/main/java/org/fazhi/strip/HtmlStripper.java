package org.fazhi.strip;

import java.net.URI;
import java.util.List;

/** HTML to main content and page metadata. */
public final class HtmlStripper {

    /**
     * Strips one page.
     *
     * @throws UnreadablePageException where the page holds no report to read
     */
    public StrippedPage strip(String html, URI url) {
        return new StrippedPage(html, List.of(), PageMetadata.NONE, "body", List.of());
    }
}
