package org.fazhi.reading.indicators;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fazhi.text.BundledFile;
import org.fazhi.text.KnownPattern;

/** The words by which a clause speaks of another body than the one that reports: {@code warehouse/knowledge/other_bodies.yml}. */
final class OtherBodySigns {

    static final String FILE = "warehouse/knowledge/other_bodies.yml";

    private static final OtherBodySigns BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        LEAD,
        POINTER,
        PLACE,
        TOWN,
        FIRM,
        ANOTHER,
        SUPERIOR,
        ASSISTED,
        BELOW,
        BUREAU,
        OF_WHOLE,
        CAPTION,
        TOPONYM,
        DEED,
        COMMON
    }

    private final List<KnownPattern<Sign>> entries;
    private final Map<Sign, List<Pattern>> patterns = new EnumMap<>(Sign.class);

    private OtherBodySigns(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
        for (Sign sign : Sign.values()) {
            patterns.put(
                    sign,
                    entries.stream()
                            .filter(entry -> entry.sign() == sign)
                            .map(KnownPattern::pattern)
                            .toList());
        }
    }

    static OtherBodySigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static OtherBodySigns of(String text) {
        return new OtherBodySigns(KnownPattern.of(FILE, text, Sign.values()));
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    List<Pattern> patterns(Sign sign) {
        return patterns.getOrDefault(sign, List.of());
    }
}
