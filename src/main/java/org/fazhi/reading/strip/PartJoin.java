package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.StrippedPage.Block;
import org.fazhi.reading.strip.StrippedPage.Cut;
import org.fazhi.text.Span;

/** Joins the parts of one article: their texts in order, what the first says about itself, what the last is signed with. */
final class PartJoin {

    private PartJoin() {}

    static StrippedPage of(List<StrippedPage> parts) {
        StrippedPage first = parts.get(0);
        String title =
                first.metadata().first(Field.TITLE).map(PageLine::compact).orElse("");
        StringBuilder text = new StringBuilder(first.text());
        List<Block> blocks = new ArrayList<>(first.blocks());
        List<Entry> entries = new ArrayList<>(first.metadata().entries());
        List<Cut> cuts = new ArrayList<>(first.cuts());
        for (StrippedPage part : parts.subList(1, parts.size())) {
            boolean isHead = true;
            for (Block block : part.blocks()) {
                String line = block.span().of(part.text());
                isHead &= PageLine.compact(line).equals(title);
                if (isHead) {
                    cuts.add(new Cut("repeated_title", line));
                    continue;
                }
                int start = text.length() + 1;
                text.append('\n').append(line);
                blocks.add(new Block(new Span(start, text.length()), block.kind()));
            }
            part.metadata().entries().stream()
                    .filter(entry -> entry.field() == Field.WRITTEN_DATE && !entries.contains(entry))
                    .forEach(entries::add);
            cuts.addAll(part.cuts());
        }
        return new StrippedPage(text.toString(), blocks, new PageMetadata(entries), first.container(), cuts);
    }
}
