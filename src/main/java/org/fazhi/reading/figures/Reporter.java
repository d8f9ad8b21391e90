package org.fazhi.reading.figures;

/**
 * The body whose report is read, as far as heads of tables must know it.
 *
 * @param name as the report gives it; blank where it is not known
 * @param level of its place: 0 the country or not known, 1 a province, 2 a city, 3 a county, 4 a township
 */
public record Reporter(String name, int level) {

    /** A body of which nothing is known. */
    public static final Reporter UNKNOWN = new Reporter("", 0);
}
