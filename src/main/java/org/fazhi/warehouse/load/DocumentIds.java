package org.fazhi.warehouse.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.fazhi.text.Digest;

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

    /**
     * RFC 3986 §6.2.2 and §6.2.3 as far as they cannot join two documents: scheme and host in lower case, no default
     * port, no fragment, "/" for an empty path. What is no URL stays as it is.
     */
    public static String normalForm(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null) {
                return url;
            }
            String plainScheme = scheme.toLowerCase(Locale.ROOT);
            boolean defaultPort = uri.getPort() == -1
                    || (plainScheme.equals("http") && uri.getPort() == 80)
                    || (plainScheme.equals("https") && uri.getPort() == 443);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return plainScheme
                    + "://"
                    + host.toLowerCase(Locale.ROOT)
                    + (defaultPort ? "" : ":" + uri.getPort())
                    + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return url;
        }
    }
}
