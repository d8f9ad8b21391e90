package org.fazhi.harvest.archive;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fazhi.text.Digest;

/** Finds the first capture of a payload. It may forget: a payload is then stored once more, and nothing else happens. */
public interface CaptureIndex {

    Optional<CaptureRecord> find(Digest digest);

    /** Adds a capture that holds its payload; it takes the place of an earlier one, which may be lost. */
    void add(CaptureRecord record);

    /** Keeps the index as long as the program runs. */
    static CaptureIndex inMemory() {
        Map<Digest, CaptureRecord> records = new ConcurrentHashMap<>();
        return new CaptureIndex() {
            @Override
            public Optional<CaptureRecord> find(Digest digest) {
                return Optional.ofNullable(records.get(digest));
            }

            @Override
            public void add(CaptureRecord record) {
                records.put(record.digest(), record);
            }
        };
    }
}
