package org.fazhi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

    private Span project(Span span, Function<Piece, Span> from, Function<Piece, Span> to, int length) {
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

    private int firstTouching(int offset, Function<Piece, Span> from) {
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
     * from that middle text to the last one. A piece of the joined map is as short as both maps allow: it ends wherever
     * both have a border in the middle text, and a kept piece has a border at each of its characters.
     */
    public OffsetMap then(OffsetMap next) {
        if (next.originalLength != repairedLength) {
            throw new IllegalArgumentException(
                    "offset maps do not meet: expected a text of " + repairedLength + ", got " + next.originalLength);
        }
        Walk first = new Walk(pieces, Piece::repaired, Piece::original);
        Walk second = new Walk(next.pieces, Piece::original, Piece::repaired);
        Builder joined = builder();
        while (!first.isDone() || !second.isDone()) {
            if (first.isAtEmpty()) {
                joined.replace(first.takeEmpty(), 0);
            } else if (second.isAtEmpty()) {
                joined.replace(0, second.takeEmpty());
            } else if (first.isAtKept() && second.isAtKept()) {
                int length = Math.min(first.remaining(), second.remaining());
                first.advanceTo(first.middle + length);
                second.advanceTo(second.middle + length);
                joined.keep(length);
            } else {
                joinReplaced(first, second, joined);
            }
        }
        return joined.build();
    }

    /** Both walks stand at one middle offset, at least one before a replaced piece: takes pieces until they meet again. */
    private static void joinReplaced(Walk first, Walk second, Builder joined) {
        int firstOuter = first.outer;
        int secondOuter = second.outer;
        int goal = Math.max(
                first.isAtKept() ? 0 : first.middle + first.remaining(),
                second.isAtKept() ? 0 : second.middle + second.remaining());
        while (first.middle < goal || second.middle < goal) {
            first.advanceTo(goal);
            goal = Math.max(goal, first.middle);
            second.advanceTo(goal);
            goal = Math.max(goal, second.middle);
        }
        joined.replace(first.outer - firstOuter, second.outer - secondOuter);
    }

    /** A walk over the pieces of one map along the middle text; {@code outer} counts the text on its other side. */
    private static final class Walk {

        private final List<Piece> pieces;
        private final Function<Piece, Span> inner;
        private final Function<Piece, Span> other;
        private int index;
        private int middle;
        private int outer;

        private Walk(List<Piece> pieces, Function<Piece, Span> inner, Function<Piece, Span> other) {
            this.pieces = pieces;
            this.inner = inner;
            this.other = other;
        }

        private boolean isDone() {
            return index == pieces.size();
        }

        private boolean isAtKept() {
            return !isDone() && pieces.get(index).kept();
        }

        private boolean isAtEmpty() {
            return !isDone() && inner.apply(pieces.get(index)).isEmpty();
        }

        private int takeEmpty() {
            int length = other.apply(pieces.get(index)).length();
            step(pieces.get(index));
            return length;
        }

        private int remaining() {
            return inner.apply(pieces.get(index)).end() - middle;
        }

        /** Moves to {@code goal}, or beyond it where a replaced piece holds it. */
        private void advanceTo(int goal) {
            while (middle < goal) {
                Piece piece = pieces.get(index);
                if (piece.kept() && inner.apply(piece).end() > goal) {
                    outer += goal - middle;
                    middle = goal;
                } else {
                    step(piece);
                }
            }
        }

        private void step(Piece piece) {
            middle = inner.apply(piece).end();
            outer = other.apply(piece).end();
            index++;
        }
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
