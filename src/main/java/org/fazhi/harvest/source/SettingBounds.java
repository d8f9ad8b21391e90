package org.fazhi.harvest.source;

import java.time.Duration;

/** The bounds of settings. */
final class SettingBounds {

    /** No site is asked more often than this, whatever a source says. */
    static final Duration LEAST_DELAY = Duration.ofSeconds(1);

    /** Longer, and a listing of a hundred pages would not end in a night. */
    static final Duration MOST_DELAY = Duration.ofSeconds(60);

    /** Some 40,000 bodies publish the report: provinces, prefectures, counties, their bureaus and townships. */
    static final int MOST_FILES = 100_000;

    /** Province, prefecture, county, body, and some to spare. */
    static final int FOLDER_DEPTH = 8;

    private SettingBounds() {}
}
