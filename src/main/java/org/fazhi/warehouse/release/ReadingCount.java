package org.fazhi.warehouse.release;

/**
 * How many pages of a release were read with one outcome.
 *
 * @param outcome code of {@link org.fazhi.reading.Extract.Outcome}
 * @param reason code of {@link org.fazhi.reading.reason.Reason}; empty for loaded ones
 */
public record ReadingCount(String outcome, String reason, int count) {}
