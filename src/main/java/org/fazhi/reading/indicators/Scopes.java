package org.fazhi.reading.indicators;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fazhi.text.Span;

/**
 * Whose number a clause gives that opens with the name of a whole: 全省受理9000件 is not a county's.
 *
 * @param scopes from the widest to the narrowest
 * @param own words that speak of the body itself again
 * @param said what follows a whole that the clause speaks of; 全市首个 names a field
 */
record Scopes(List<Scope> scopes, List<Integer> own, List<String> said) {

    /** Between the beginning of a clause and the whole it names: 2024年全市. */
    private static final String BEFORE_WHOLE = ",;:(。\n年月日底末来间";

    private static final String CLAUSE_ENDS = ",;:。\n";

    Scopes {
        scopes = List.copyOf(scopes);
        own = List.copyOf(own);
        said = List.copyOf(said);
    }

    /**
     * A whole: a county, a province.
     *
     * @param words that name it in a text, as ids in the scanner
     * @param marks in the name of a body of this scope
     * @param endings of such names
     */
    record Scope(List<Integer> words, List<String> marks, List<String> endings) {

        Scope {
            words = List.copyOf(words);
            marks = List.copyOf(marks);
            endings = List.copyOf(endings);
        }

        private boolean isOf(String name) {
            return endings.stream().anyMatch(name::endsWith) || marks.stream().anyMatch(name::contains);
        }
    }

    private record Named(int level, Span at) {}

    /** The narrowest scope whose mark the name bears; that of the widest where it bears none. */
    int levelOf(String issuer) {
        // An autonomous region is a province and no district.
        String name = issuer.replace("自治区", "省").replace("自治州", "州");
        for (int level = scopes.size() - 1; level > 0; level--) {
            if (scopes.get(level).isOf(name)) {
                return level;
            }
        }
        return 0;
    }

    /**
     * The whole, wider than the body, that the figure is said of; it stands in its clause, or in an earlier one of the
     * sentence that gives a number of it.
     *
     * @param level of the body
     * @param others where clauses open with another body, of which all numbers are up to the next word of the body's own
     * @param holdsIndicator whether a number of an indicator stands in a stretch
     */
    Optional<Span> wider(
            CompactText compact,
            WordScanner.Occurrences occurrences,
            FigureContext context,
            int level,
            OtherBodies others,
            Predicate<Span> holdsIndicator) {
        Span before = new Span(context.sentence().start(), context.at().start());
        Optional<Named> named = nearest(compact, occurrences, before, level);
        Optional<OtherBodies.Named> body = others.last(before);
        if (body.isPresent()
                && (named.isEmpty()
                        || named.get().at().start() < body.get().at().end())) {
            return body.filter(other -> !other.isOwn()).map(OtherBodies.Named::at);
        }
        if (named.isEmpty() || named.get().level() >= level) {
            return Optional.empty();
        }
        Span at = named.get().at();
        int clauseEnd = at.end();
        while (clauseEnd < before.end() && CLAUSE_ENDS.indexOf(compact.charAt(clauseEnd)) < 0) {
            clauseEnd++;
        }
        boolean isInClause = clauseEnd == before.end();
        return isInClause || holdsIndicator.test(new Span(at.end(), clauseEnd)) ? Optional.of(at) : Optional.empty();
    }

    /** The last that is named before the figure, the body itself included. */
    private Optional<Named> nearest(
            CompactText compact, WordScanner.Occurrences occurrences, Span before, int ownLevel) {
        Optional<Named> nearest = Optional.empty();
        for (int level = 0; level < scopes.size(); level++) {
            for (int word : scopes.get(level).words()) {
                int at = level < ownLevel
                        ? lastOpening(compact, occurrences, word, before)
                        : occurrences.last(word, before.start(), before.end());
                nearest = later(nearest, level, word, at, occurrences);
            }
        }
        for (int word : own) {
            int at = occurrences.last(word, before.start(), before.end());
            nearest = later(nearest, scopes.size(), word, at, occurrences);
        }
        return nearest;
    }

    private static Optional<Named> later(
            Optional<Named> nearest, int level, int word, int at, WordScanner.Occurrences occurrences) {
        boolean isLater =
                at >= 0 && (nearest.isEmpty() || at > nearest.get().at().start());
        return isLater ? Optional.of(new Named(level, new Span(at, at + occurrences.length(word)))) : nearest;
    }

    /** The last place where the word opens a clause that speaks of it; -1 where there is none. */
    private int lastOpening(CompactText compact, WordScanner.Occurrences occurrences, int word, Span before) {
        int end = before.end();
        while (end > before.start()) {
            int at = occurrences.last(word, before.start(), end);
            if (at < 0) {
                return -1;
            }
            int behind = at + occurrences.length(word);
            boolean opens = at == before.start() || BEFORE_WHOLE.indexOf(compact.charAt(at - 1)) >= 0;
            if (opens && said.stream().anyMatch(words -> compact.text().startsWith(words, behind))) {
                return at;
            }
            end = behind - 1;
        }
        return -1;
    }
}
