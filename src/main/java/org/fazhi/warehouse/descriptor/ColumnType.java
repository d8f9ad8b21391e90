package org.fazhi.warehouse.descriptor;

import org.fazhi.warehouse.store.WarehouseException;

/** The kinds of values that columns hold. */
enum ColumnType {
    TEXT,
    INTEGER,
    NUMBER,
    FLAG,
    DATE,
    /** A point in time, in UTC. */
    INSTANT;

    /**
     * The kind of a DuckDB type that is no list.
     *
     * @throws WarehouseException where a table has taken a type that no descriptor knows
     */
    static ColumnType of(String type) {
        if (type.startsWith("DECIMAL(")) {
            return NUMBER;
        }
        return switch (type) {
            case "VARCHAR" -> TEXT;
            case "INTEGER", "BIGINT" -> INTEGER;
            case "DOUBLE" -> NUMBER;
            case "BOOLEAN" -> FLAG;
            case "DATE" -> DATE;
            case "TIMESTAMP" -> INSTANT;
            default ->
                throw new WarehouseException(
                        "descriptor: expected VARCHAR, INTEGER, BIGINT, DECIMAL, DOUBLE, BOOLEAN, DATE or TIMESTAMP, got "
                                + type);
        };
    }
}
