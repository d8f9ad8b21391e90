package org.fazhi.sample;

/**
 * A fictional government or bureau that reports; one row of {@code bodies.tsv}.
 *
 * @param regionCode six digits, 99xxxx
 * @param county the name of its county, district or county-level city: 栖川县
 * @param issuerKind {@code government} or {@code bureau}
 * @param sourceId the id of its file under {@code jobs/sample}
 * @param documentWord the word its document numbers open with: 栖政
 * @param column number of its column, where the family numbers columns; also the start of its article numbers
 * @param folder path of its column on the family's host, with a slash at both ends
 */
record Body(
        String regionCode,
        String county,
        String issuerKind,
        Family family,
        String sourceId,
        String publisher,
        String documentWord,
        int column,
        String folder) {

    boolean isGovernment() {
        return issuerKind.equals("government");
    }

    /** The county's name without its last character: 栖川. */
    String place() {
        return county.substring(0, county.length() - 1);
    }

    /** 县, 区 or 市. */
    String rank() {
        return county.substring(county.length() - 1);
    }
}
