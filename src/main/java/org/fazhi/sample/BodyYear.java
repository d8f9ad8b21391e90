package org.fazhi.sample;

import java.util.List;

/** A body and a report year: what is written for it is chosen by it, so that every run chooses the same. */
record BodyYear(Body body, int year) {

    /** Stable choice of one of {@code count}, 0-based, by FNV-1a over body, year and purpose. */
    int choice(String purpose, int count) {
        String key = body.regionCode() + '|' + body.issuerKind() + '|' + year + '|' + purpose;
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return (int) Math.floorMod(hash ^ (hash >>> 29), (long) count);
    }

    <T> T choose(String purpose, List<T> among) {
        return among.get(choice(purpose, among.size()));
    }
}
