package org.fazhi.reading.strip;

import java.util.List;
import org.fazhi.text.Span;

/**
 * The main content of one page, as harvested: nothing repaired, chrome cut away.
 *
 * @param text blocks joined by one line feed each; cells of a table row are joined by a tab
 * @param blocks the paragraphs, headings and table rows of {@code text}, in order, not overlapping
 * @param metadata what the page says about itself, with every value's origin
 * @param container how the main content was found: the selector of a known container, {@code density}, {@code body},
 *     {@code plain_text} or {@code pdf_ocr}
 * @param cuts what was cut away and by which rule
 */
public record StrippedPage(String text, List<Block> blocks, PageMetadata metadata, String container, List<Cut> cuts) {

    public StrippedPage {
        blocks = List.copyOf(blocks);
        cuts = List.copyOf(cuts);
    }

    /** What a block of text was on its page. */
    public enum BlockKind {
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        TABLE_ROW
    }

    /**
     * A block of the page.
     *
     * @param span into {@link StrippedPage#text}, without the line feed
     */
    public record Block(Span span, BlockKind kind) {}

    /**
     * Something cut away.
     *
     * @param rule the rule's name, such as {@code metadata_block} or {@code tail_chrome}
     * @param text what was cut, at most 200 characters of it
     */
    public record Cut(String rule, String text) {}
}
