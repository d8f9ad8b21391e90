package org.fazhi.warehouse.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * A comment of the schema, taken apart: {@code Value in the base unit [unit=column:unit, self_reported]}.
 *
 * @param meaning the words before the brackets
 * @param unit of the item {@code unit=…}: a word such as {@code percent}, or {@code column:NAME}
 * @param warnings codes of {@link UsageWarnings}, in their order in the comment
 */
record CatalogComment(String meaning, Optional<String> unit, List<String> warnings) {

    private static final Pattern NOTATION = Pattern.compile("(.*?) \\[([^\\[\\]]+)]", Pattern.DOTALL);

    private static final Pattern UNIT = Pattern.compile("unit=((?:column:)?[a-z_]+)");

    /**
     * Takes a comment apart.
     *
     * @param where names the column or table in errors
     * @throws WarehouseException where an item is no unit and no code of the vocabulary, or stands twice
     */
    static CatalogComment of(String where, String comment, UsageWarnings vocabulary) {
        Matcher notation = NOTATION.matcher(comment);
        if (!notation.matches()) {
            return new CatalogComment(comment, Optional.empty(), List.of());
        }
        Optional<String> unit = Optional.empty();
        List<String> warnings = new ArrayList<>();
        Set<String> items = new HashSet<>();
        for (String item : notation.group(2).split(", ", -1)) {
            Matcher stated = UNIT.matcher(item);
            boolean isUnit = stated.matches();
            boolean isFresh = items.add(isUnit ? "unit" : item);
            if (!isFresh || !(isUnit || vocabulary.knows(item))) {
                throw new WarehouseException(where + ": comment: expected unit=… and each of " + vocabulary.codes()
                        + " at most once, got " + item);
            }
            if (isUnit) {
                unit = Optional.of(stated.group(1));
            } else {
                warnings.add(item);
            }
        }
        return new CatalogComment(notation.group(1), unit, List.copyOf(warnings));
    }
}
