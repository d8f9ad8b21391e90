package org.fazhi.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Leads every position of a repaired text back to the original it was made from, and the other way. Both texts are cut
 * into the same number of pieces, in order; a piece is either kept (same length, character by character) or replaced
 * (lengths may differ, a position inside it maps to the whole piece). Offsets are 0-based UTF-16 code units.
 */
public final class OffsetMap {

    private record Piece(Span original, Span repaired, boolean kept) {}

    private final List<Piece> pieces;
    private final int originalLength;
    private final int repairedLength;

    private OffsetMap(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.originalLength =
                pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).original().end();
        this.repairedLength =
                pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).repaired().end();
    }

    /** The map of a text that was left as it is. */
    public static OffsetMap identity(int length) {
        return builder().keep(length).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public int originalLength() {
        return originalLength;
    }

    public int repairedLength() {
        return repairedLength;
    }

    /** True where no character was added, removed or replaced. */
    public boolean isIdentity() {
        return pieces.stream().allMatch(Piece::kept);
    }

    /**
     * The least stretch of the original that the repaired stretch was made from. Replaced pieces it touches come whole;
     * characters that the repair removed right before or after the stretch stay outside.
     */
    public Span toOriginal(Span repaired) {
        return project(repaired, Piece::repaired, Piece::original, repairedLength);
    }

    /** The least stretch of the repaired text that was made from the original stretch. */
    public Span toRepaired(Span original) {
        return project(original, Piece::original, Piece::repaired, originalLength);
    }

    private Span project(
            Span span,
            java.util.function.Function<Piece, Span> from,
            java.util.function.Function<Piece, Span> to,
            int length) {
        if (span.end() > length) {
            throw new IndexOutOfBoundsException("span " + span + ": expected an end of at most " + length);
        }
        int start = -1;
        int end = -1;
        for (int i = firstTouching(span.start(), from); i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Span source = from.apply(piece);
            Span target = to.apply(piece);
            if (source.start() > span.end() || (source.start() >= span.end() && !span.isEmpty())) {
                break;
            }
            boolean touches = span.isEmpty()
                    ? source.start() <= span.start() && span.start() <= source.end()
                    : source.overlaps(span);
            if (!touches) {
                continue;
            }
            int pieceStart =
                    piece.kept() ? target.start() + Math.max(0, span.start() - source.start()) : target.start();
            int pieceEnd = piece.kept() ? target.end() - Math.max(0, source.end() - span.end()) : target.end();
            if (start < 0) {
                start = pieceStart;
            }
            end = pieceEnd;
            if (span.isEmpty()) {
                return new Span(start, start);
            }
        }
        return start < 0 ? new Span(0, 0) : new Span(start, Math.max(start, end));
    }

    private int firstTouching(int offset, java.util.function.Function<Piece, Span> from) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from.apply(pieces.get(middle)).end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The map of two repairs made one after the other: {@code this} from the original to a middle text, {@code next}
     * from that middle text to the last one.
     */
    public OffsetMap then(OffsetMap next) {
        if (next.originalLength != repairedLength) {
            throw new IllegalArgumentException(
                    "offset maps do not meet: expected a text of " + repairedLength + ", got " + next.originalLength);
        }
        // Cut both maps at every border of the middle text that neither of them holds inside a replaced piece.
        List<Piece> joined = new ArrayList<>();
        int i = 0;
        int j = 0;
        int originalStart = 0;
        int middle = 0;
        int lastStart = 0;
        while (i < pieces.size() || j < next.pieces.size()) {
            Piece a = i < pieces.size() ? pieces.get(i) : null;
            Piece b = j < next.pieces.size() ? next.pieces.get(j) : null;
            if (a != null && b != null && a.kept() && b.kept()) {
                int to = Math.min(a.repaired().end(), b.original().end());
                int length = to - middle;
                add(joined, originalStart, originalStart + length, lastStart, lastStart + length, true);
                originalStart += length;
                lastStart += length;
                middle = to;
                if (a.repaired().end() == to) {
                    i++;
                }
                if (b.original().end() == to) {
                    j++;
                }
                continue;
            }
            // At least one is replaced: grow until both maps have a common border in the middle text.
            int to = middle;
            int originalEnd = originalStart;
            int lastEnd = lastStart;
            boolean grown = true;
            while (grown) {
                grown = false;
                while (i < pieces.size()
                        && !pieces.get(i).kept()
                        && pieces.get(i).repaired().start() <= to) {
                    Piece piece = pieces.get(i++);
                    to = Math.max(to, piece.repaired().end());
                    originalEnd = piece.original().end();
                    grown = true;
                }
                while (j < next.pieces.size()
                        && !next.pieces.get(j).kept()
                        && next.pieces.get(j).original().start() <= to) {
                    Piece piece = next.pieces.get(j++);
                    to = Math.max(to, piece.original().end());
                    lastEnd = piece.repaired().end();
                    grown = true;
                }
                // A kept piece of the one map under a replaced piece of the other is swallowed as far as it reaches.
                while (i < pieces.size()
                        && pieces.get(i).kept()
                        && pieces.get(i).repaired().end() <= to) {
                    originalEnd = pieces.get(i).original().end();
                    i++;
                    grown = true;
                }
                while (j < next.pieces.size()
                        && next.pieces.get(j).kept()
                        && next.pieces.get(j).original().end() <= to) {
                    lastEnd = next.pieces.get(j).repaired().end();
                    j++;
                    grown = true;
                }
            }
            if (i < pieces.size() && pieces.get(i).repaired().start() < to) {
                originalEnd = pieces.get(i).original().start()
                        + (to - pieces.get(i).repaired().start());
            }
            if (j < next.pieces.size() && next.pieces.get(j).original().start() < to) {
                lastEnd = next.pieces.get(j).repaired().start()
                        + (to - next.pieces.get(j).original().start());
            }
            add(joined, originalStart, originalEnd, lastStart, lastEnd, false);
            originalStart = originalEnd;
            lastStart = lastEnd;
            middle = to;
        }
        return new OffsetMap(joined);
    }

    private static void add(
            List<Piece> pieces, int originalStart, int originalEnd, int repairedStart, int repairedEnd, boolean kept) {
        if (originalStart == originalEnd && repairedStart == repairedEnd) {
            return;
        }
        Span original = new Span(originalStart, originalEnd);
        Span repaired = new Span(repairedStart, repairedEnd);
        if (kept && !pieces.isEmpty() && pieces.get(pieces.size() - 1).kept()) {
            Piece last = pieces.remove(pieces.size() - 1);
            original = new Span(last.original().start(), originalEnd);
            repaired = new Span(last.repaired().start(), repairedEnd);
        }
        pieces.add(new Piece(original, repaired, kept));
    }

    /** Builds a map from left to right. */
    public static final class Builder {

        private final List<Piece> pieces = new ArrayList<>();
        private int original;
        private int repaired;

        private Builder() {}

        /** The next {@code length} characters are the same in both texts. */
        public Builder keep(int length) {
            add(pieces, original, original + length, repaired, repaired + length, true);
            original += length;
            repaired += length;
            return this;
        }

        /** The next {@code originalLength} characters became {@code repairedLength} characters; either may be 0. */
        public Builder replace(int originalLength, int repairedLength) {
            add(pieces, original, original + originalLength, repaired, repaired + repairedLength, false);
            original += originalLength;
            repaired += repairedLength;
            return this;
        }

        public OffsetMap build() {
            return new OffsetMap(pieces);
        }
    }
}
