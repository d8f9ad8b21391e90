package org.fazhi.harvest.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who issues a report: a government, one of its bureaus, party and government together, or a township. */
public enum IssuerKind {
    GOVERNMENT,
    BUREAU,
    PARTY_GOVERNMENT,
    TOWNSHIP;

    /** The word in YAML, SQL and labels: {@code government}, {@code bureau}, {@code party_government}, {@code township}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IssuerKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
