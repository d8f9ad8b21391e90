package org.fazhi.harvest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Obeys robots.txt after RFC 9309: rules of the most specific group (§2.2), a missing file allows all (§2.3.1.3), an
 * unreachable one forbids all (§2.3.1.4), a copy counts for a day and longer only while the file is unreachable (§2.4).
 */
final class Robots {

    /** RFC 9309 §2.5: at least this much is parsed. */
    static final int MAX_BYTES = 500 * 1024;

    private static final Duration FRESH = Duration.ofHours(24);

    /**
     * How long an unreachable file is not asked for again, so that every page of a dead host does not try anew. Kept in
     * memory only: a run that is resumed asks at once.
     */
    private static final Duration UNREACHABLE_FRESH = Duration.ofMinutes(30);

    /** A site that asks for more does not want to be crawled; crawler-commons then forbids all. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private static final int WARNINGS_LOGGED = 0;

    private final RobotsStore store;
    private final Clock clock;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<String, Object> sites = new ConcurrentHashMap<>();
    private final Map<String, RobotsFile> unreachable = new ConcurrentHashMap<>();

    /** What robots.txt says of an address. */
    sealed interface Permission {

        /** @param delay the crawl delay it asks for; zero where it asks for none */
        record Allowed(Duration delay) implements Permission {}

        record Forbidden() implements Permission {}

        record Unreachable(int status) implements Permission {}
    }

    private record Parsed(RobotsFile file, BaseRobotRules rules) {}

    Robots(RobotsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Scheme, host and port: what one robots.txt speaks for. */
    static String site(URI url) {
        return url.getScheme() + "://" + url.getHost() + ":" + AddressGuard.port(url);
    }

    /**
     * May the address be fetched?
     *
     * @param fetching asks for the file, conditionally where validators are given; a 304 answer has status 304
     */
    Permission permission(URI url, Function<Validators, RobotsFile> fetching) {
        String site = site(url);
        RobotsFile file;
        // Of several threads that come upon a new site one asks, and the others wait for what it brings.
        synchronized (sites.computeIfAbsent(site, name -> new Object())) {
            file = current(site, fetching);
        }
        if (file.isUnreachable()) {
            return new Permission.Unreachable(file.status());
        }
        if (!file.hasRules()) {
            return new Permission.Allowed(Duration.ZERO);
        }
        BaseRobotRules rules = rules(site, file);
        if (!rules.isAllowed(url.toASCIIString())) {
            return new Permission.Forbidden();
        }
        return new Permission.Allowed(Duration.ofMillis(Math.max(0, rules.getCrawlDelay())));
    }

    /** The stored file where it is fresh, else a new one. */
    private RobotsFile current(String site, Function<Validators, RobotsFile> fetching) {
        Optional<RobotsFile> stored = store.get(site);
        if (stored.filter(file -> isYounger(file, FRESH)).isPresent()) {
            return stored.get();
        }
        RobotsFile missed = unreachable.get(site);
        if (missed != null && isYounger(missed, UNREACHABLE_FRESH)) {
            return stored.filter(RobotsFile::hasRules).orElse(missed);
        }
        boolean hasCopy = stored.filter(RobotsFile::hasRules).isPresent();
        RobotsFile answer = fetching.apply(hasCopy ? stored.get().validators() : Validators.NONE);
        if (answer.isUnreachable()) {
            // A run that is being stopped has not seen that the host is away.
            if (!Thread.currentThread().isInterrupted()) {
                unreachable.put(site, answer);
            }
            return hasCopy ? stored.get() : answer;
        }
        RobotsFile file = hasCopy && answer.status() == 304 ? confirmed(stored.get(), answer) : answer;
        store.put(site, file);
        return file;
    }

    private static RobotsFile confirmed(RobotsFile copy, RobotsFile notModified) {
        return new RobotsFile(copy.status(), copy.body(), notModified.fetchedAt(), copy.validators());
    }

    private boolean isYounger(RobotsFile file, Duration age) {
        Duration since = Duration.between(file.fetchedAt(), clock.instant());
        // A clock that ran ahead says nothing of how old it is.
        return !since.isNegative() && since.compareTo(age) < 0;
    }

    private BaseRobotRules rules(String site, RobotsFile file) {
        Parsed known = parsed.get(site);
        if (known != null && known.file().body().equals(file.body())) {
            return known.rules();
        }
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), WARNINGS_LOGGED);
        BaseRobotRules rules = parser.parseContent(
                site + "/robots.txt",
                file.body().getBytes(StandardCharsets.UTF_8),
                "text/plain",
                List.of(FetchSettings.PRODUCT));
        parsed.put(site, new Parsed(file, rules));
        return rules;
    }
}
