package org.fazhi.harvest.state;

import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sources that this night harvests, and who reads the pages of each. Links and captures of other sources, left by runs
 * over another folder of jobs, stay in the state and are not worked on.
 */
public final class ConfiguredSources {

    private final JdbcClient jdbc;

    public ConfiguredSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param readerVersions by source id; pages read by another version are due again */
    public void replace(SortedMap<String, String> readerVersions) {
        jdbc.sql("DELETE FROM configured_source").update();
        jdbc.sql("INSERT INTO configured_source (source_id, reader_version) SELECT * FROM UNNEST(?, ?)")
                .param(readerVersions.keySet().toArray(String[]::new))
                .param(readerVersions.values().toArray(String[]::new))
                .update();
    }
}
