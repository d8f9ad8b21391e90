package org.fazhi.warehouse.mutation;

import java.util.List;

/**
 * What scripts of {@code transforms} and {@code marts} make of rows planted in an empty schema.
 *
 * @param name a sentence
 * @param scripts run in this order, each a path within the warehouse folder
 * @param plant run before them
 * @param query its rows are held against {@code expected}, cells joined by a bar, NULL as a dash
 */
record ScriptCase(String name, List<String> scripts, String plant, String query, List<String> expected) {}
