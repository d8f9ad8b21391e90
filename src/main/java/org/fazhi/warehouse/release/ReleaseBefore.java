package org.fazhi.warehouse.release;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * The release that another is compared with, laid beside it as the temporary views that {@code mart_change} reads.
 */
final class ReleaseBefore {

    /**
     * A temporary view and the columns it takes, as {@code name type}.
     *
     * @param later columns that a release of an earlier program has not; there they are NULL
     */
    private record View(String name, String from, List<String> columns, List<String> later) {

        View(String name, String from, List<String> columns) {
            this(name, from, columns, List.of());
        }

        String taking(String catalog) {
            List<String> names = Stream.concat(columns.stream(), later.stream())
                    .map(column -> column.substring(0, column.indexOf(' ')))
                    .toList();
            String table = catalog + "." + from.split(" ", 2)[0];
            String rest = from.contains(" ") ? from.substring(from.indexOf(' ')) : "";
            return "CREATE OR REPLACE TEMP VIEW " + name + " AS SELECT " + String.join(", ", names) + " FROM "
                    + withLater(table, later) + rest;
        }

        String empty() {
            return "CREATE OR REPLACE TEMP VIEW " + name + " AS "
                    + noRow(Stream.concat(columns.stream(), later.stream()));
        }
    }

    private static final List<View> VIEWS = List.of(
            new View(
                    "before_document",
                    "mart_document WHERE is_current",
                    List.of(
                            "document_id VARCHAR",
                            "version INTEGER",
                            "url VARCHAR",
                            "region_code VARCHAR",
                            "issuer_kind VARCHAR",
                            "report_year INTEGER",
                            "payload_digest VARCHAR",
                            "issuer VARCHAR",
                            "title VARCHAR",
                            "published_date DATE",
                            "figure_count INTEGER",
                            "section_count INTEGER",
                            "issuer_key VARCHAR",
                            "issuer_name VARCHAR",
                            "issuer_function VARCHAR"),
                    List.of("withdrawn_on DATE")),
            new View(
                    "before_observation",
                    "mart_observation",
                    List.of(
                            "region_code VARCHAR",
                            "issuer_kind VARCHAR",
                            "report_year INTEGER",
                            "indicator_code VARCHAR",
                            "value DECIMAL(24, 6)",
                            "unit VARCHAR",
                            "figure_id VARCHAR",
                            "document_id VARCHAR",
                            "url VARCHAR",
                            "issuer_key VARCHAR",
                            "issuer_name VARCHAR",
                            "issuer_function VARCHAR")),
            new View("before_reading", "fact_reading", List.of("document_id VARCHAR", "payload_digest VARCHAR")),
            new View(
                    "before_source",
                    "dim_document WHERE is_current",
                    List.of("document_id VARCHAR", "source_id VARCHAR")),
            new View(
                    "before_superseded",
                    "dim_document WHERE same_as IS NOT NULL",
                    List.of("document_id VARCHAR", "report_year INTEGER"),
                    List.of("same_as VARCHAR")));

    private static final View MARTS = new View("before_mart", "", List.of("mart VARCHAR", "row_count BIGINT"));

    /** Tables that a release of an earlier program has not; there they are empty. */
    private static final List<View> LATER_VIEWS = List.of(
            new View("before_review", "fact_review", List.of("review_id VARCHAR", "verdict VARCHAR")),
            new View(
                    "before_review_match",
                    "fact_review_match",
                    List.of(
                            "review_id VARCHAR",
                            "document_id VARCHAR",
                            "version INTEGER",
                            "ordinal INTEGER",
                            "indicator_read VARCHAR",
                            "indicator_code VARCHAR")));

    private ReleaseBefore() {}

    /** A table with further columns, as {@code name type}, which are NULL where it has them not. */
    static String withLater(String table, List<String> columns) {
        if (columns.isEmpty()) {
            return table;
        }
        return "(FROM " + table + " UNION ALL BY NAME " + noRow(columns.stream()) + ")";
    }

    private static String noRow(Stream<String> columns) {
        return columns.map(column -> column.replaceFirst("(\\w+) (.+)", "NULL::$2 AS $1"))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /**
     * Attaches a release, read only, and makes the views over it.
     *
     * @param rows of its marts, as its manifest says
     * @return why it cannot be compared with, such as that it was made before one of the columns was; the views are then
     *     those of {@link #none}
     */
    static Optional<String> attach(WorkingFile file, Path before, String release, SortedMap<String, Long> rows)
            throws SQLException {
        try {
            file.execute("ATTACH " + WorkingFile.literal(before) + " AS before (READ_ONLY)");
            for (View view : VIEWS) {
                file.execute(view.taking("before"));
            }
            marts(file, rows);
            for (View view : LATER_VIEWS) {
                boolean isThere = has(file, "before", view.from());
                file.execute(isThere ? view.taking("before") : view.empty());
            }
            file.execute("SET VARIABLE release_before = " + WorkingFile.literal(release));
            return Optional.empty();
        } catch (SQLException e) {
            none(file);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void marts(WorkingFile file, SortedMap<String, Long> rows) throws SQLException {
        List<String> selects = rows.entrySet().stream()
                .map(mart -> "SELECT " + WorkingFile.literal(mart.getKey()) + " AS mart, " + mart.getValue()
                        + "::BIGINT AS row_count")
                .toList();
        file.execute(
                selects.isEmpty()
                        ? MARTS.empty()
                        : "CREATE OR REPLACE TEMP VIEW " + MARTS.name() + " AS " + String.join(" UNION ALL ", selects));
    }

    /** Makes empty views: nothing is before. */
    static void none(WorkingFile file) throws SQLException {
        file.execute("SET VARIABLE release_before = NULL");
        for (View view : VIEWS) {
            file.execute(view.empty());
        }
        file.execute(MARTS.empty());
        for (View view : LATER_VIEWS) {
            file.execute(view.empty());
        }
    }

    /** Lays the tables of a release that {@code mart_change} reads itself under their own names; those it has not empty. */
    static void layLaterTables(WorkingFile file, String catalog) throws SQLException {
        for (View view : LATER_VIEWS) {
            View own = new View(view.from(), view.from(), view.columns());
            file.execute(has(file, catalog, view.from()) ? own.taking(catalog) : own.empty());
        }
    }

    private static boolean has(WorkingFile file, String catalog, String table) throws SQLException {
        return file.count("SELECT count(*) FROM duckdb_tables() WHERE database_name = '" + catalog
                        + "' AND table_name = '" + table + "'")
                > 0;
    }
}
