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
        /** CSV, a file a year: a row an issuing body, a column an indicator. */
        WIDE;

        /** The word on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final WarehouseHome home;
    private final DuckSettings settings;

    public ReleaseExport(WarehouseHome home, DuckSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    /**
     * Exports a kept release.
     *
     * @param folder must not be there yet
     * @return the files written, sorted
     * @throws WarehouseException where the folder is there or cannot be written; nothing of it is left
     */
    public List<Path> export(String release, Format format, Path folder) {
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
                write(file, List.copyOf(manifest.rows().keySet()), format, partial);
            }
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return files(folder);
        } catch (IOException | SQLException e) {
            discard(partial);
            throw new WarehouseException(folder + ": the export failed: " + e.getMessage(), e);
        }
    }

    private static void write(WorkingFile file, List<String> marts, Format format, Path folder) throws SQLException {
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
            case WIDE -> wide(file, folder);
        }
    }

    /** Every year's table has the same columns, so that the years can be laid under one another. */
    private static void wide(WorkingFile file, Path folder) throws SQLException {
        StringBuilder columns = new StringBuilder();
        file.each(
                "SELECT DISTINCT indicator_code FROM mart_observation ORDER BY indicator_code",
                row -> columns.append(", any_value(value) FILTER (indicator_code = ")
                        .append(WorkingFile.literal(row.get(0)))
                        .append(") AS \"")
                        .append(row.get(0).replace("\"", "\"\""))
                        .append('"'));
        List<String> years = new ArrayList<>();
        file.each("SELECT DISTINCT report_year FROM mart_observation ORDER BY 1", row -> years.add(row.get(0)));
        for (String year : years) {
            String rows =
                    "SELECT region_code, region_name, province_name, issuer_kind, report_year, issuer_key, issuer_name,"
                            + " issuer_function,"
                            + " count(*) FILTER (is_conflicting) AS conflicting_count" + columns
                            + " FROM mart_observation WHERE report_year = " + year
                            + " GROUP BY region_code, region_name, province_name, issuer_kind, report_year, issuer_key, issuer_name,"
                            + " issuer_function"
                            + " ORDER BY region_code, issuer_kind, issuer_key";
            CsvFile.write(file, rows, folder.resolve("wide_" + year + ".csv"));
        }
        String names = "SELECT indicator_code, indicator_name, unit, kind, is_additive, domain, task, definition"
                + " FROM dim_indicator ORDER BY indicator_code";
        CsvFile.write(file, names, folder.resolve("indicators.csv"));
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
