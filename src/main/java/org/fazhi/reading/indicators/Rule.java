package org.fazhi.reading.indicators;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which reports state an indicator.
 *
 * @param id the code and the rule's place in its list, from 1: {@code reconsideration.accepted#2}
 * @param priority 1 to 99; the higher rule wins where two fit
 * @param units canonical units a figure may have
 * @param subjects of which one must be the figure's subject; empty where the rule names its words itself
 * @param notSubjects of which none may be the figure's subject
 * @param issuers kinds of issuer, by the dictionary's names, of which the report's must be one; empty where any may
 * @param notIssuers kinds of which the report's issuer may not be one
 * @param conditions all must hold
 * @param part whether the number may stand under 其中
 * @param change whether the number may be a change
 * @param bodies whether the number may count the bodies that did it: 为58家企业进行法治体检
 */
record Rule(
        String id,
        String code,
        int priority,
        Set<String> units,
        Set<String> subjects,
        Set<String> notSubjects,
        Set<String> issuers,
        Set<String> notIssuers,
        List<Condition> conditions,
        boolean part,
        boolean change,
        boolean bodies) {

    Rule {
        units = Set.copyOf(units);
        subjects = Set.copyOf(subjects);
        notSubjects = Set.copyOf(notSubjects);
        issuers = Set.copyOf(issuers);
        notIssuers = Set.copyOf(notIssuers);
        conditions = List.copyOf(conditions);
    }

    /** Whether the rule speaks of reports of such an issuer; one of unknown kind is in no kind. */
    boolean isFor(Optional<String> issuer) {
        return (issuers.isEmpty() || issuer.filter(issuers::contains).isPresent())
                && issuer.filter(notIssuers::contains).isEmpty();
    }
}
