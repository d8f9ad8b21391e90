package org.fazhi.reading.attachment;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line as it is printed.
 *
 * @param page from 0
 * @param text columns that stand well apart are joined by a tab
 * @param size of its largest characters
 */
record PlacedLine(int page, String text, double left, double right, double size) {

    /** Columns stand further apart than justified characters ever do, in sizes of the font. */
    private static final double COLUMN_GAP = 0.8;

    /** A line of which so many gaps are as wide as that is one word, set wide. */
    private static final double SET_WIDE = 0.5;

    /** A narrower gap between letters is kerning. */
    private static final double WORD_GAP = 0.2;

    private static final Pattern LABEL =
            Pattern.compile("[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[、.．]");

    /** The line of some runs, which stand from left to right; runs of blanks only count as a gap. */
    static PlacedLine of(int page, List<PlacedRun> runs) {
        List<PlacedRun> visible = runs.stream()
                .map(PlacedRun::squeezed)
                .filter(run -> !run.text().isEmpty())
                .toList();
        if (visible.isEmpty()) {
            return new PlacedLine(page, "", 0, 0, 0);
        }
        boolean hasColumns = !isSetWide(visible);
        PlacedRun first = visible.get(0);
        StringBuilder text = new StringBuilder(first.text());
        double left = first.left();
        double right = first.right();
        double size = first.size();
        for (PlacedRun run : visible.subList(1, visible.size())) {
            if (hasColumns && run.left() - right >= COLUMN_GAP * run.size() && !isLabel(text)) {
                text.append('\t');
            } else if (run.left() - right >= WORD_GAP * run.size()
                    && CharacterGaps.isWanted(
                            text.charAt(text.length() - 1), run.text().charAt(0))) {
                text.append(' ');
            }
            text.append(run.text());
            left = Math.min(left, run.left());
            right = Math.max(right, run.right());
            size = Math.max(size, run.size());
        }
        return new PlacedLine(page, text.toString(), left, right, size);
    }

    /** A chapter's number, behind which Word leaves a gap where it has written it itself. */
    private static boolean isLabel(CharSequence begun) {
        return begun.length() <= 5 && LABEL.matcher(begun).matches();
    }

    private static boolean isSetWide(List<PlacedRun> runs) {
        int wide = 0;
        for (int i = 1; i < runs.size(); i++) {
            PlacedRun run = runs.get(i);
            boolean isSingle =
                    run.text().length() == 1 && runs.get(i - 1).text().length() == 1;
            if (isSingle && run.left() - runs.get(i - 1).right() >= COLUMN_GAP * run.size()) {
                wide++;
            }
        }
        return wide > SET_WIDE * (runs.size() - 1);
    }

    boolean hasColumns() {
        return text.indexOf('\t') >= 0;
    }
}
