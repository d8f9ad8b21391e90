package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.net.URI;
import java.util.Optional;
import org.fazhi.harvest.archive.CaptureIndex;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The archive's index of payloads, kept over nights. */
public final class StoredPayloads implements CaptureIndex {

    private final JdbcClient jdbc;

    public StoredPayloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<CaptureRecord> find(Digest digest) {
        return jdbc.sql("SELECT * FROM payload WHERE payload_digest = ?")
                .param(digest.toString())
                .query((row, number) -> {
                    CaptureLocation location =
                            new CaptureLocation(row.getString("warc_file"), row.getLong("warc_offset"));
                    return new CaptureRecord(
                            location,
                            URI.create(row.getString("url")),
                            instant(row, "fetched_at"),
                            digest,
                            URI.create(row.getString("record_id")),
                            false,
                            location);
                })
                .optional();
    }

    @Override
    public void add(CaptureRecord record) {
        // Two hosts may send the same payload at once; either record holds it, so the later one may win.
        jdbc.sql("INSERT INTO payload (payload_digest, url, fetched_at, record_id, warc_file, warc_offset)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (payload_digest) DO UPDATE SET url = excluded.url,"
                        + " fetched_at = excluded.fetched_at, record_id = excluded.record_id,"
                        + " warc_file = excluded.warc_file, warc_offset = excluded.warc_offset")
                .param(record.digest().toString())
                .param(record.url().toString())
                .param(text(record.fetchedAt()))
                .param(record.recordId().toString())
                .param(record.location().file())
                .param(record.location().offset())
                .update();
    }
}
