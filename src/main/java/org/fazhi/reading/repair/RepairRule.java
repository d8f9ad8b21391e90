package org.fazhi.reading.repair;

import java.util.List;
import org.fazhi.reading.strip.PageMetadata;

/** One kind of damage and how it is undone. A rule that finds its damage nowhere gives no edit. */
interface RepairRule {

    /** The name kept with each repair, such as {@code pinyin_gloss}. */
    String name();

    /** The edits in the order of the text, not overlapping. */
    List<Edit> edits(String text, PageMetadata metadata);
}
