package org.fazhi.warehouse.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A table or mart that is part of a release.
 *
 * @param meaning what its comment says
 * @param key columns that tell its rows apart
 * @param references to tables of the same release
 * @param files its Parquet files; empty before they are written
 */
public record PackagedTable(
        String name,
        String meaning,
        List<String> warnings,
        List<PackagedColumn> columns,
        Optional<List<String>> key,
        List<TableKeys.Reference> references,
        long rows,
        List<PackagedFile> files) {

    /** The same table with those files of a release that are its own. */
    public PackagedTable withFilesOf(List<PackagedFile> release) {
        String folder = "parquet/" + name + "/";
        List<PackagedFile> own =
                release.stream().filter(file -> file.path().startsWith(folder)).toList();
        return new PackagedTable(name, meaning, warnings, columns, key, references, rows, own);
    }

    /** Whether it has such a column. */
    public boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }

    /** The glob, from the release folder, that finds its files and no others. */
    String glob() {
        return "parquet/" + name + "/*.parquet";
    }
}
