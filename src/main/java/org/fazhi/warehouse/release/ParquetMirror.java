package org.fazhi.warehouse.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.descriptor.PackagedTable;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes marts, dimensions and catalog as Parquet: a folder a table, and in it one file, or, where the table has region and
 * report year, a file a province and year such as {@code mart_figure-370000-2024.parquet}; {@code none} stands for a region
 * or year that is not known. Names of files say nothing that the file does not hold: each has all columns of its table in
 * the types of its table, so that every reader gets the same from one file, a folder or a glob. (Hive's folders
 * {@code key=value} did not give that: readers guess a type for the value in the name, which then stands against the type
 * inside the file.)
 *
 * <p>The same rows give the same bytes: they are sorted, and written by one thread. A file that is the same in the release
 * before is a hard link to it, so that a release costs the disk what is new in it.
 */
final class ParquetMirror {

    private static final String FORMAT = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE_BYTES '16MB'";

    /**
     * Which region and year belongs to which part. The province is that of dim_region, which knows the fictional ones too;
     * a code keeps its province through all its years, so that any row of it will do. The name becomes a file's.
     */
    private static final String PARTS = """
            CREATE OR REPLACE TEMP TABLE mirror_part AS
            SELECT dense_rank() OVER (ORDER BY name) AS part, name, region_code, report_year
            FROM (
                SELECT DISTINCT
                    region_code,
                    report_year,
                    CASE WHEN regexp_full_match(province.province_code, '[0-9]{6}') THEN province.province_code ELSE 'none' END
                        || '-' || coalesce(report_year::VARCHAR, 'none') AS name
                FROM {table}
                LEFT JOIN (
                    SELECT region_code, min(province_code) AS province_code FROM dim_region GROUP BY region_code
                ) AS province USING (region_code)
            )""";

    /** One pass over the mart; each part is then a stretch of this table, found by its number. */
    private static final String ROWS = """
            CREATE OR REPLACE TEMP TABLE mirror_row AS
            SELECT mirror_part.part AS mirror_part, mart.*
            FROM {table} AS mart
            JOIN mirror_part
                ON mart.region_code IS NOT DISTINCT FROM mirror_part.region_code
                AND mart.report_year IS NOT DISTINCT FROM mirror_part.report_year
            ORDER BY mirror_part""";

    /** Puts a second name to a file, as {@link Files#createLink} does. */
    interface Linker {
        void link(Path name, Path file) throws IOException;
    }

    private final WorkingFile file;
    private final Path folder;
    private final Optional<Path> before;
    private final Linker linker;

    /**
     * @param file works with one thread
     * @param folder may be written by the file's connection
     * @param before the mirror of the release before
     */
    ParquetMirror(WorkingFile file, Path folder, Optional<Path> before, Linker linker) {
        this.file = file;
        this.folder = folder;
        this.before = before;
        this.linker = linker;
    }

    /** Writes one table. */
    void write(PackagedTable table) throws SQLException, IOException {
        Files.createDirectories(folder.resolve(table.name()));
        boolean isPartitioned = table.has("region_code") && table.has("report_year");
        if (isPartitioned && table.rows() > 0) {
            writeParts(table);
        } else {
            // Without rows there are no parts; an empty file still tells the columns.
            copy("SELECT * FROM " + table.name() + order(table), table.name(), table.name());
        }
    }

    private void writeParts(PackagedTable table) throws SQLException, IOException {
        file.execute(PARTS.replace("{table}", table.name()));
        file.execute(ROWS.replace("{table}", table.name()));
        List<List<String>> parts =
                file.rows("SELECT DISTINCT part, name FROM mirror_part ORDER BY part", Integer.MAX_VALUE);
        for (List<String> part : parts) {
            copy(
                    "SELECT * EXCLUDE (mirror_part) FROM mirror_row WHERE mirror_part = " + part.get(0) + order(table),
                    table.name(),
                    table.name() + "-" + part.get(1));
        }
        file.execute("DROP TABLE temp.mirror_row");
        file.execute("DROP TABLE temp.mirror_part");
    }

    /** A key orders the rows wholly; a table without one is small. */
    private static String order(PackagedTable table) {
        return " ORDER BY "
                + table.key()
                        .map(key -> "\"" + String.join("\", \"", key) + "\"")
                        .orElse("ALL");
    }

    private void copy(String rows, String table, String name) throws SQLException, IOException {
        Path place = folder.resolve(table).resolve(name + ".parquet");
        file.execute("COPY (" + rows + ") TO " + WorkingFile.literal(place) + " (" + FORMAT + ")");
        if (before.isPresent()) {
            Path old = before.get().resolve(table).resolve(name + ".parquet");
            if (Files.isRegularFile(old) && Files.mismatch(old, place) < 0) {
                replaceByLink(place, old);
            }
        }
    }

    private void replaceByLink(Path place, Path old) throws IOException {
        Path beside = place.resolveSibling(place.getFileName() + ".link");
        try {
            linker.link(beside, old);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Where the file system has no links, or no more of them, the copy that was written stays.
            return;
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
