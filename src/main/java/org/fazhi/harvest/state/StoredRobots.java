package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.util.Optional;
import org.fazhi.harvest.fetch.RobotsFile;
import org.fazhi.harvest.fetch.RobotsStore;
import org.fazhi.harvest.fetch.Validators;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps robots.txt files over nights. */
public final class StoredRobots implements RobotsStore {

    private final JdbcClient jdbc;

    public StoredRobots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RobotsFile> get(String site) {
        return jdbc.sql("SELECT * FROM robots WHERE site = ?")
                .param(site)
                .query((row, number) -> new RobotsFile(
                        row.getInt("http_status"),
                        row.getString("body"),
                        instant(row, "fetched_at"),
                        new Validators(
                                Optional.ofNullable(row.getString("etag")),
                                Optional.ofNullable(row.getString("last_modified")))))
                .optional();
    }

    @Override
    public void put(String site, RobotsFile file) {
        jdbc.sql(
                        "INSERT INTO robots (site, http_status, body, fetched_at, etag, last_modified) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (site) DO UPDATE SET http_status = excluded.http_status, body = excluded.body,"
                                + " fetched_at = excluded.fetched_at, etag = excluded.etag, last_modified = excluded.last_modified")
                .param(site)
                .param(file.status())
                .param(file.body())
                .param(text(file.fetchedAt()))
                .param(file.validators().etag().orElse(null))
                .param(file.validators().lastModified().orElse(null))
                .update();
    }
}
