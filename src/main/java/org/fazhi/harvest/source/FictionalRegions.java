package org.fazhi.harvest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The regions of the sample, which exist nowhere: {@code warehouse/region/fictional.csv}. */
final class FictionalRegions {

    private static final String TABLE = "/warehouse/region/fictional.csv";
    private static final Map<String, String> LEVELS = Map.of("省级", "province", "地级", "prefecture", "县级", "county");
    private static final int CELLS = 6;

    private FictionalRegions() {}

    /** The rows; none where the table does not travel with the program. */
    static List<Region> load() {
        try (InputStream stream = FictionalRegions.class.getResourceAsStream(TABLE)) {
            return stream == null ? List.of() : rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + ": cannot be read", e);
        }
    }

    /** code, name, level, province_code, province_name, prefecture_name. */
    private static List<Region> rows(String text) {
        List<Region> regions = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (number == 1 || line.isBlank()) {
                continue;
            }
            String[] cells = line.strip().split(",", -1);
            if (cells.length != CELLS) {
                throw new IllegalStateException(
                        TABLE + ":" + number + ": expected " + CELLS + " cells, got " + cells.length);
            }
            regions.add(new Region(
                    cells[0],
                    cells[1],
                    LEVELS.getOrDefault(cells[2], cells[2]),
                    cells[4],
                    cells[5],
                    RegionCodes.FIRST_YEAR,
                    OptionalInt.empty(),
                    List.of()));
        }
        return regions;
    }
}
