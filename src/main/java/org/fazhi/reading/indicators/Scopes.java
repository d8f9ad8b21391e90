package org.fazhi.reading.indicators;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final String BEFORE_WHOLE = ",;:(。\n年月日底末来间前计悉解时";

    /** From the end of 全市 to that of 基层人民调解组织共调解. */
    private static final int LONGEST_SUBJECT = 40;

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
        Optional<OtherBodies.Named> body = others.last(before)
                .filter(last -> !last.isOfClause() || clauseEnd(compact, last.at(), before) == before.end());
        if (body.isPresent()
                && (named.isEmpty()
                        || named.get().at().start() < body.get().at().end())) {
            return body.filter(other -> !other.isOwn()).map(OtherBodies.Named::at);
        }
        if (named.isEmpty() || named.get().level() >= level) {
            return Optional.empty();
        }
        Span at = named.get().at();
        int clauseEnd = clauseEnd(compact, at, before);
        boolean isInClause = clauseEnd == before.end() || isSubject(compact.text(), at.end());
        return isInClause || holdsIndicator.test(new Span(at.end(), clauseEnd)) ? Optional.of(at) : Optional.empty();
    }

    private static int clauseEnd(CompactText compact, Span from, Span before) {
        int end = from.end();
        while (end < before.end() && CLAUSE_ENDS.indexOf(compact.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The whole, wider than the body, whose name begins at the offset. */
    Optional<Span> widerAt(WordScanner.Occurrences occurrences, int offset, int end, int level) {
        return scopes.subList(0, level).stream()
                .flatMap(scope -> scope.words().stream())
                .filter(word -> occurrences.first(word, offset, end) == offset)
                .map(word -> new Span(offset, offset + occurrences.length(word)))
                .findFirst();
    }

    /** Whether the stretch names the body that reports: its scope, a narrower one, or by a word such as 本局. */
    boolean namesOwn(WordScanner.Occurrences occurrences, Span stretch, int level) {
        return Stream.concat(
                        scopes.subList(level, scopes.size()).stream().flatMap(scope -> scope.words().stream()),
                        own.stream())
                .anyMatch(word -> occurrences.first(word, stretch.start(), stretch.end()) >= 0);
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

    /** Whether what stands behind a whole is what the clause says of it. */
    private boolean speaks(String text, int behind) {
        return said.stream().anyMatch(words -> text.startsWith(words, behind)) || isSubject(text, behind);
    }

    /** Whether bodies of the whole follow, and what they did: 全市两级法院审结. */
    private static boolean isSubject(String text, int behind) {
        return OtherBodySigns.bundled().patterns(OtherBodySigns.Sign.OF_WHOLE).stream()
                .anyMatch(pattern -> pattern.matcher(text)
                        .region(behind, Math.min(text.length(), behind + LONGEST_SUBJECT))
                        .lookingAt());
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
            if (opens && speaks(compact.text(), behind)) {
                return at;
            }
            end = behind - 1;
        }
        return -1;
    }
}
