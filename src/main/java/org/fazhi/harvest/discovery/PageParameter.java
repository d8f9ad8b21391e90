package org.fazhi.harvest.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The field of a query or form that says which page is asked for.
 *
 * @param number from 1
 */
record PageParameter(String name, int number) {

    /** The first field that {@link PagerSign#PAGE_PARAMETER} names; empty where there is none or it has no number. */
    static Optional<PageParameter> in(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(key -> PagerWords.bundled().tells(PagerSign.PAGE_PARAMETER, key))
                .findFirst()
                .map(key -> new PageParameter(key, QueryText.number(fields, key)))
                .filter(parameter -> parameter.number() > 0);
    }

    /** The fields with the number raised by one. */
    Map<String, String> next(Map<String, String> fields) {
        Map<String, String> next = new LinkedHashMap<>(fields);
        next.put(name, Integer.toString(number + 1));
        return next;
    }
}
