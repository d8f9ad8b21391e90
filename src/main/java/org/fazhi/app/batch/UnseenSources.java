package org.fazhi.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.state.WalkLog;

/**
 * The sources of which nobody can say what they lack: they name no listing, or one that was never walked to its end.
 *
 * @param sources the ids of the first few
 */
public record UnseenSources(int count, List<String> sources) {

    private static final int NAMED = 5;

    public UnseenSources {
        sources = List.copyOf(sources);
    }

    static UnseenSources of(WalkLog walks) {
        List<String> all = walks.unseenSources();
        return new UnseenSources(all.size(), all.stream().limit(NAMED).toList());
    }

    /**
     * Reads them from the state of a home; empty where no night was run yet, or none by a program that writes walks down.
     *
     * @throws HomeInUse where a night runs
     */
    public static Optional<UnseenSources> read(Path home) {
        return StateDatabase.read(
                home,
                jdbc -> StateDatabase.hasTable(jdbc, "LISTING_WALK")
                        ? Optional.of(of(new WalkLog(jdbc)))
                        : Optional.empty());
    }

    /** What stands behind the count, such as {@code " sources: linjiang, wuhekou, …"}; nothing where there are none. */
    public String examples() {
        return count == 0 ? "" : " sources: " + String.join(", ", sources) + (count > sources.size() ? ", …" : "");
    }
}
