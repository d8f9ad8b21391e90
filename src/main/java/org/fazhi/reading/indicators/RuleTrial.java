package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fazhi.text.Span;

/** Tries the rules on one figure of one report. */
final class RuleTrial {

    /** Weight of a word that touches the number; each character between takes one off. */
    private static final int NEARNESS = 12;
    /** A longer phrase says more: 专职人民调解员 against 人民调解员. */
    private static final double PER_CHARACTER = 0.5;

    private static final int LONGEST_COUNTED = 8;
    /** Each further condition makes a rule more particular. */
    private static final int PER_CONDITION = 2;
    /** A word that touches the figure before belongs to that one: 20名调解员和5名法律顾问. */
    private static final int TAKEN = 5;
    /** Characters that may stand between a noun and its number without parting them. */
    private static final String FILLERS = "共计合为达到至是约近超累总数量了已有全年的均各类余多个件名次项:()一";

    private final CompactText compact;
    private final WordScanner.Occurrences occurrences;
    private final FigureContext context;
    private final Optional<SubjectReading.Carried> subject;
    /** Whether the figure is a part of another that has the same subject, so that only rules for parts fit. */
    private final boolean partOfSame;
    /** Whether the figure counts bodies or places: 33个行政执法单位. */
    private final boolean countsBodies;
    /** Whether to say why a rule does not fit. Most do not, so this costs more than all the matching. */
    private final boolean isTelling;

    RuleTrial(
            CompactText compact,
            WordScanner.Occurrences occurrences,
            FigureContext context,
            Optional<SubjectReading.Carried> subject,
            boolean partOfSame,
            boolean countsBodies,
            boolean isTelling) {
        this.compact = compact;
        this.occurrences = occurrences;
        this.context = context;
        this.subject = subject;
        this.partOfSame = partOfSame;
        this.countsBodies = countsBodies;
        this.isTelling = isTelling;
    }

    private final Map<Zone, Stretches> zones = new EnumMap<>(Zone.class);

    /** A zone of this figure: its stretches, and the words that stand in them. */
    private record Stretches(List<Span> spans, WordSet words) {}

    private record Found(Span at, Phrase phrase) {}

    /** How the rule fares; a rule that does not fit has an answer only where reasons are told. */
    Optional<Trial> run(Rule rule) {
        if (partOfSame && !rule.part()) {
            return failed(rule, () -> "the number is a part (其中)");
        }
        if (countsBodies && !rule.bodies()) {
            return failed(rule, () -> "the number counts bodies");
        }
        if (context.figure().change().isPresent() && !rule.change()) {
            return failed(rule, () -> "the number is a change");
        }
        if (!rule.subjects().isEmpty()
                && (subject.isEmpty() || !rule.subjects().contains(subject.get().subject()))) {
            return failed(
                    rule,
                    () -> "subject: expected " + String.join(" or ", rule.subjects()) + ", got "
                            + subject.map(SubjectReading.Carried::subject).orElse("none"));
        }
        if (subject.isPresent()
                && isNamedInSentence()
                && rule.notSubjects().contains(subject.get().subject())) {
            return failed(rule, () -> "subject is " + subject.get().subject());
        }
        double nearness = 0;
        int met = rule.subjects().isEmpty() ? 0 : 1;
        List<String> words = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            for (PhraseGroup group : condition.groups()) {
                Optional<Found> found = find(condition, group);
                if (found.isPresent() == condition.negated()) {
                    return failed(rule, () -> reason(condition, group, found));
                }
                if (found.isPresent()) {
                    met++;
                    words.add(found.get().phrase().text());
                    nearness = Math.max(nearness, nearness(found.get()));
                }
            }
        }
        double score = rule.priority() + nearness + PER_CONDITION * (met - 1) - carryCost(rule);
        return Optional.of(new Trial(rule.id(), rule.code(), true, score, String.join(" + ", words)));
    }

    private Optional<Trial> failed(Rule rule, Supplier<String> reason) {
        return isTelling ? Optional.of(new Trial(rule.id(), rule.code(), false, 0, reason.get())) : Optional.empty();
    }

    private static String reason(Condition condition, PhraseGroup group, Optional<Found> found) {
        return found.map(there ->
                        condition.zone().key() + " has " + there.phrase().text())
                .orElseGet(() -> condition.zone().key() + " has none of "
                        + String.join(
                                "/", group.phrases().stream().map(Phrase::text).toList()));
    }

    private boolean isNamedInSentence() {
        return subject.map(SubjectReading.Carried::reach)
                .filter(reach -> reach == SubjectReading.Reach.PIECE || reach == SubjectReading.Reach.SENTENCE)
                .isPresent();
    }

    private int carryCost(Rule rule) {
        if (rule.subjects().isEmpty() || subject.isEmpty()) {
            return 0;
        }
        return switch (subject.get().reach()) {
            case PIECE -> 0;
            case SENTENCE -> 1;
            case LEAD -> 3;
            case PREVIOUS -> 4;
            case HEADING -> 5;
        };
    }

    /** The phrase of a group that stands nearest to the figure; any, where nearness has no weight. */
    private Optional<Found> find(Condition condition, PhraseGroup group) {
        Stretches zone = zones.computeIfAbsent(condition.zone(), this::stretches);
        if (!group.mayStandAmong(zone.words())) {
            return Optional.empty();
        }
        boolean isWeighed = !condition.negated() && Zone.NEAR.holds(condition.zone());
        Optional<Found> nearest = Optional.empty();
        double best = Double.NEGATIVE_INFINITY;
        for (Span span : zone.spans()) {
            for (Phrase phrase : group.phrases()) {
                Optional<Span> at = span.end() <= context.at().start() ? last(phrase, span) : first(phrase, span);
                if (condition.negated() && at.isPresent()) {
                    at = outsideAlternative(phrase, span, at.get());
                }
                if (at.isPresent()) {
                    Found found = new Found(at.get(), phrase);
                    if (!isWeighed) {
                        return Optional.of(found);
                    }
                    double nearness = nearness(found);
                    if (nearest.isEmpty() || nearness > best) {
                        nearest = Optional.of(found);
                        best = nearness;
                    }
                }
            }
        }
        return nearest;
    }

    /**
     * Where the phrase stands outside short brackets: in 出台(修订)规范性文件6个 the bracket names another form of the verb
     * and takes nothing away.
     */
    private Optional<Span> outsideAlternative(Phrase phrase, Span zone, Span found) {
        Optional<Span> at = Optional.of(found);
        while (at.isPresent() && compact.isInAlternative(at.get())) {
            boolean goesLeft = zone.end() <= context.at().start();
            Span rest = goesLeft
                    ? new Span(zone.start(), at.get().start())
                    : new Span(at.get().end(), zone.end());
            at = goesLeft ? last(phrase, rest) : first(phrase, rest);
        }
        return at;
    }

    private Stretches stretches(Zone zone) {
        List<Span> spans = context.zone(zone);
        return new Stretches(spans, occurrences.words(spans));
    }

    private double nearness(Found found) {
        Span number = context.at();
        Span word = found.at();
        if (!context.before().contains(word) && !context.after().contains(word)) {
            return 0;
        }
        boolean isBefore = word.end() <= number.start();
        int distance = isBefore
                ? distance(word.end(), context.before().end())
                : distance(context.after().start(), word.start());
        boolean isTaken = isBefore
                && context.before().start() > context.piece().start()
                && word.start() - context.before().start() <= 1;
        return Math.max(0, NEARNESS - distance)
                + PER_CHARACTER * Math.min(LONGEST_COUNTED, word.length())
                - (isTaken ? TAKEN : 0);
    }

    private int distance(int from, int to) {
        int distance = 0;
        for (int i = from; i < to; i++) {
            if (FILLERS.indexOf(compact.charAt(i)) < 0) {
                distance++;
            }
        }
        return distance;
    }

    private Optional<Span> last(Phrase phrase, Span zone) {
        int tail = phrase.word(phrase.size() - 1);
        int end = zone.end();
        while (true) {
            int start = occurrences.last(tail, zone.start(), end);
            if (start < 0) {
                return Optional.empty();
            }
            int head = chainLeft(phrase, start, zone.start());
            if (head >= 0) {
                return Optional.of(new Span(head, start + occurrences.length(tail)));
            }
            end = start + occurrences.length(tail) - 1;
        }
    }

    /** Start of the first word of the chain that ends in the word at {@code start}, or -1. */
    private int chainLeft(Phrase phrase, int start, int floor) {
        int at = start;
        for (int i = phrase.size() - 2; i >= 0; i--) {
            int word = phrase.word(i);
            at = occurrences.last(word, Math.max(floor, at - Phrase.GAP - occurrences.length(word)), at);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private Optional<Span> first(Phrase phrase, Span zone) {
        int from = zone.start();
        while (true) {
            int start = occurrences.first(phrase.word(0), from, zone.end());
            if (start < 0) {
                return Optional.empty();
            }
            int end = chainRight(phrase, start + occurrences.length(phrase.word(0)), zone.end());
            if (end >= 0) {
                return Optional.of(new Span(start, end));
            }
            from = start + 1;
        }
    }

    private int chainRight(Phrase phrase, int from, int ceiling) {
        int end = from;
        for (int i = 1; i < phrase.size(); i++) {
            int word = phrase.word(i);
            int at = occurrences.first(word, end, Math.min(ceiling, end + Phrase.GAP + occurrences.length(word)));
            if (at < 0) {
                return -1;
            }
            end = at + occurrences.length(word);
        }
        return end;
    }
}
