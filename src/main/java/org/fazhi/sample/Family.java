package org.fazhi.sample;

import java.util.Arrays;

/** The three kinds of site of the sample, each one host and port, with the loopback port that {@code jobs/sample} names. */
public enum Family {
    /** Static TRS lists, UTF-8. */
    TRS("trs", 47101),
    /** Hanweb columns with a recordset and dataproxy.jsp, UTF-8. */
    HANWEB("hanweb", 47102),
    /** Plain lists with 下一页, GB18030 that calls itself gb2312. */
    VSB("vsb", 47103);

    private final String code;
    private final int port;

    Family(String code, int port) {
        this.code = code;
        this.port = port;
    }

    /** The word in tables, folders and keys. */
    public String code() {
        return code;
    }

    /** The fixed loopback port. */
    public int port() {
        return port;
    }

    static Family ofCode(String code) {
        return Arrays.stream(values())
                .filter(family -> family.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected trs, hanweb or vsb, got " + code));
    }
}
