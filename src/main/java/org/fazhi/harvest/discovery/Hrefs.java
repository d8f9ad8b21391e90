package org.fazhi.harvest.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.AddressBounds;
import org.fazhi.text.BoundedText;

/** Resolves what sites write as addresses. */
final class Hrefs {

    /** What is longer is data and no address. */
    private static final int LONGEST_TOLD = 65_536;

    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)^(?!https?:)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern NOT_IN_URI = Pattern.compile("[\\s\"<>\\\\^`{|}\\[\\]]");

    /** A file's name that leads nowhere else on any system. */
    private static final Pattern BARE_NAME = Pattern.compile("(?!\\.)[^/\\\\:?#\\p{Cc}]{1,200}");

    private static final Pattern WEB_SCHEME = Pattern.compile("(?i)^https?:");

    private Hrefs() {}

    /**
     * The absolute http or https address without its fragment; empty for scripts, mailboxes, what is no address, and what is
     * too long to be asked.
     */
    static Optional<URI> resolve(URI base, String href) {
        return ofRow(base, href).filter(AddressBounds::fits);
    }

    /** As {@link #resolve}, but of a row an address that is too long to be asked is told of: {@link Verdict.Reason#TOO_LONG}. */
    static Optional<URI> ofRow(URI base, String href) {
        String text = BoundedText.of(href.strip(), LONGEST_TOLD + 1);
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        if (text.isEmpty()
                || text.length() > LONGEST_TOLD
                || OTHER_SCHEME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            String address = lowerScheme(escape(text));
            if (text.length() > AddressBounds.LONGEST) {
                return tooLong(base, address);
            }
            // java.net.URI resolves by RFC 2396, which drops the page's own name before a query; RFC 3986 §5.2.2 keeps
            // it.
            String whole = address.startsWith("?") ? String.valueOf(base.getRawPath()) + address : address;
            URI url = base.resolve(new URI(whole)).normalize();
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return isWeb && url.getHost() != null ? Optional.of(withoutLeadingDots(url)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address as it is written, under its host: what is not asked need not be resolved, which takes long for long ones. */
    private static Optional<URI> tooLong(URI base, String address) throws URISyntaxException {
        boolean isAbsolute = WEB_SCHEME.matcher(address).find();
        URI url = isAbsolute
                ? new URI(address)
                : new URI(base.getScheme() + "://" + base.getRawAuthority() + (address.startsWith("/") ? "" : "/")
                        + address);
        return url.getHost() == null ? Optional.empty() : Optional.of(url);
    }

    /** A file in the same folder as one that was saved, named by its bare name; empty for any other address. */
    static Optional<URI> beside(URI saved, String address) {
        try {
            String name = URLDecoder.decode(
                    (address.startsWith("./") ? address.substring(2) : address).replace("+", "%2B"),
                    StandardCharsets.UTF_8);
            return BARE_NAME.matcher(name).matches()
                    ? Optional.of(saved.resolve(new URI(null, null, name, null)))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 3986 §3.1: a scheme may be written in capitals, and means the same. */
    private static String lowerScheme(String address) {
        return WEB_SCHEME.matcher(address).replaceFirst(scheme -> scheme.group().toLowerCase(Locale.ROOT));
    }

    /** Sites write spaces, brackets and backslashes into addresses; browsers escape them so. */
    private static String escape(String href) {
        String forward = href.replace('\\', '/');
        return NOT_IN_URI
                .matcher(forward)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "%%%02X", (int) match.group().charAt(0)));
    }

    /** java.net.URI keeps {@code ../} that climb above the root; RFC 3986 §5.2.4 drops them. */
    private static URI withoutLeadingDots(URI url) throws URISyntaxException {
        String path = url.getRawPath();
        if (path == null || !path.startsWith("/..")) {
            return url;
        }
        String rest = path.replaceFirst("^(?:/\\.\\.)+(?=/|$)", "");
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new URI(url.getScheme() + "://" + url.getRawAuthority() + (rest.isEmpty() ? "/" : rest) + query);
    }
}
