package org.fazhi.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.outline.Outline;
import org.fazhi.text.Span;

/**
 * Reads the figures of a report's body: every number that measures something about the body's work, with its unit,
 * qualifier, change and tense. Dates, ordinals, names, slogans and document numbers are no figures. One pass over the
 * body; the context looked at per number is bounded, so time grows with the length of the text.
 */
public final class FigureReader {

    private FigureReader() {}

    /**
     * The figures of the outline's body, in the order of the text.
     *
     * @param reportYear the year the report speaks of; months without a year belong to it
     */
    public static List<Figure> read(Outline outline, int reportYear) {
        String text = outline.text();
        Span body = outline.body();
        MentionReader mentions = new MentionReader(text, body);
        Sentences sentences = Sentences.of(text, body);
        PlanStretches plans = PlanStretches.of(outline, reportYear);
        ReportCalendar calendar = new ReportCalendar(reportYear);
        List<Figure> figures = new ArrayList<>();
        Optional<Mention> previous = Optional.empty();
        Optional<Change> carried = Optional.empty();
        Optional<Mention> next = mentions.next();
        while (next.isPresent()) {
            Mention mention = next.get();
            Span sentence = sentences.at(text, mention.start());
            String before = text.substring(
                    Math.max(sentence.start(), mention.start() - Clause.LONGEST_SENTENCE), mention.start());
            String clause = Clause.before(text, mention.numberStart(), sentence.start());
            String after = Clause.after(text, mention.end(), body.end());
            Optional<Change> own =
                    ChangeRules.of(Clause.before(text, mention.start(), sentence.start()), after, mention);
            carried = own.isPresent() || !goesOn(text, previous, mention) ? own : carried;
            figures.add(new Figure(
                    figures.size(),
                    new Span(mention.start(), mention.end()),
                    sentence,
                    mention.value(),
                    mention.valueHigh(),
                    mention.unit(),
                    mention.qualifier(),
                    carried,
                    TenseRules.of(plans.holds(mention.start()), before, clause, after, mention, calendar),
                    calendar.asOf(before)));
            previous = next;
            next = mentions.next();
        }
        return List.copyOf(figures);
    }

    /** Whether the mention goes on with the list the one before it stands in. */
    private static boolean goesOn(String text, Optional<Mention> previous, Mention mention) {
        return previous.filter(before -> mention.start() - before.end() <= Clause.LONGEST_AFTER)
                .filter(before -> ChangeRules.carries(text.substring(before.end(), mention.start()), before, mention))
                .isPresent();
    }
}
