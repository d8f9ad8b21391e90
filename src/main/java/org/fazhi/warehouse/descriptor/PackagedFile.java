package org.fazhi.warehouse.descriptor;

/**
 * A file of a release.
 *
 * @param path within the release folder, with slashes
 * @param sha256 64 hexadecimal digits
 */
public record PackagedFile(String path, long bytes, String sha256) {}
