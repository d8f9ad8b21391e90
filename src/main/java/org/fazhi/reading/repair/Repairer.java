package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fazhi.reading.repair.RepairedText.Repair;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.text.OffsetMap;
import org.fazhi.text.Span;

/**
 * Damaged text to readable text. Each rule works on what the rules before it left; their maps are joined, so that every
 * character leads back to the text as harvested. A clean text comes out untouched. Out of scope: anything that would have
 * to be guessed; a lost glyph comes back only where the page's own metadata says what it was.
 */
public final class Repairer {

    /** A repair can lay bare another (a line joined, then a space inside a number); twice is enough for all of them. */
    private static final int MOST_ROUNDS = 4;

    private final List<RepairRule> rules = List.of(
            new ShiftedBytesRule(),
            new PinyinGlossRule(),
            new TraditionalRule(),
            new InvisibleRule(),
            new GlyphRule(),
            new FootnoteRule(),
            new TornMarkerRule(),
            new IndentRule(),
            new BrokenLineRule(),
            new LostGlyphRule(),
            new FullWidthRule(),
            new NumberSpaceRule());

    /** One rule's work: its edits and the map from the text it was given to the text it left. */
    private record Stage(String rule, List<Edit> edits, OffsetMap map) {}

    /**
     * Repairs one stripped text.
     *
     * @param metadata what the page says about itself; the only source for lost glyphs
     */
    public RepairedText repair(String strippedText, PageMetadata metadata) {
        List<Stage> stages = new ArrayList<>();
        String text = strippedText;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = stages.size();
            for (RepairRule rule : rules) {
                List<Edit> edits = rule.edits(text, metadata);
                if (!edits.isEmpty()) {
                    stages.add(new Stage(rule.name(), edits, mapOf(text, edits)));
                    text = apply(text, edits);
                }
            }
            if (stages.size() == before) {
                break;
            }
        }
        return stages.isEmpty() ? RepairedText.untouched(strippedText) : join(strippedText, text, stages);
    }

    /**
     * Repairs a short text that stands in a page's metadata, such as its title. Whether it is glossed or traditional is
     * told by the page's text, since a title alone is too short to show it.
     */
    public String repairValue(String value, String strippedText) {
        String text = strippedText + "\n" + value;
        for (RepairRule rule : rules) {
            if (rule instanceof PinyinGlossRule
                    || rule instanceof TraditionalRule
                    || rule instanceof InvisibleRule
                    || rule instanceof GlyphRule) {
                text = apply(text, rule.edits(text, PageMetadata.NONE));
            }
        }
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static RepairedText join(String original, String repaired, List<Stage> stages) {
        List<OffsetMap> rest = new ArrayList<>();
        OffsetMap after = OffsetMap.identity(repaired.length());
        for (int i = stages.size() - 1; i >= 0; i--) {
            rest.add(0, after);
            after = stages.get(i).map().then(after);
        }
        List<Repair> repairs = new ArrayList<>();
        OffsetMap before = OffsetMap.identity(original.length());
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            for (Edit edit : stage.edits()) {
                Span from = before.toOriginal(edit.span());
                Span to = rest.get(i).toRepaired(stage.map().toRepaired(edit.span()));
                repairs.add(new Repair(stage.rule(), from, to, from.of(original), to.of(repaired)));
            }
            before = before.then(stage.map());
        }
        repairs.sort(Comparator.comparing(Repair::original));
        return new RepairedText(original, repaired, before, repairs);
    }

    private static String apply(String text, List<Edit> edits) {
        if (edits.isEmpty()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text.length());
        int from = 0;
        for (Edit edit : edits) {
            repaired.append(text, from, edit.span().start()).append(edit.replacement());
            from = edit.span().end();
        }
        return repaired.append(text, from, text.length()).toString();
    }

    private static OffsetMap mapOf(String text, List<Edit> edits) {
        OffsetMap.Builder map = OffsetMap.builder();
        int from = 0;
        for (Edit edit : edits) {
            map.keep(edit.span().start() - from);
            int length = edit.span().length();
            if (length == edit.replacement().length()) {
                for (int i = 0; i < length; i++) {
                    map.replace(1, 1);
                }
            } else {
                map.replace(length, edit.replacement().length());
            }
            from = edit.span().end();
        }
        return map.keep(text.length() - from).build();
    }
}
