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
        readerVersions.forEach(
                (source, reader) -> jdbc.sql("INSERT INTO configured_source (source_id, reader_version) VALUES (?, ?)")
                        .param(source)
                        .param(reader)
                        .update());
        jdbc.sql("DELETE FROM configured_listing").update();
        // A source may name one address twice.
        listings.forEach(listing -> jdbc.sql(
                        "INSERT INTO configured_listing (source_id, listing_hash, settings) VALUES (?, ?, ?)"
                                + " ON CONFLICT (source_id, listing_hash) DO UPDATE SET settings = excluded.settings")
                .param(listing.sourceId())
                .param(listing.hash())
                .param(listing.settings())
                .update());
    }
}
