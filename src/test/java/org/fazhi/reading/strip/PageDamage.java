package org.fazhi.reading.strip;

import java.util.Random;

/** Random damage to a page: stretches cut, doubled or shuffled, byte noise. */
public final class PageDamage {

    private PageDamage() {}

    public static byte[] damage(byte[] page, Random random) {
        byte[] damaged = page.clone();
        for (int round = random.nextInt(4); round >= 0; round--) {
            int from = random.nextInt(damaged.length);
            int length = random.nextInt(Math.min(400, damaged.length - from)) + 1;
            damaged = switch (random.nextInt(4)) {
                case 0 -> spliced(damaged, from, length, 0);
                case 1 -> spliced(damaged, from, length, 2 + random.nextInt(20));
                case 2 -> shuffled(damaged, from, length, random);
                default -> noisy(damaged, random);
            };
        }
        return damaged;
    }

    /** The stretch, repeated {@code times}. */
    private static byte[] spliced(byte[] page, int from, int length, int times) {
        byte[] result = new byte[page.length + length * (times - 1)];
        System.arraycopy(page, 0, result, 0, from);
        for (int i = 0; i < times; i++) {
            System.arraycopy(page, from, result, from + i * length, length);
        }
        System.arraycopy(page, from + length, result, from + times * length, page.length - from - length);
        return result.length == 0 ? new byte[] {'<'} : result;
    }

    private static byte[] shuffled(byte[] page, int from, int length, Random random) {
        byte[] result = page.clone();
        for (int i = from + length - 1; i > from; i--) {
            int j = from + random.nextInt(i - from + 1);
            byte swap = result[i];
            result[i] = result[j];
            result[j] = swap;
        }
        return result;
    }

    private static byte[] noisy(byte[] page, Random random) {
        byte[] result = page.clone();
        for (int i = 0; i < 30; i++) {
            result[random.nextInt(result.length)] = (byte) random.nextInt(256);
        }
        return result;
    }
}
