package org.fazhi.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Answers {@code /module/web/jpage/dataproxy.jsp}: the records of a column from startrecord to endrecord. */
final class Dataproxy {

    static final String PATH = "/module/web/jpage/dataproxy.jsp";
    static final String TYPE = "text/xml;charset=UTF-8";

    private Dataproxy() {}

    /** Where all records of a column are kept; not served under this path. */
    static String recordsPath(int column) {
        return PATH + "/records-" + column + ".xml";
    }

    /**
     * The answer's body.
     *
     * @param all every record of the column, one a line
     * @param start 1-based, first record wanted
     * @param end last record wanted; past the end is no error
     */
    static byte[] answer(byte[] all, int start, int end) {
        List<String> records = Arrays.asList(new String(all, StandardCharsets.UTF_8).split("\n"));
        int from = Math.min(Math.max(start, 1) - 1, records.size());
        int to = Math.min(Math.max(end, from), records.size());
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<datastore><totalrecord>" + records.size()
                + "</totalrecord><recordset>\n" + String.join("\n", records.subList(from, to))
                + "\n</recordset></datastore>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
