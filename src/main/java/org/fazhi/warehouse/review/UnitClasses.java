package org.fazhi.warehouse.review;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/** Which units may state the same indicator, as {@code warehouse/schema/12_dim_unit.sql} lists them. */
final class UnitClasses {

    private static final String TABLE = "schema/12_dim_unit.sql";

    private final Map<String, String> classes;

    private UnitClasses(Map<String, String> classes) {
        this.classes = classes;
    }

    static UnitClasses none() {
        return new UnitClasses(Map.of());
    }

    static UnitClasses read(WarehouseFiles files) {
        Map<String, String> classes = new HashMap<>();
        try (WorkingFile memory = WorkingFile.inMemory(DuckSettings.DEFAULT, List.of())) {
            memory.execute(files.text(TABLE));
            memory.each("SELECT unit, observation_class FROM dim_unit", row -> classes.put(row.get(0), row.get(1)));
        } catch (SQLException e) {
            throw new WarehouseException("warehouse/" + TABLE + ": expected the units, got: " + e.getMessage(), e);
        }
        return new UnitClasses(classes);
    }

    boolean lists(String unit) {
        return classes.containsKey(unit);
    }

    /** A unit that is not listed compares with itself alone. */
    boolean areAlike(String one, String other) {
        return one.equals(other) || classes.containsKey(one) && classes.get(one).equals(classes.get(other));
    }
}
