package org.fazhi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.junit.jupiter.params.ParameterizedTest;

/** The map against a plain model: a list of pieces, each original stretch beside the repaired one. */
class OffsetMapPropertyTest {

    /** {@code before} characters became {@code after}; kept where both are equal and the piece says so. */
    record Piece(int before, int after, boolean kept) {}

    private static List<Piece> repairs(Draw draw) {
        return draw.list(9, () -> {
            int before = draw.chance() ? draw.between(1, 4) : -1;
            return before > 0
                    ? new Piece(before, before, true)
                    : new Piece(draw.between(0, 3), draw.between(0, 3), false);
        });
    }

    private static OffsetMap mapOf(List<Piece> pieces) {
        OffsetMap.Builder builder = OffsetMap.builder();
        for (Piece piece : pieces) {
            if (piece.kept()) {
                builder.keep(piece.before());
            } else {
                builder.replace(piece.before(), piece.after());
            }
        }
        return builder.build();
    }

    /** For each repaired character the first and last original offset it was made from. */
    private static List<Span> origins(List<Piece> pieces) {
        List<Span> origins = new ArrayList<>();
        int original = 0;
        for (Piece piece : pieces) {
            for (int i = 0; i < piece.after(); i++) {
                origins.add(
                        piece.kept()
                                ? new Span(original + i, original + i + 1)
                                : new Span(original, original + piece.before()));
            }
            original += piece.before();
        }
        return origins;
    }

    private static List<Piece> mirrored(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Piece(piece.after(), piece.before(), piece.kept()))
                .toList();
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void toOriginalIsTheHullOfTheCharactersOrigins(Draw draw) {
        List<Piece> pieces = repairs(draw);
        OffsetMap map = mapOf(pieces);
        List<Span> origins = origins(pieces);
        assertThat(map.repairedLength()).isEqualTo(origins.size());
        for (int start = 0; start < origins.size(); start++) {
            for (int end = start + 1; end <= origins.size(); end++) {
                Span hull = new Span(
                        origins.get(start).start(), origins.get(end - 1).end());
                assertThat(map.toOriginal(new Span(start, end))).isEqualTo(hull);
            }
        }
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void toRepairedIsToOriginalOfTheMirroredMap(Draw draw) {
        List<Piece> pieces = repairs(draw);
        OffsetMap map = mapOf(pieces);
        OffsetMap mirror = mapOf(mirrored(pieces));
        for (int start = 0; start < map.originalLength(); start++) {
            for (int end = start + 1; end <= map.originalLength(); end++) {
                assertThat(map.toRepaired(new Span(start, end))).isEqualTo(mirror.toOriginal(new Span(start, end)));
            }
        }
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void anEmptySpanStaysEmptyAndInside(Draw draw) {
        List<Piece> pieces = repairs(draw);
        OffsetMap map = mapOf(pieces);
        int last = -1;
        for (int at = 0; at <= map.repairedLength(); at++) {
            Span original = map.toOriginal(new Span(at, at));
            assertThat(original.isEmpty()).isTrue();
            assertThat(original.start()).isBetween(Math.max(0, last), map.originalLength());
            last = original.start();
        }
    }

    /** A second repair of the text the first one left, cut to its length. */
    private static List<Piece> fitted(List<Piece> pieces, int length) {
        List<Piece> fitted = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            int before = Math.min(piece.before(), length - at);
            fitted.add(piece.kept() ? new Piece(before, before, true) : new Piece(before, piece.after(), false));
            at += before;
        }
        fitted.add(new Piece(length - at, length - at, true));
        return fitted;
    }

    @ParameterizedTest
    @Seeded(tries = 500)
    void joinedMapsLeadThroughBoth(Draw draw) {
        List<Piece> firstPieces = repairs(draw);
        List<Piece> next = repairs(draw);
        OffsetMap first = mapOf(firstPieces);
        OffsetMap second = mapOf(fitted(next, first.repairedLength()));
        OffsetMap joined = first.then(second);
        assertThat(joined.originalLength()).isEqualTo(first.originalLength());
        assertThat(joined.repairedLength()).isEqualTo(second.repairedLength());
        for (int at = 0; at < joined.repairedLength(); at++) {
            Span character = new Span(at, at + 1);
            Span middle = second.toOriginal(character);
            if (!middle.isEmpty()) {
                assertThat(joined.toOriginal(character).contains(first.toOriginal(middle)))
                        .as(
                                "character %d: joined %s, one after the other %s",
                                at, joined.toOriginal(character), first.toOriginal(middle))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void joiningWithAnUnchangedTextChangesNothing(Draw draw) {
        List<Piece> pieces = repairs(draw);
        OffsetMap map = mapOf(pieces);
        OffsetMap after = map.then(OffsetMap.identity(map.repairedLength()));
        OffsetMap before = OffsetMap.identity(map.originalLength()).then(map);
        for (int at = 0; at < map.repairedLength(); at++) {
            Span character = new Span(at, at + 1);
            assertThat(after.toOriginal(character)).isEqualTo(map.toOriginal(character));
            assertThat(before.toOriginal(character)).isEqualTo(map.toOriginal(character));
        }
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void joinedOneForOneRepairsStayOneForOne(Draw draw) {
        List<Piece> firstPieces = repairs(draw);
        List<Piece> next = repairs(draw);
        List<Piece> singles = new ArrayList<>();
        firstPieces.forEach(piece -> singles.add(piece.kept() ? piece : new Piece(1, 1, false)));
        OffsetMap first = mapOf(singles);
        List<Piece> second = fitted(next, first.repairedLength());
        OffsetMap joined = first.then(mapOf(second));
        for (int at = 0; at < joined.repairedLength(); at++) {
            Span character = new Span(at, at + 1);
            assertThat(joined.toOriginal(character)).isEqualTo(mapOf(second).toOriginal(character));
        }
    }
}
