package org.fazhi.warehouse.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What {@code manifest.json} of a release says. The file's keys are these names.
 *
 * @param release its id, the name of its folder
 * @param publishedAt (UTC)
 * @param contentHash over the rows of the marts, without when they were fetched
 * @param inputsFingerprint over what the release was built from
 * @param codeVersion of the program
 * @param schemaVersion digest over the SQL that made the tables
 * @param dictionaryVersion digest over the indicator dictionary
 * @param storageVersion the oldest DuckDB that opens the file
 * @param formatVersion of the home's layout; 0 in a manifest written before it was counted
 * @param rows of each mart
 * @param files every other file of the release folder
 * @param sources ids of the sources and how many current documents and figures each gave
 * @param warningCount audits that found something but did not stop the publish
 * @param accepted errors that the operator published in spite of; empty in a manifest written before there were any
 * @param reviews it was made with
 */
public record Manifest(
        String release,
        LocalDate night,
        Instant publishedAt,
        String contentHash,
        String inputsFingerprint,
        String codeVersion,
        String schemaVersion,
        String dictionaryVersion,
        String storageVersion,
        int formatVersion,
        SortedMap<String, Long> rows,
        List<FileEntry> files,
        List<SourceEntry> sources,
        int warningCount,
        List<AcceptedEntry> accepted,
        ReviewCount reviews) {

    public Manifest {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(rows, "rows");
        // A manifest of an earlier program says nothing of them.
        reviews = Objects.requireNonNullElse(reviews, ReviewCount.NONE);
        files = List.copyOf(files);
        sources = List.copyOf(sources);
        accepted = List.copyOf(Objects.requireNonNullElse(accepted, List.of()));
    }

    Manifest withFiles(List<FileEntry> entries) {
        return new Manifest(
                release,
                night,
                publishedAt,
                contentHash,
                inputsFingerprint,
                codeVersion,
                schemaVersion,
                dictionaryVersion,
                storageVersion,
                formatVersion,
                rows,
                entries,
                sources,
                warningCount,
                accepted,
                reviews);
    }

    /**
     * A file of the release.
     *
     * @param path within the release folder, with slashes
     * @param sha256 64 hexadecimal digits
     */
    public record FileEntry(String path, long bytes, String sha256) {}

    /**
     * An error that the operator accepted.
     *
     * @param rowCount rows that failed
     */
    public record AcceptedEntry(String audit, long rowCount, String title) {}

    /** What a source gave. */
    public record SourceEntry(String source, String publisher, long documents, long figures) {}
}
