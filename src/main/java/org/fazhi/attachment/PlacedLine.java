package org.fazhi.attachment;

import java.util.List;

/**
 * A line as it is printed.
 *
 * @param page from 0
 * @param text columns that stand well apart are joined by a tab
 * @param size of its largest characters
 */
record PlacedLine(int page, String text, double left, double right, double size) {

    /** Columns stand further apart than characters ever do, in sizes of the font. */
    private static final double COLUMN_GAP = 2.0;

    /** A narrower gap between letters is kerning. */
    private static final double WORD_GAP = 0.2;

    /** The line of some runs, which stand from left to right; runs of blanks only count as a gap. */
    static PlacedLine of(int page, List<PlacedRun> runs) {
        StringBuilder text = new StringBuilder();
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double size = 0;
        for (PlacedRun run : runs) {
            String run1 = CharacterGaps.squeeze(run.text()).strip();
            if (run1.isEmpty()) {
                continue;
            }
            if (text.length() > 0) {
                double gap = run.left() - right;
                double em = Math.max(run.size(), 1e-6);
                if (gap >= COLUMN_GAP * em) {
                    text.append('\t');
                } else if (gap >= WORD_GAP * em
                        && CharacterGaps.isWanted(text.charAt(text.length() - 1), run1.charAt(0))) {
                    text.append(' ');
                }
            }
            text.append(run1);
            left = Math.min(left, run.left());
            right = Math.max(right, run.right());
            size = Math.max(size, run.size());
        }
        return new PlacedLine(page, text.toString(), text.isEmpty() ? 0 : left, text.isEmpty() ? 0 : right, size);
    }

    boolean hasColumns() {
        return text.indexOf('\t') >= 0;
    }
}
