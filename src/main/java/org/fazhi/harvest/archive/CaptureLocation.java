package org.fazhi.harvest.archive;

/**
 * Where a record stands.
 *
 * @param file name of the WARC file, without its folder
 * @param offset of the record's gzip member in it, in bytes
 */
public record CaptureLocation(String file, long offset) {}
