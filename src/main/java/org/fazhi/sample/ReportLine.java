package org.fazhi.sample;

/**
 * A paragraph of a report.
 *
 * @param level 1 to 3 where it is or opens with a heading of that level, else 0
 * @param headingEnd where the heading ends in {@code text}; 0 without one
 */
record ReportLine(Place place, int level, int headingEnd, String text) {

    /** Where in the report it stands, which decides its alignment. */
    enum Place {
        /** 文号, 标题 and addressee above the text. */
        HEAD,
        BODY,
        /** Signature and date. */
        SIGNATURE
    }

    static ReportLine paragraph(String text) {
        return new ReportLine(Place.BODY, 0, 0, text);
    }

    static ReportLine heading(int level, String text) {
        return new ReportLine(Place.BODY, level, text.length(), text);
    }

    /** A paragraph that opens with its heading, which ends with a full stop. */
    static ReportLine opened(int level, String heading, String text) {
        return new ReportLine(Place.BODY, level, heading.length() + 1, heading + "。" + text);
    }

    ReportLine withText(String changed) {
        return new ReportLine(place, level, Math.min(headingEnd, changed.length()), changed);
    }
}
