package org.fazhi.warehouse.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * A built, not yet published warehouse file. All of it but the path can be read back from the file
 * ({@link ReleaseBuilder#pending}), so that a run killed after the build goes on with the audit.
 *
 * @param file the DuckDB file, closed
 * @param id night and the first digits of the content hash, such as {@code 2026-11-22-3fa85f64}
 * @param contentHash over the rows of the marts; see {@link ContentHash}
 * @param inputsFingerprint over what it was built from
 * @param martRows rows of each mart
 * @param reviews it was made with
 */
public record BuiltRelease(
        Path file,
        String id,
        LocalDate night,
        String contentHash,
        String inputsFingerprint,
        SortedMap<String, Long> martRows,
        ReviewCount reviews) {}
