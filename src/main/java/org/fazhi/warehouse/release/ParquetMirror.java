package org.fazhi.warehouse.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes the marts as Parquet: a folder a mart, and within it, where the mart has region and report year, Hive's folders
 * {@code province_code=370000/report_year=2024}. A row of no known region or year stands under
 * {@code __HIVE_DEFAULT_PARTITION__}. Every file holds all columns of its mart, so that one alone can be read, by readers
 * that know nothing of Hive too.
 */
final class ParquetMirror {

    private static final String FORMAT = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE_BYTES '16MB'";

    private static final String PARTITIONS =
            ", PARTITION_BY (province_code, report_year), WRITE_PARTITION_COLUMNS true";

    private final WorkingFile file;
    private final Path folder;

    /** @param folder may be written by the file's connection */
    ParquetMirror(WorkingFile file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    void write(String mart) throws SQLException, IOException {
        Path place = folder.resolve(mart);
        List<String> columns = file.columns(mart);
        boolean isPartitioned = columns.contains("region_code") && columns.contains("report_year");
        String rows = isPartitioned
                ? "SELECT *, left(region_code, 2) || '0000' AS province_code FROM " + mart
                : "SELECT * FROM " + mart;
        if (isPartitioned && file.count("SELECT count(*) FROM " + mart) > 0) {
            Files.createDirectories(folder);
            copy(rows, place, FORMAT + PARTITIONS + ", FILENAME_PATTERN '" + mart + "_{i}'");
        } else {
            // Without rows there are no partitions; an empty file still tells the columns.
            Files.createDirectories(place);
            copy(rows, place.resolve(mart + ".parquet"), FORMAT);
        }
    }

    private void copy(String rows, Path place, String options) throws SQLException {
        file.execute("COPY (" + rows + ") TO " + WorkingFile.literal(place) + " (" + options + ")");
    }
}
