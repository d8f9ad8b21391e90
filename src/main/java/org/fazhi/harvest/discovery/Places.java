package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether an answer came from the place that was asked, or from another that the site led to. */
public final class Places {

    private static final Pattern INDEX = Pattern.compile("(?i)(?<=/)(?:index|default|home)\\.[a-z]{2,5}$");
    private static final Pattern ENDING = Pattern.compile("\\.(?:s?html?|jhtml)$");

    private Places() {}

    /**
     * True where what was reached is what was asked for: the same path under http or https, with or without www, with the name
     * of a folder's index or without, its query with all that was asked; of a folder also a page below it. Another file of the
     * same folder is another page, and may be another list.
     */
    public static boolean isSame(URI asked, URI reached) {
        if (asked.equals(reached)) {
            return true;
        }
        String from = folder(asked);
        String to = folder(reached);
        boolean isBelow = from.endsWith("/") && to.startsWith(from);
        return host(asked).equals(host(reached))
                && (isBelow || bare(from).equals(bare(to)))
                && query(reached).containsAll(query(asked));
    }

    /** The path without the name of an index: {@code /fzzf/} for {@code /fzzf/index.html}. */
    static String folder(URI url) {
        String path = Optional.ofNullable(url.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        return INDEX.matcher(path).replaceFirst("");
    }

    private static String bare(String path) {
        String whole = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return ENDING.matcher(whole).replaceFirst(".html");
    }

    private static String host(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return (host.startsWith("www.") ? host.substring("www.".length()) : host);
    }

    private static Set<String> query(URI url) {
        String query = Optional.ofNullable(url.getRawQuery()).orElse("");
        return query.isEmpty() ? Set.of() : new HashSet<>(List.of(query.split("&", 200)));
    }
}
