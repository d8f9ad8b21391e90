package org.fazhi.warehouse.mutation;

/**
 * An SQL file with one fault put into it.
 *
 * @param path within the warehouse folder
 * @param label the fault, told by the code around it, so that it stays the same when lines move; each once in a file
 * @param text the whole file
 */
record SqlMutant(String path, String label, String text) {

    String key() {
        return path + ": " + label;
    }
}
