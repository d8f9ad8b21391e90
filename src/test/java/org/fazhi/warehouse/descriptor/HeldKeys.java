package org.fazhi.warehouse.descriptor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.WarehouseFiles;

/** Holds the rows of a release to the keys and references that its descriptor tells. */
public final class HeldKeys {

    private HeldKeys() {}

    /** What is wrong with any table or mart: a key that stands twice or is NULL, a reference that leads nowhere. */
    public static List<String> faults(Path release, WarehouseFiles files) {
        TableKeys keys = TableKeys.of(files);
        List<String> faults = new ArrayList<>();
        for (String table : keys.keyed()) {
            List<String> columns = keys.key(table).orElseThrow();
            String key = String.join(", ", columns);
            String isNull = String.join(
                    " OR ", columns.stream().map(column -> column + " IS NULL").toList());
            faults.addAll(told(
                    release,
                    table + " (" + key + ")",
                    "SELECT " + key + " FROM " + table + " GROUP BY ALL HAVING count(*) > 1 OR bool_or(" + isNull
                            + ")"));
        }
        for (String table : keys.referring()) {
            for (TableKeys.Reference reference : keys.references(table)) {
                List<String> on = new ArrayList<>();
                List<String> isThere = new ArrayList<>();
                for (int i = 0; i < reference.columns().size(); i++) {
                    String column = "one." + reference.columns().get(i);
                    on.add("other." + reference.toColumns().get(i) + " = " + column);
                    isThere.add(column + " IS NOT NULL");
                }
                faults.addAll(told(
                        release,
                        table + " " + reference,
                        "SELECT one.* FROM " + table + " AS one ANTI JOIN " + reference.to() + " AS other ON "
                                + String.join(" AND ", on) + " WHERE " + String.join(" AND ", isThere)));
            }
        }
        return faults;
    }

    private static List<String> told(Path release, String what, String sql) {
        return Home.rows(release, sql).stream()
                .limit(2)
                .map(row -> what + ": " + row)
                .toList();
    }
}
