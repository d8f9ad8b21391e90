package org.fazhi.repair;

import org.fazhi.strip.PageMetadata;

/** Damaged text to readable text. */
public final class Repairer {

    /** Repairs one stripped text; a clean one comes out untouched. */
    public RepairedText repair(String strippedText, PageMetadata metadata) {
        return RepairedText.untouched(strippedText);
    }
}
