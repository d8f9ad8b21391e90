package org.fazhi.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Draws the input of one try from its seed. The ends of a range come up far more often than their share, since faults
 * live there.
 */
public final class Draw {

    /** One draw in so many is the lower end, and one the upper. */
    private static final int END_ODDS = 10;

    /** Characters that break careless code: pairs, full width, spaces of all kinds, marks that take no room, signs. */
    private static final List<String> AWKWARD = List.of(
            "𠮷",
            "😀",
            "\uDBFF\uDFFF",
            "１",
            "％",
            "，",
            "（",
            "\u3000",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "é",
            "e\u0301",
            "\u0000",
            "\n",
            "\r\n",
            "\t",
            " ",
            "'",
            "\"",
            "\\",
            "一",
            "〇",
            "龘",
            "z",
            "0",
            "\uffff");

    private final SplittableRandom random;

    public Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return (int) between((long) low, high);
    }

    /** From {@code low} to {@code high}, both included; every order of magnitude is as likely as another. */
    public long between(long low, long high) {
        int odds = random.nextInt(END_ODDS);
        if (odds == 0) {
            return low;
        }
        if (odds == 1) {
            return high;
        }
        long width = high - low;
        if (width > 1000 && odds < END_ODDS / 2) {
            int bits = 1 + random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(width));
            return low + Math.min(width, random.nextLong(1L << bits));
        }
        return random.nextLong(low, high + 1);
    }

    public boolean chance() {
        return random.nextBoolean();
    }

    public <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** None to {@code max} values, each drawn anew. */
    public <T> List<T> list(int max, Supplier<T> each) {
        int length = between(0, max);
        List<T> drawn = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            drawn.add(each.get());
        }
        return drawn;
    }

    /** None to {@code max} of the pieces, in any order, each as often as it comes. */
    public String pieces(int max, List<String> pieces) {
        return String.join("", list(max, () -> of(pieces)));
    }

    /** A well-formed text of none to {@code max} characters, many of them awkward. */
    public String text(int max) {
        return String.join("", list(max, this::character));
    }

    /** As {@link #text}, but half of a pair may stand in it alone. */
    public String brokenText(int max) {
        return String.join(
                "",
                list(
                        max,
                        () -> random.nextInt(20) == 0
                                ? String.valueOf((char) random.nextInt(0xD800, 0xE000))
                                : character()));
    }

    private String character() {
        return switch (random.nextInt(3)) {
            case 0 -> of(AWKWARD);
            case 1 -> String.valueOf((char) random.nextInt(' ', 0x7f));
            default -> String.valueOf((char) random.nextInt('一', '龥'));
        };
    }
}
