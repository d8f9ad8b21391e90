package org.fazhi.harvest.discovery;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Source;

/** The part of a host that one body registers (Public Suffix List; gov.cn is a suffix): www.a.gov.cn and sfj.a.gov.cn share one. */
public final class RegistrableDomain {

    private RegistrableDomain() {}

    /** The registrable domain, or the host where it has none, such as an address. */
    public static String of(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1))) {
            return host;
        }
        return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host, true, false))
                .orElse(host);
    }

    /** Those of a source's listings and documents. */
    public static Set<String> of(Source source) {
        return Stream.concat(source.listings().stream().map(Source.Listing::url), source.documents().stream())
                .map(RegistrableDomain::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
