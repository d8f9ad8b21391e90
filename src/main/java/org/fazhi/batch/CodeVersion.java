package org.fazhi.batch;

/**
 * Which code reads: captures read by another version are read again in the next night.
 *
 * @param code the program's version
 * @param dictionary digest of the indicator dictionary with its rules
 */
record CodeVersion(String code, String dictionary) {

    String reader() {
        return code + "+" + dictionary.substring(0, 12);
    }
}
