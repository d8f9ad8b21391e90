package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;

/**
 * An address that a script puts together from texts and from names whose values it is given:
 * {@code location.href = '/list_' + n + '.html'} within {@code function go(n)}.
 *
 * @param use what the script does with it
 * @param function the function in which it stands, without what stands before a dot; empty outside of any that has a name
 * @param parts texts and names, in order
 */
record ScriptAddress(Use use, String function, List<Part> parts) {

    /** What is done with an address. */
    enum Use {
        /** The browser goes there. */
        GO,
        /** The script asks for it, and fills the page with the answer. */
        LOAD
    }

    /**
     * A part of an address.
     *
     * @param text the text, or the name
     * @param isName true for a name
     * @param parameter which parameter of the function the name is, from 0; -1 where it is none
     * @param offset what is added to its value
     */
    record Part(String text, boolean isName, int parameter, int offset) {

        static Part text(String text) {
            return new Part(text, false, -1, 0);
        }
    }

    private static final int MOST_DIGITS = 9;

    ScriptAddress {
        parts = List.copyOf(parts);
    }

    /** The address where nothing is left open in it. */
    Optional<String> whole() {
        return parts.stream().anyMatch(Part::isName) ? Optional.empty() : Optional.of(with(List.of()));
    }

    /** The address for a call with these values, of which one that is not known is empty; empty where one that is needed is not there. */
    Optional<String> given(List<String> values) {
        for (Part part : parts) {
            boolean isThere = !part.isName()
                    || part.parameter() >= 0
                            && part.parameter() < values.size()
                            && !values.get(part.parameter()).isEmpty()
                            && (part.offset() == 0 || isNumber(values.get(part.parameter())));
            if (!isThere) {
                return Optional.empty();
            }
        }
        return Optional.of(with(values));
    }

    /** What stands before and after the one name that is left open in it; empty where there is not exactly one. */
    Optional<Gap> gap() {
        List<Part> names = parts.stream().filter(Part::isName).toList();
        if (names.size() != 1) {
            return Optional.empty();
        }
        int at = parts.indexOf(names.get(0));
        return Optional.of(
                new Gap(texts(parts.subList(0, at)), names.get(0), texts(parts.subList(at + 1, parts.size()))));
    }

    /** @param name what stands between */
    record Gap(String before, Part name, String after) {}

    private static String texts(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    private String with(List<String> values) {
        StringBuilder address = new StringBuilder();
        for (Part part : parts) {
            String value = part.isName() ? values.get(part.parameter()) : part.text();
            address.append(part.offset() == 0 ? value : String.valueOf(Integer.parseInt(value) + part.offset()));
        }
        return address.toString();
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
