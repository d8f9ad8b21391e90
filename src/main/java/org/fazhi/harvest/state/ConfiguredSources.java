package org.fazhi.harvest.state;

import java.util.List;
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

    /**
     * @param readerVersions by source id; pages read by another version are due again
     * @param listings of these sources; walks through others prove nothing
     */
    public void replace(SortedMap<String, String> readerVersions, List<ConfiguredListing> listings) {
        jdbc.sql("DELETE FROM configured_source").update();
        jdbc.sql("INSERT INTO configured_source (source_id, reader_version) SELECT * FROM UNNEST(?, ?)")
                .param(readerVersions.keySet().toArray(String[]::new))
                .param(readerVersions.values().toArray(String[]::new))
                .update();
        jdbc.sql("DELETE FROM configured_listing").update();
        // A source may name one address twice.
        listings.forEach(listing -> jdbc.sql("MERGE INTO configured_listing (source_id, listing_hash, settings)"
                        + " KEY (source_id, listing_hash) VALUES (?, ?, ?)")
                .param(listing.sourceId())
                .param(listing.hash())
                .param(listing.settings())
                .update());
    }
}
