package org.fazhi.warehouse.store;

/**
 * What the build may take of the machine. Native memory, beside the Java heap.
 *
 * @param memoryMegabytes DuckDB's own bound; it spills to disk beyond
 * @param threads of DuckDB
 */
public record DuckSettings(int memoryMegabytes, int threads) {

    public static final DuckSettings DEFAULT = new DuckSettings(1024, 2);

    public DuckSettings {
        if (memoryMegabytes < 64) {
            throw new IllegalArgumentException("memory: expected at least 64 MB, got " + memoryMegabytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: expected at least 1, got " + threads);
        }
    }
}
