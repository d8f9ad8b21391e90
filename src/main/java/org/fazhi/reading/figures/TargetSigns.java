package org.fazhi.reading.figures;

import java.util.List;
import org.fazhi.text.BundledFile;
import org.fazhi.text.KnownPattern;

/** The words by which a number was only set, aimed at or intended: {@code warehouse/knowledge/target_signs.yml}. */
final class TargetSigns {

    static final String FILE = "warehouse/knowledge/target_signs.yml";

    private static final TargetSigns BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        SET,
        NORM,
        INTENDED,
        CARRIED_OUT,
        AIM,
        CONTRAST,
        CEILING,
        STRICT,
        REACHED
    }

    private final List<KnownPattern<Sign>> entries;

    private TargetSigns(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
    }

    static TargetSigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static TargetSigns of(String text) {
        return new TargetSigns(KnownPattern.of(FILE, text, Sign.values()));
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    /** Whether an entry of the sign fits the text, or a part of it. */
    boolean tells(Sign sign, String text) {
        return entries.stream()
                .filter(entry -> entry.sign() == sign)
                .anyMatch(entry -> entry.pattern().matcher(text).find());
    }
}
