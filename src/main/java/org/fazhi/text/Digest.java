package org.fazhi.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4) in lower-case hexadecimal, printed {@code sha256:…} as WARC's labelled digests are
 * (WARC/1.1 §5.8).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    private static final String LABEL = "sha256:";

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("digest: expected 64 lower-case hexadecimal digits, got " + hex);
        }
    }

    public static Digest of(byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of the text's UTF-8 bytes. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@code sha256:…}. */
    public static Digest parse(String labelled) {
        if (!labelled.startsWith(LABEL)) {
            throw new IllegalArgumentException("digest: expected sha256:…, got " + labelled);
        }
        return new Digest(labelled.substring(LABEL.length()));
    }

    /** The first 64 bits, for tables that hold a number for each of many. */
    public long prefix() {
        return Long.parseUnsignedLong(hex.substring(0, 16), 16);
    }

    @Override
    public String toString() {
        return LABEL + hex;
    }
}
