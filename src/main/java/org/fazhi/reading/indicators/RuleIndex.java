package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by the words they ask for. Most rules ask for one of a few words in the figure's own clause; where none of
 * these stands there, such a rule need not be tried.
 */
final class RuleIndex {

    private static final Set<Zone> CLAUSE_ZONES = Set.of(Zone.BEFORE, Zone.AFTER, Zone.NEAR, Zone.CLAUSE);

    private final List<Rule> rules;
    /** By unit the numbers of the rules that take it. */
    private final Map<String, BitSet> byUnit = new HashMap<>();
    /** By word the numbers of the rules that ask for it, or for others in its place, in the clause. */
    private final Map<Integer, BitSet> byWord = new HashMap<>();
    /** Rules that ask for no word of the clause. */
    private final BitSet askingElsewhere = new BitSet();

    RuleIndex(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (int number = 0; number < rules.size(); number++) {
            for (String unit : rules.get(number).units()) {
                byUnit.computeIfAbsent(unit, key -> new BitSet()).set(number);
            }
            Optional<PhraseGroup> asked = rarestOfClause(rules.get(number));
            if (asked.isEmpty()) {
                askingElsewhere.set(number);
            } else {
                for (Phrase phrase : asked.get().phrases()) {
                    byWord.computeIfAbsent(phrase.word(0), key -> new BitSet()).set(number);
                }
            }
        }
    }

    /** Of the groups of words that the rule asks for in the clause the smallest. */
    private static Optional<PhraseGroup> rarestOfClause(Rule rule) {
        return rule.conditions().stream()
                .filter(condition -> !condition.negated() && CLAUSE_ZONES.contains(condition.zone()))
                .flatMap(condition -> condition.groups().stream())
                .min(Comparator.comparingInt(group -> group.phrases().size()));
    }

    /** All rules that take the unit, in their order. */
    List<Rule> of(String unit) {
        return numbered(byUnit.getOrDefault(unit, new BitSet()));
    }

    /** Of the rules that take the unit those that may fit a figure with these words in its clause, in their order. */
    List<Rule> of(String unit, WordSet clause) {
        BitSet numbers = new BitSet(rules.size());
        numbers.or(askingElsewhere);
        clause.forEach(word -> {
            BitSet asking = byWord.get(word);
            if (asking != null) {
                numbers.or(asking);
            }
        });
        numbers.and(byUnit.getOrDefault(unit, new BitSet()));
        return numbered(numbers);
    }

    private List<Rule> numbered(BitSet numbers) {
        List<Rule> found = new ArrayList<>(numbers.cardinality());
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            found.add(rules.get(number));
        }
        return found;
    }
}
