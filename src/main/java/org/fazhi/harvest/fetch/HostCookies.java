package org.fazhi.harvest.fetch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cookies that hosts set in headers (RFC 6265), kept for one run and sent back to the very host and port that set
 * them, whatever Domain and Path say: enough for sites that answer only with their session, and nothing can wander.
 */
final class HostCookies {

    private static final int MOST_A_HOST = 20;
    private static final Pattern COOKIE =
            Pattern.compile("\\s{0,9}([!#$%&'*+.^_`|~\\w-]{1,100})\\s{0,9}=([\\x21-\\x3a\\x3c-\\x7e ]{0,2000})(;.*)?");
    private static final Pattern ENDED = Pattern.compile("(?i);\\s{0,9}max-age\\s{0,9}=\\s{0,9}[\"']?(?:0|-\\d+)\\b");

    private final Map<String, Map<String, String>> hosts = new ConcurrentHashMap<>();

    /** The Cookie header for the address. */
    Optional<String> header(URI url) {
        Map<String, String> cookies = hosts.get(host(url));
        if (cookies == null) {
            return Optional.empty();
        }
        synchronized (cookies) {
            return cookies.isEmpty()
                    ? Optional.empty()
                    : Optional.of(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Takes what an answer sets; true where that changed anything. */
    boolean take(URI url, List<String> setCookies) {
        if (setCookies.isEmpty()) {
            return false;
        }
        Map<String, String> cookies = hosts.computeIfAbsent(host(url), host -> new LinkedHashMap<>());
        boolean isChanged = false;
        synchronized (cookies) {
            for (String header : setCookies) {
                Matcher cookie = COOKIE.matcher(header);
                if (cookie.matches()) {
                    isChanged |= take(
                            cookies, header, cookie.group(1), cookie.group(2).strip());
                }
            }
        }
        return isChanged;
    }

    private static boolean take(Map<String, String> cookies, String header, String name, String value) {
        if (ENDED.matcher(header).find()) {
            return cookies.remove(name) != null;
        }
        if (cookies.size() >= MOST_A_HOST && !cookies.containsKey(name)) {
            return false;
        }
        return !value.equals(cookies.put(name, value));
    }

    private static String host(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + AddressGuard.port(url);
    }
}
