package org.fazhi.app.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.harvest.archive.ArchiveException;
import org.fazhi.harvest.state.Captures;
import org.fazhi.reading.Extract;
import org.fazhi.reading.ExtractStore;
import org.fazhi.reading.reason.Reason;

/**
 * The captures that the state knows and that the archive does not give, by the file they should stand in. What was read
 * from them before stays; where nothing was, they are quarantined as {@link Reason#ARCHIVE_LOST}, and the audit
 * {@code lost_archive} refuses the release. For use by several threads.
 */
final class LostCaptures {

    private static final int EXAMPLES = 3;

    private final ExtractStore extracts;
    private final NightResult result;
    private final Set<Captures.Entry> entries = new HashSet<>();
    private final SortedMap<String, Lost> byFile = new TreeMap<>();

    /** What one file does not give. */
    private static final class Lost {

        private final List<String> urls = new ArrayList<>();
        private String example = "";
        private int kept;
        private int lost;
    }

    LostCaptures(ExtractStore extracts, NightResult result) {
        this.extracts = extracts;
        this.result = result;
    }

    /** Notes a capture; what is to stand in place of its reading, or empty where what was read before does. */
    synchronized Optional<Extract> quarantined(Captures.Entry entry, ArchiveException fault) {
        String url = entry.url().toString();
        entries.add(entry);
        boolean isKept =
                extracts.has(entry.sourceId(), url, entry.payloadDigest().toString());
        Lost lost = byFile.computeIfAbsent(entry.warcFile(), file -> new Lost());
        lost.example = lost.example.isEmpty() ? String.valueOf(fault.getMessage()) : lost.example;
        if (lost.urls.size() < EXAMPLES) {
            lost.urls.add(url);
        }
        if (isKept) {
            lost.kept++;
            return Optional.empty();
        }
        lost.lost++;
        return Optional.of(new Extract(
                entry.sourceId(),
                url,
                entry.payloadDigest().toString(),
                entry.fetchedAt(),
                Extract.Outcome.QUARANTINED,
                Reason.ARCHIVE_LOST.code(),
                Optional.of("archive/" + fault.getMessage()),
                Optional.empty()));
    }

    /** True where the reading is none, but says that there was nothing to read. */
    static boolean isLost(Extract extract) {
        return extract.reason().equals(Reason.ARCHIVE_LOST.code());
    }

    /** True where it was noted in this run. */
    synchronized boolean isKnown(Captures.Entry entry) {
        return entries.contains(entry);
    }

    /** Tells the night what was noted, a line a file, and begins anew. */
    synchronized void tell() {
        byFile.forEach((file, lost) -> result.note("archive/" + file
                + ": expected the pages that were archived there, got "
                + (lost.kept + lost.lost) + " that cannot be read, such as " + String.join(", ", lost.urls) + " ("
                + lost.example + "); " + (lost.kept > 0 ? "what was read from " + lost.kept + " before stands; " : "")
                + (lost.lost > 0 ? "nothing is kept of " + lost.lost + "; " : "")
                + "put the file back from a copy and run reprocess"));
        byFile.clear();
    }
}
