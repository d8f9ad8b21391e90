package org.fazhi.evaluation;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often codes are right that are given with a confidence (C. Guo et al., "On Calibration of Modern Neural Networks",
 * ICML 2017, §2).
 *
 * @param bins by the lower end of a twentieth, in percent: 95 for 0.95 and above
 */
public record Reliability(Map<Integer, Bin> bins) {

    public static final Reliability NONE = new Reliability(Map.of());

    private static final int PERCENT = 100;
    private static final int WIDTH = 5;
    private static final int HIGHEST = 95;

    public Reliability {
        bins = Map.copyOf(bins);
    }

    /**
     * The codes of one bin.
     *
     * @param confidence summed over all
     */
    public record Bin(int right, int all, double confidence) {

        private Bin plus(Bin other) {
            return new Bin(right + other.right, all + other.all, confidence + other.confidence);
        }

        public double share() {
            return (double) right / all;
        }

        public double meanConfidence() {
            return confidence / all;
        }
    }

    static Reliability of(double confidence, boolean isRight) {
        // 0.95 is not quite 0.95 where it was computed.
        int low = Math.min(HIGHEST, (int) Math.floor(confidence * PERCENT / WIDTH + 1e-6) * WIDTH);
        return new Reliability(Map.of(low, new Bin(isRight ? 1 : 0, 1, confidence)));
    }

    Reliability plus(Reliability other) {
        Map<Integer, Bin> sum = new TreeMap<>(bins);
        other.bins.forEach((low, bin) -> sum.merge(low, bin, Bin::plus));
        return new Reliability(sum);
    }

    /** Mean distance of confidence and share of right ones, each bin with its weight; 0 without codes. */
    public double error() {
        int all = bins.values().stream().mapToInt(Bin::all).sum();
        double distance = bins.values().stream()
                .mapToDouble(bin -> Math.abs(bin.share() - bin.meanConfidence()) * bin.all())
                .sum();
        return all == 0 ? 0 : distance / all;
    }
}
