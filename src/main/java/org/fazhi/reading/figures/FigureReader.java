package org.fazhi.reading.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.outline.Outline;
import org.fazhi.text.Span;

/**
 * Reads the figures of a report's body: every number that measures something about the body's work, with its unit,
 * qualifier, change and tense. Dates, ordinals, names, slogans and document numbers are no figures. One pass over the
 * body; the context looked at per number is bounded, so time grows with the length of the text.
 */
public final class FigureReader {

    /** Characters of a sentence in which it says that it looks back. */
    private static final int OPENING = 12;

    /** A sentence that is no longer may be the title of its paragraph: （三）规范办案。 */
    private static final int LONGEST_TITLE = 24;

    private final Outline outline;
    private final String text;
    private final int reportYear;
    private final Optional<YearMonth> reportsTo;
    private final Sentences sentences;
    private final PlanStretches plans;
    private final List<Figure> figures = new ArrayList<>();
    private Span sentence = new Span(0, 0);
    private SentenceTimes times;
    private Optional<SentenceTimes.Lead> lead = Optional.empty();
    /** Up to here, the beginning of a sentence, it is known what leads. */
    private int ledTo;

    /** Whether no more of the paragraph lies before it than its title. */
    private boolean isHead;

    private Optional<Mention> previous = Optional.empty();
    private Optional<Change> change = Optional.empty();

    /** The sentence of the last target. */
    private Optional<Span> target = Optional.empty();

    private FigureReader(Outline outline, int reportYear, ReportStretch stretch) {
        this.outline = outline;
        this.reportsTo = stretch.unsaid();
        this.text = outline.text();
        this.reportYear = reportYear;
        this.sentences = Sentences.of(text, outline.body());
        this.plans = PlanStretches.of(outline, reportYear);
        this.times = SentenceTimes.of("", reportYear);
        this.ledTo = outline.body().start();
    }

    /** The figures of a report without title and date. */
    public static List<Figure> read(Outline outline, int reportYear) {
        return read(outline, reportYear, ReportStretch.WHOLE_YEAR, Reporter.UNKNOWN);
    }

    /**
     * The figures of the outline's body, in the order of the text.
     *
     * @param reportYear the year the report speaks of; months without a year belong to it
     * @param title may name a part of the year (2024年上半年), to which then all numbers run, or several years; where it
     *     does not, the opening may (现将2024年1—10月…情况报告如下)
     * @param written ISO date of the report, else that of its page; before the end of the year no number is the whole year's
     * @param reporter whose report it is: of heads of a table that name places, those of its own hold its numbers
     */
    public static List<Figure> read(
            Outline outline, int reportYear, Optional<String> title, Optional<String> written, Reporter reporter) {
        return read(
                outline,
                reportYear,
                ReportStretch.of(title, outline.body().of(outline.text()), written, reportYear),
                reporter);
    }

    private static List<Figure> read(Outline outline, int reportYear, ReportStretch stretch, Reporter reporter) {
        FigureReader reader = new FigureReader(outline, reportYear, stretch);
        MentionReader mentions = new MentionReader(outline.text(), outline.body());
        Optional<Mention> next = mentions.next();
        while (next.isPresent()) {
            reader.add(next.get());
            next = mentions.next();
        }
        List<Figure> bound = EarlierYears.bind(reader.figures, outline.text(), reportYear);
        return TableTimes.bind(bound, outline.text(), outline.body(), reportYear, reporter).stream()
                .map(stretch::place)
                .toList();
    }

    private void add(Mention mention) {
        enterSentence(mention);
        int offset = mention.start() - sentence.start();
        String clause = Clause.before(text, mention.numberStart(), sentence.start());
        String after = Clause.after(text, mention.end(), outline.body().end());
        Optional<Change> own = ChangeRules.of(Clause.before(text, mention.start(), sentence.start()), after, mention);
        change = own.isPresent() || !goesOn(mention) ? own : change;
        String opening = text.substring(sentence.start(), Math.min(mention.start(), sentence.start() + OPENING));
        boolean planned = plans.holds(mention.start()) || times.isAheadAt(offset);
        Tense tense = TenseRules.of(
                planned,
                times.isCumulativeAt(offset),
                opening,
                behindColon(clause, mention),
                after,
                mention,
                isBesideTarget());
        if (tense == Tense.TARGET) {
            target = Optional.of(sentence);
        }
        figures.add(new Figure(
                figures.size(),
                new Span(mention.start(), mention.end()),
                sentence,
                mention.value(),
                mention.valueHigh(),
                mention.unit(),
                mention.qualifier(),
                change,
                tense,
                tense == Tense.CUMULATIVE
                        ? times.totalRunsToAt(offset, reportsTo)
                        : times.asOfAt(offset, unsaid(tense)),
                Optional.empty(),
                times.isWithinYearAt(offset, mention.unit()),
                false));
        previous = Optional.of(mention);
    }

    /** Of 出庭应诉率目标值：90% the clause before the colon says what the number is. */
    private String behindColon(String clause, Mention mention) {
        int colon = mention.numberStart() - 1;
        return clause.isEmpty() && colon > sentence.start() && ":：".indexOf(text.charAt(colon)) >= 0
                ? Clause.before(text, colon, sentence.start()) + ":"
                : clause;
    }

    /** Whether the last target stands in this sentence, or in the one before it in the paragraph. */
    private boolean isBesideTarget() {
        return target.filter(last -> sentence.start() < sentences.startAfter(sentences.startAfter(last.start())))
                .filter(last ->
                        text.substring(last.start(), sentence.start()).chars().noneMatch(c -> c == '\n' || c == '\r'))
                .isPresent();
    }

    /** What the report as a whole runs to says nothing of what is intended. */
    private Optional<YearMonth> unsaid(Tense tense) {
        return tense == Tense.ACTUAL ? reportsTo : Optional.empty();
    }

    /** The times of a sentence are read once, however many numbers it holds. */
    private void enterSentence(Mention mention) {
        Span found = sentences.at(text, mention.start(), mention.end());
        if (!found.equals(sentence)) {
            sentence = found;
            readLeads();
            SentenceTimes own = SentenceTimes.of(sentence.of(text), reportYear);
            times = lead.filter(head -> !own.namesTime()).map(own::behind).orElse(own);
        }
    }

    /** What heads the first sentence, or the one behind its title, holds for those behind it in the paragraph, until another names a time. */
    private void readLeads() {
        boolean isNext = true;
        while (isNext) {
            if (ledTo == outline.body().start() || "\n\r".indexOf(text.charAt(ledTo - 1)) >= 0) {
                lead = Optional.empty();
                isHead = true;
            }
            int next = sentences.startAfter(ledTo);
            isNext = next <= sentence.start() && next > ledTo;
            if (isNext) {
                String passed = text.substring(ledTo, next).strip();
                SentenceTimes told = SentenceTimes.of(passed, reportYear);
                if (told.namesTime()) {
                    lead = isHead ? told.lead() : Optional.empty();
                }
                isHead = isHead && passed.length() <= LONGEST_TITLE && !told.namesTime();
                ledTo = next;
            }
        }
    }

    /** Whether the mention goes on with the list the one before it stands in. */
    private boolean goesOn(Mention mention) {
        return previous.filter(before -> mention.start() - before.end() <= Clause.LONGEST_AFTER)
                .filter(before -> ChangeRules.carries(text.substring(before.end(), mention.start()), before, mention))
                .isPresent();
    }
}
