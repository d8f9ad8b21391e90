package org.fazhi.reading.indicators;

import java.util.Locale;
import java.util.Optional;

/** A stretch of text around a figure in which a rule looks for words. The YAML key is the name in lower case. */
enum Zone {
    /** In the figure's piece, left of it, back to the figure before. */
    BEFORE,
    /** In the figure's piece, right of it, up to the next figure. */
    AFTER,
    /** {@link #BEFORE} and {@link #AFTER}. */
    NEAR,
    /** From comma to comma, whatever other figures stand there. */
    CLAUSE,
    /** The sentence up to the figure. */
    LEFT,
    /** The sentence from the figure on. */
    RIGHT,
    SENTENCE,
    /** The item's opening sentence (一是…。) and the headings above. */
    TOPIC,
    /** The item or paragraph from its beginning to the end of the sentence. */
    ITEM,
    /** The sentence, the one before it, and {@link #TOPIC}. */
    CONTEXT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Zone> ofKey(String key) {
        for (Zone zone : values()) {
            if (zone.key().equals(key)) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /** True where whatever stands in {@code other} stands in this zone too. */
    boolean holds(Zone other) {
        if (this == other || this == CONTEXT && other != ITEM) {
            return true;
        }
        return switch (this) {
            case NEAR -> other == BEFORE || other == AFTER;
            case CLAUSE -> other == BEFORE || other == AFTER || other == NEAR;
            case LEFT -> other == BEFORE;
            case RIGHT -> other == AFTER;
            case SENTENCE -> other != TOPIC && other != ITEM;
            case ITEM -> other != TOPIC;
            default -> false;
        };
    }
}
