package org.fazhi.warehouse.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table that is part of a release.
 *
 * @param type in DuckDB, such as {@code DECIMAL(24,6)}
 * @param isRequired true where it is never NULL
 * @param meaning what its comment says
 * @param unit of its values; {@code column:NAME} where it stands in another column of the row
 * @param warnings what to know before it is used, as codes
 */
public record PackagedColumn(
        String name, String type, boolean isRequired, String meaning, Optional<String> unit, List<String> warnings) {

    /** The type of its elements, where it is a list. */
    Optional<String> elementType() {
        return type.endsWith("[]") ? Optional.of(type.substring(0, type.length() - 2)) : Optional.empty();
    }
}
