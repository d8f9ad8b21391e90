package org.fazhi.strip;

import java.util.List;

/** Plain text to main content and page metadata. */
public final class TextStripper {

    /**
     * Strips one text.
     *
     * @throws UnreadablePageException where the text holds no report to read
     */
    public StrippedPage strip(String text) {
        return new StrippedPage(text, List.of(), PageMetadata.NONE, "plain_text", List.of());
    }
}
