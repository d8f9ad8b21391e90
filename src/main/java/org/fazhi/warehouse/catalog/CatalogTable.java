package org.fazhi.warehouse.catalog;

import java.util.List;

/**
 * A table or mart, as its comment describes it.
 *
 * @param meaning the comment without warnings
 * @param warnings codes of {@link UsageWarnings} that hold for every row
 */
public record CatalogTable(String name, String meaning, List<String> warnings) {

    /** Marts are what readers use; their names and columns are a contract. */
    public boolean isMart() {
        return name.startsWith("mart_");
    }
}
