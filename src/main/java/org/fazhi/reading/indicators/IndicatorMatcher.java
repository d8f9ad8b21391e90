package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Tense;
import org.fazhi.reading.outline.Outline;
import org.fazhi.text.Span;

/**
 * Finds out what a figure counts. Numbers are found by anyone; what they count is said by the verb, the noun and the
 * subject around them. Every rule of the dictionary that takes the figure's unit is tried, and the heaviest that fits
 * wins: the rule's priority, then how near its words stand, how particular they are, and how far the subject had to be
 * carried. A figure of a plan or a norm, a change, and a part (其中) has no code, unless the indicator is one by
 * nature.
 */
public final class IndicatorMatcher {

    private static final String NO_RULE = "none";
    /** Two rules nearer to each other than this make the choice doubtful. */
    private static final double CLOSE = 3;
    /** Taken off the confidence of a doubtful choice. */
    private static final double DOUBT = 0.04;
    /** Classifiers of bodies and places. */
    private static final Set<String> BODY_UNITS = Set.of("个", "家", "所", "户");
    /** Between a classifier and its noun: 10个重点行政部门. */
    private static final int LONGEST_EPITHET = 6;

    private final IndicatorDictionary dictionary;
    private final RuleIndex rules;
    private final Predicate<String> isPlace;

    /** A matcher that knows the places of no table. */
    public IndicatorMatcher(IndicatorDictionary dictionary) {
        this(dictionary, name -> false);
    }

    /** @param isPlace whether a table of regions has the name */
    public IndicatorMatcher(IndicatorDictionary dictionary, Predicate<String> isPlace) {
        this.dictionary = dictionary;
        this.isPlace = isPlace;
        this.rules = new RuleIndex(dictionary.rules());
    }

    /** Of the place of a body: 0 the country or not known, 1 a province, 2 a city, 3 a county, 4 a township. */
    public int levelOf(String issuer) {
        return dictionary.scopes().levelOf(issuer);
    }

    /** The figures of a report of whose issuer nothing is known. */
    public List<CodedFigure> match(Outline outline, List<Figure> figures) {
        return match(outline, figures, "");
    }

    /**
     * The figures in their order, each with its code or without.
     *
     * @param issuer the issuer's name, which some rules ask for: a bureau is party to the reconsideration that a
     *     government decides
     */
    public List<CodedFigure> match(Outline outline, List<Figure> figures, String issuer) {
        Report report = new Report(outline, figures, issuer);
        List<CodedFigure> coded = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            coded.add(decide(report, i, report.trials(i, false)));
        }
        return coded;
    }

    /** Why the figure of a report of whose issuer nothing is known has its code, or none. */
    public Explanation explain(Outline outline, List<Figure> figures, Figure figure) {
        return explain(outline, figures, figure, "");
    }

    /** Why the figure has its code, or none. */
    public Explanation explain(Outline outline, List<Figure> figures, Figure figure, String issuer) {
        int index = figures.indexOf(figure);
        if (index < 0) {
            throw new IllegalArgumentException("figure: expected one of the report's, got ordinal " + figure.ordinal());
        }
        Report report = new Report(outline, figures, issuer);
        List<Trial> trials = report.trials(index, true);
        List<Trial> sorted = new ArrayList<>(trials);
        sorted.sort(
                Comparator.comparing(Trial::fits).reversed().thenComparing(Trial::score, Comparator.reverseOrder()));
        return new Explanation(decide(report, index, trials), report.describe(index), sorted);
    }

    private CodedFigure decide(Report report, int index, List<Trial> trials) {
        Figure figure = report.contexts.get(index).figure();
        Optional<String> barred = report.barred(index);
        if (barred.isPresent()) {
            return new CodedFigure(figure, Optional.empty(), barred.get(), 1);
        }
        Optional<Trial> best = trials.stream().filter(Trial::fits).max(Comparator.comparingDouble(Trial::score));
        if (best.isEmpty()) {
            return new CodedFigure(figure, Optional.empty(), NO_RULE, 1);
        }
        Trial winner = best.get();
        boolean isDoubtful = trials.stream()
                .anyMatch(trial ->
                        trial.fits() && !trial.code().equals(winner.code()) && trial.score() > winner.score() - CLOSE);
        double confidence = report.confidence(index) - (isDoubtful ? DOUBT : 0);
        return new CodedFigure(figure, Optional.of(winner.code()), winner.rule(), confidence);
    }

    /** One report, read once for all its figures. */
    private final class Report {

        private final CompactText compact;
        private final WordScanner.Occurrences occurrences;
        private final List<FigureContext> contexts;
        private final SubjectReading subjects;
        private final Optional<String> issuerKind;
        private final int scope;
        private final OtherBodies others;
        private final TableCaptions captions;

        Report(Outline outline, List<Figure> figures, String issuer) {
            issuerKind = dictionary.issuerKind(issuer);
            scope = dictionary.scopes().levelOf(issuer);
            compact = CompactText.of(outline.text());
            others = OtherBodies.in(compact, issuer, scope, isPlace);
            occurrences = dictionary.scanner().scan(compact.text());
            captions = TableCaptions.in(outline.text(), compact, occurrences, dictionary.scopes(), scope, others);
            contexts = new ContextReader(compact, outline, figures).contexts();
            List<Span> spans = contexts.stream().map(FigureContext::at).toList();
            subjects = new SubjectReading(dictionary.subjects(), occurrences, spans, compact::isCompared);
        }

        List<Trial> trials(int index, boolean isTelling) {
            return barred(index).isPresent() ? List.of() : trialsOfAny(index, isTelling);
        }

        private List<Trial> trialsOfAny(int index, boolean isTelling) {
            FigureContext context = contexts.get(index);
            RuleTrial trial = new RuleTrial(
                    compact,
                    occurrences,
                    context,
                    subjects.subject(context),
                    isPartOfSame(context),
                    countsBodies(context),
                    isTelling);
            String unit = context.figure().unit();
            List<Rule> tried = isTelling ? rules.of(unit) : rules.of(unit, clauseWords(context));
            List<Trial> trials = new ArrayList<>();
            for (Rule rule : tried) {
                if (rule.isFor(issuerKind)) {
                    trial.run(rule).ifPresent(trials::add);
                }
            }
            return trials;
        }

        private WordSet clauseWords(FigureContext context) {
            return occurrences.words(List.of(context.clause(), context.before(), context.after()));
        }

        /** Why no rule may take the figure, if none may. */
        Optional<String> barred(int index) {
            FigureContext context = contexts.get(index);
            Tense tense = context.figure().tense();
            if (tense == Tense.PLAN || tense == Tense.TARGET) {
                return Optional.of("barred: " + tense.code());
            }
            if (context.figure().earlierYear().isPresent()) {
                return Optional.of("barred: " + context.figure().earlierYear().get());
            }
            if (context.figure().isWithinYear()) {
                return Optional.of("barred: within the year");
            }
            if (context.figure().isUnsettled()) {
                return Optional.of("barred: of another column, or not told of which");
            }
            Optional<String> wider = wider(index);
            if (wider.isPresent()) {
                return Optional.of("barred: " + wider.get());
            }
            if (context.isStart()) {
                return Optional.of("barred: the level before");
            }
            Span before = behindStep(index, context.before());
            for (int word : dictionary.foreign()) {
                if (occurrences.first(word, before.start(), before.end()) >= 0) {
                    return Optional.of("barred: " + dictionary.scanner().word(word));
                }
            }
            return Optional.empty();
        }

        /** The whole, wider than the body, of which the figure is said: 全省. */
        private Optional<String> wider(int index) {
            return dictionary
                    .scopes()
                    .wider(compact, occurrences, contexts.get(index), scope, others, this::holdsIndicator)
                    .or(() -> captions.other(contexts.get(index)))
                    .map(span -> span.of(compact.text()));
        }

        /** Whether the stretch counts what an indicator counts; of 全省17个城市中 the 17 are none. */
        private boolean holdsIndicator(Span stretch) {
            return IntStream.range(0, contexts.size())
                    .filter(index -> stretch.contains(contexts.get(index).at()))
                    .anyMatch(index -> trialsOfAny(index, false).stream().anyMatch(Trial::fits));
        }

        /** 由上年的91.3%上升为100%: what makes the first level another year's says nothing of the second. */
        private Span behindStep(int index, Span before) {
            if (index == 0 || !contexts.get(index - 1).isStart()) {
                return before;
            }
            int end = contexts.get(index - 1).at().end();
            return end > before.start() && end <= before.end() ? new Span(end, before.end()) : before;
        }

        private boolean isPartOfSame(FigureContext context) {
            // 全市900件,其中我县120件: the part is the body's own whole.
            if (context.whole().isEmpty() || wider(context.whole().get()).isPresent()) {
                return false;
            }
            Optional<String> named = subjects.named(context);
            Optional<String> ofWhole =
                    subjects.subject(contexts.get(context.whole().get())).map(SubjectReading.Carried::subject);
            return named.isEmpty() || named.equals(ofWhole);
        }

        /** Whether the noun right behind number and classifier is one of a body or a place. */
        private boolean countsBodies(FigureContext context) {
            if (!BODY_UNITS.contains(context.figure().unit())) {
                return false;
            }
            int from = context.at().end();
            int to = context.after().end();
            for (int word : dictionary.bodies()) {
                int at = occurrences.first(word, from, to);
                int reach = occurrences.length(word) > 1 ? LONGEST_EPITHET : 0;
                if (at >= 0 && at - from <= reach) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The share of codes that are right by how far the subject was carried, as {@code evaluate} prints it for the labelled
         * reports, a little less each, since reports that nobody has read yet score lower.
         */
        double confidence(int index) {
            return subjects.subject(contexts.get(index))
                    .map(carried -> switch (carried.reach()) {
                        case PIECE -> 0.97;
                        case SENTENCE -> 0.96;
                        case LEAD -> 0.95;
                        case PREVIOUS -> 0.95;
                        case HEADING -> 0.91;
                    })
                    .orElse(0.96);
        }

        String describe(int index) {
            FigureContext context = contexts.get(index);
            return context.before().of(compact.text()) + "[" + context.at().of(compact.text()) + "]"
                    + context.after().of(compact.text()) + " · subject "
                    + subjects.subject(context)
                            .map(carried -> carried.subject() + " ("
                                    + carried.reach().name().toLowerCase(Locale.ROOT) + ")")
                            .orElse("none");
        }
    }
}
