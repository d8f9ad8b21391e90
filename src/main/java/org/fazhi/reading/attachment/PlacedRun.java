package org.fazhi.reading.attachment;

/**
 * Characters and their place on a page, in the page's own unit; x grows to the right, y downwards.
 *
 * @param baseline y of the line they stand on
 * @param size of the font
 */
record PlacedRun(String text, double left, double right, double baseline, double size) {

    /** Without the blanks at its ends, which are only a gap. */
    PlacedRun squeezed() {
        return new PlacedRun(CharacterGaps.squeeze(text).strip(), left, right, baseline, size);
    }
}
