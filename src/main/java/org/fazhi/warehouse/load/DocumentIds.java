package org.fazhi.warehouse.load;

import org.fazhi.text.Digest;
import org.fazhi.warehouse.store.NormalUrl;

/** Ids that are the same in every release, made from where a document stands and never from when it was read. */
public final class DocumentIds {

    private static final int HEX_DIGITS = 16;

    private DocumentIds() {}

    /** The first 16 hexadecimal digits of the SHA-256 of the URL in its normal form. */
    public static String document(String url) {
        return Digest.of(normalForm(url)).hex().substring(0, HEX_DIGITS);
    }

    public static String section(String document, int version, int ordinal) {
        return document + "-" + version + "-s" + ordinal;
    }

    public static String figure(String document, int version, int ordinal) {
        return document + "-" + version + "-f" + ordinal;
    }

    /** As {@link NormalUrl#of}. */
    public static String normalForm(String url) {
        return NormalUrl.of(url);
    }
}
