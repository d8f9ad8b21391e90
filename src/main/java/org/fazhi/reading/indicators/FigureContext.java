package org.fazhi.reading.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.reading.figures.Figure;
import org.fazhi.text.Span;

/**
 * What stands around a figure. All spans are into the compact text.
 *
 * @param at number and unit
 * @param piece the stretch of the clause that the figure has to itself: 、 parts it from its neighbours in a list
 * @param before the piece left of the figure, back to the figure before
 * @param after the piece right of the figure, up to the next
 * @param clause from comma to comma
 * @param previous the sentence before, in the same paragraph and item
 * @param lead the opening sentence of the item or paragraph
 * @param item the item or paragraph from its beginning to the end of the sentence
 * @param headings of the sections it stands in, deepest first
 * @param whole the figure of which 其中 makes this one a part
 * @param isStart whether it is the level before, in 由98项增加到145项
 */
record FigureContext(
        Figure figure,
        Span at,
        Span piece,
        Span before,
        Span after,
        Span clause,
        Span sentence,
        Optional<Span> previous,
        Span lead,
        Span item,
        List<Span> headings,
        Optional<Integer> whole,
        boolean isStart) {

    FigureContext {
        headings = List.copyOf(headings);
    }

    /** The stretches a zone stands for, nearest first. */
    List<Span> zone(Zone zone) {
        return switch (zone) {
            case BEFORE -> List.of(before);
            case AFTER -> List.of(after);
            case NEAR -> List.of(before, after);
            case CLAUSE -> List.of(clause);
            case LEFT -> List.of(new Span(sentence.start(), at.start()));
            case RIGHT -> List.of(new Span(at.end(), Math.max(at.end(), sentence.end())));
            case SENTENCE -> List.of(sentence);
            case TOPIC -> topic();
            case ITEM -> List.of(item);
            case CONTEXT ->
                Stream.of(List.of(sentence), previous.stream().toList(), topic())
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private List<Span> topic() {
        return Stream.concat(Stream.of(lead), headings.stream()).toList();
    }
}
