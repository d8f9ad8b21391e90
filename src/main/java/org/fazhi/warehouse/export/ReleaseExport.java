package org.fazhi.warehouse.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes one release out for programs that do not read DuckDB: its marts as CSV or Parquet, or its observations as one
 * wide table a year. The folder appears whole or not at all.
 */
public final class ReleaseExport {

    /** What is written. */
    public enum Format {
        /** A file a mart: UTF-8 with the mark that Excel knows it by, comma, a head line; an empty cell is NULL. */
        CSV,
        /** A file a mart. */
        PARQUET,
        /** CSV, a file a year: a row an issuing body, a column an indicator; {@link PartYear} applies. */
        WIDE;

        /** The word on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a wide table does with values of a part of the year and with running totals, which look like any other. */
    public enum PartYear {
        /** Their cells are empty; {@code part_year_count} says how many a row has. */
        LEFT_OUT,
        /** Every indicator has a second column, which is empty beside a value of the whole year. */
        MARKED
    }

    /** How a release of a program that had no {@code is_whole_year} tells what holds for the whole year. */
    private static final String WHOLE_YEAR_BEFORE =
            "tense = 'actual' AND coalesce(as_of, report_year || '-12') = report_year || '-12'";

    private final WarehouseHome home;
    private final DuckSettings settings;

    public ReleaseExport(WarehouseHome home, DuckSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    /**
     * Exports a kept release.
     *
     * @param partYear for {@link Format#WIDE}; the other formats hold every value with its {@code is_whole_year}
     * @param folder must not be there yet
     * @return the files written, sorted
     * @throws WarehouseException where the folder is there or cannot be written; nothing of it is left
     */
    public List<Path> export(String release, Format format, PartYear partYear, Path folder) {
        Releases releases = new Releases(home);
        Manifest manifest = releases.find(release);
        if (Files.exists(folder)) {
            throw new WarehouseException(folder + ": expected a folder that is not there yet, got one that is");
        }
        Path partial = folder.toAbsolutePath().normalize().resolveSibling("." + folder.getFileName() + ".partial");
        try {
            FileTree.delete(partial);
            Files.createDirectories(partial);
            try (WorkingFile file = WorkingFile.inMemory(settings, List.of(home.release(release), partial))) {
                file.execute("ATTACH " + WorkingFile.literal(releases.file(manifest)) + " AS exported (READ_ONLY)");
                file.execute("USE exported");
                write(file, List.copyOf(manifest.rows().keySet()), format, partYear, partial);
            }
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return files(folder);
        } catch (IOException | SQLException e) {
            discard(partial);
            throw new WarehouseException(folder + ": the export failed: " + e.getMessage(), e);
        }
    }

    private static void write(WorkingFile file, List<String> marts, Format format, PartYear partYear, Path folder)
            throws SQLException {
        switch (format) {
            case CSV -> {
                for (String mart : marts) {
                    CsvFile.write(file, "SELECT * FROM " + mart, folder.resolve(mart + ".csv"));
                }
            }
            case PARQUET -> {
                for (String mart : marts) {
                    file.execute("COPY (SELECT * FROM " + mart + ") TO "
                            + WorkingFile.literal(folder.resolve(mart + ".parquet"))
                            + " (FORMAT parquet, COMPRESSION zstd)");
                }
            }
            case WIDE -> wide(file, partYear, folder);
        }
    }

    /** Every year's table has the same columns, so that the years can be laid under one another. */
    private static void wide(WorkingFile file, PartYear partYear, Path folder) throws SQLException {
        String isWholeYear =
                file.columns("mart_observation").contains("is_whole_year") ? "is_whole_year" : WHOLE_YEAR_BEFORE;
        StringBuilder columns = new StringBuilder();
        file.each(
                "SELECT DISTINCT indicator_code FROM mart_observation ORDER BY indicator_code",
                row -> columns.append(indicator(row.get(0), partYear)));
        String observed = "SELECT *, " + CsvFile.withoutZeros("value") + " AS cell, " + isWholeYear
                + " AS is_whole FROM mart_observation";
        List<String> years = new ArrayList<>();
        file.each("SELECT DISTINCT report_year FROM mart_observation ORDER BY 1", row -> years.add(row.get(0)));
        for (String year : years) {
            String rows =
                    "SELECT region_code, region_name, province_name, issuer_kind, report_year, issuer_key, issuer_name,"
                            + " issuer_function,"
                            + " count(*) FILTER (is_conflicting) AS conflicting_count,"
                            + " count(*) FILTER (NOT is_whole) AS part_year_count" + columns
                            + " FROM (" + observed + ") WHERE report_year = " + year
                            + " GROUP BY region_code, region_name, province_name, issuer_kind, report_year, issuer_key, issuer_name,"
                            + " issuer_function"
                            + " ORDER BY region_code, issuer_kind, issuer_key";
            CsvFile.write(file, rows, folder.resolve("wide_" + year + ".csv"));
        }
        String names = "SELECT indicator_code, indicator_name, unit, kind, is_additive, domain, task, definition,"
                + " * EXCLUDE (indicator_code, indicator_name, unit, kind, is_additive, domain, task, definition)"
                + " FROM dim_indicator ORDER BY indicator_code";
        CsvFile.write(file, names, folder.resolve("indicators.csv"));
    }

    /** The column of an indicator, and where part-year values are kept the column beside it that marks them. */
    private static String indicator(String code, PartYear partYear) {
        String ofIt = "indicator_code = " + WorkingFile.literal(code);
        String name = code.replace("\"", "\"\"");
        if (partYear == PartYear.LEFT_OUT) {
            return ", any_value(cell) FILTER (" + ofIt + " AND is_whole) AS \"" + name + "\"";
        }
        String mark = "concat_ws(' ', CASE WHEN tense = 'cumulative' THEN 'cumulative' END, 'to ' || as_of)";
        return ", any_value(cell) FILTER (" + ofIt + ") AS \"" + name + "\"" + ", any_value(" + mark + ") FILTER ("
                + ofIt + " AND NOT is_whole) AS \"" + name + ".part_year\"";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void discard(Path partial) {
        try {
            FileTree.delete(partial);
        } catch (UncheckedIOException e) {
            // What failed first is what is told; the next export of the same name deletes what is left.
            return;
        }
    }
}
