package org.fazhi.reading.indicators;

/**
 * Where a law changed what an indicator counts, so that values before and after are not one series.
 *
 * @param validFromYear first report year that lies wholly under the law in force now
 * @param basis the law and since when it is in force, in Chinese
 */
public record SeriesBreak(int validFromYear, String basis) {}
