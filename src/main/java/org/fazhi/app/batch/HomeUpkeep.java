package org.fazhi.app.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.harvest.state.Frontier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a home is damaged, outdated or still to be done, by its state; of the sources of the last night.
 *
 * @param captures archived pages
 * @param outdated of these, read by an earlier program, under another dictionary or under other settings of their source;
 *     the next night reads them again
 * @param unread of these, not read at all
 * @param missing captures whose WARC file is not in the archive, by the file's name; they cannot be read again
 * @param dueLinks links that the next night asks for
 */
public record HomeUpkeep(int captures, int outdated, int unread, SortedMap<String, Integer> missing, int dueLinks) {

    /**
     * Reads it, as this program would; empty where no night was run yet.
     */
    public static Optional<HomeUpkeep> read(Path home, Instant now) {
        return read(home, NightReader.running(), now);
    }

    static Optional<HomeUpkeep> read(Path home, NightReader present, Instant now) {
        String dictionary = present.dictionary().digest().hex();
        String reader = new ReaderIdentity(present.code(), dictionary, Optional.empty()).reader();
        return StateDatabase.read(home, jdbc -> Optional.of(read(home, jdbc, reader, now)));
    }

    private static HomeUpkeep read(Path home, JdbcClient jdbc, String reader, Instant now) {
        String own = " FROM capture JOIN configured_source USING (source_id)";
        return new HomeUpkeep(
                jdbc.sql("SELECT count(*)" + own).query(Integer.class).single(),
                jdbc.sql("SELECT count(*)" + own
                                + " WHERE extracted_by <> reader_version OR substr(extracted_by, 1, ?) <> ?")
                        .param(reader.length())
                        .param(reader)
                        .query(Integer.class)
                        .single(),
                jdbc.sql("SELECT count(*)" + own + " WHERE extracted_by IS NULL")
                        .query(Integer.class)
                        .single(),
                missing(home, jdbc),
                new Frontier(jdbc, Clock.fixed(now, ZoneOffset.UTC)).countDue(""));
    }

    private static SortedMap<String, Integer> missing(Path home, JdbcClient jdbc) {
        SortedMap<String, Integer> missing = new TreeMap<>();
        jdbc.sql("SELECT warc_file, count(*) AS n FROM capture GROUP BY warc_file")
                .query(row -> {
                    String file = row.getString("warc_file");
                    if (!Files.isRegularFile(home.resolve("archive").resolve(file))) {
                        missing.put(file, row.getInt("n"));
                    }
                });
        return missing;
    }
}
