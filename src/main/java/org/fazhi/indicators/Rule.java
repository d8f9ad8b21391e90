package org.fazhi.indicators;

import java.util.List;
import java.util.Set;

/**
 * One way in which reports state an indicator.
 *
 * @param id the code and the rule's place in its list, from 1: {@code reconsideration.accepted#2}
 * @param priority 1 to 99; the higher rule wins where two fit
 * @param units canonical units a figure may have
 * @param subjects of which one must be the figure's subject; empty where the rule names its words itself
 * @param notSubjects of which none may be the figure's subject
 * @param conditions all must hold
 * @param part whether the number may stand under 其中
 * @param change whether the number may be a change
 */
record Rule(
        String id,
        String code,
        int priority,
        Set<String> units,
        Set<String> subjects,
        Set<String> notSubjects,
        List<Condition> conditions,
        boolean part,
        boolean change) {

    Rule {
        units = Set.copyOf(units);
        subjects = Set.copyOf(subjects);
        notSubjects = Set.copyOf(notSubjects);
        conditions = List.copyOf(conditions);
    }
}
