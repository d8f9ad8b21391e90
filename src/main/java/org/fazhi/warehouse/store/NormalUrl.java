package org.fazhi.warehouse.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The one form of a URL under which a document is known, whoever wrote it down. */
public final class NormalUrl {

    private NormalUrl() {}

    /**
     * RFC 3986 §6.2.2 and §6.2.3 as far as they cannot join two documents: scheme and host in lower case, no default
     * port, no fragment, "/" for an empty path. What is no URL stays as it is.
     */
    public static String of(String url) {
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
