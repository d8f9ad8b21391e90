package org.fazhi.harvest.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fazhi.harvest.fetch.FetchResult.Blocked;
import org.fazhi.harvest.fetch.FetchResult.Denied;
import org.fazhi.harvest.fetch.FetchResult.Failed;
import org.fazhi.harvest.fetch.FetchResult.TooLarge;
import org.fazhi.harvest.fetch.FetchResult.Trace;
import org.fazhi.harvest.fetch.FetchResult.Truncated;
import org.fazhi.harvest.fetch.FetchResult.Unsafe;

/**
 * Fetches pages politely: robots.txt obeyed, one request at a time to a host with the delay between, retries for what is
 * passing, redirects followed by hand with every hop checked. Safe for several threads; a call blocks until its fetch has
 * ended.
 */
public final class Fetcher {

    private static final int BACKOFF_FACTOR = 3;

    /** Spreads the retries of many hosts that failed together, by up to this share of the wait. */
    private static final double JITTER = 0.2;

    private final FetchSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator random;
    private final AddressGuard guard;
    private final Robots robots;
    private final HostTurns turns;
    private final HttpConnection connection;
    private final HostCookies cookies = new HostCookies();
    private final Judgement judgement;

    /** What a fetcher takes from outside. */
    public record Surroundings(Clock clock, Pause pause, HostResolver resolver, RandomGenerator random) {

        /** The machine's own. */
        public static Surroundings real(Clock clock) {
            return new Surroundings(clock, Pause.real(), HostResolver.system(), RandomGenerator.of("L64X128MixRandom"));
        }
    }

    public Fetcher(FetchSettings settings, RobotsStore robotsStore, Surroundings surroundings) {
        this(settings, robotsStore, surroundings, new AddressGuard(surroundings.resolver()));
    }

    Fetcher(FetchSettings settings, RobotsStore robotsStore, Surroundings surroundings, AddressGuard guard) {
        this.settings = settings;
        this.clock = surroundings.clock();
        this.pause = surroundings.pause();
        this.random = surroundings.random();
        this.guard = guard;
        this.robots = new Robots(robotsStore, clock);
        this.turns = new HostTurns(clock, pause);
        this.connection = new HttpConnection(settings, guard);
        this.judgement = new Judgement(settings);
    }

    /** Fetches one page; ends in a state, never in an exception. */
    public FetchResult fetch(FetchRequest request) {
        return new Run(request).fetch();
    }

    /** One fetch on its way. */
    private final class Run {

        private final FetchRequest request;
        private final Instant startedAt = clock.instant();
        private final List<URI> passed = new ArrayList<>();
        private final List<RobotsFetch> robotsAsked = new ArrayList<>();
        private final Set<URI> visited = new HashSet<>();
        private URI url;
        private Optional<String> formBody;
        private OptionalInt status = OptionalInt.empty();
        private Optional<String> robotsRefused = Optional.empty();
        private boolean hasNewCookie;
        private boolean hasReturnedCookie;
        private int hops;
        private int attempts;

        Run(FetchRequest request) {
            this.request = request;
            this.url = request.url();
            this.formBody = request.formBody();
        }

        FetchResult fetch() {
            while (true) {
                visited.add(url);
                Optional<FetchResult> refused = refusal();
                if (refused.isPresent()) {
                    return refused.get();
                }
                Robots.Permission permission = robots.permission(url, this::robotsFile);
                if (permission instanceof Robots.Permission.Forbidden) {
                    return new Denied(trace(), "robots.txt");
                }
                if (robotsRefused.isPresent()) {
                    return new Unsafe(trace(), robotsRefused.get());
                }
                if (permission instanceof Robots.Permission.Unreachable unreachable) {
                    return failed("robots.txt unreachable (status " + unreachable.status() + ")", true);
                }
                Duration crawlDelay =
                        permission instanceof Robots.Permission.Allowed allowed ? allowed.delay() : Duration.ZERO;
                Duration gap = longer(crawlDelay, request.delay());
                Answer answer = withRetries(() -> {
                    attempts++;
                    return inTurn(gap, outgoing(url, formBody, request.validators(), settings.maxBytes(), false));
                });
                Optional<FetchResult> ended = ended(answer);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
        }

        private Optional<FetchResult> refusal() {
            try {
                return guard.refusal(url, AddressGuard.port(request.url()), request.allowPrivateAddresses())
                        .map(reason -> new Unsafe(trace(), reason));
            } catch (AddressGuard.Unknown e) {
                return Optional.of(failed(Optional.ofNullable(e.getMessage()).orElse("unknown host"), true));
            }
        }

        private Answer withRetries(CheckedSupplier<Answer> attempt) {
            // Failsafe decides whether to try again; the waiting goes through the pause, so that tests need no time.
            RetryPolicy<Answer> policy = RetryPolicy.<Answer>builder()
                    .handleResultIf(Fetcher.this::isPassing)
                    .abortOn(RuntimeException.class)
                    .withMaxAttempts(settings.maxAttempts())
                    .onRetry(event -> backOff(event.getAttemptCount(), event.getLastResult()))
                    .build();
            return Failsafe.with(policy).get(attempt);
        }

        private HttpConnection.Outgoing outgoing(
                URI address, Optional<String> form, Validators validators, int maxBytes, boolean cutsBody) {
            Optional<URI> referrer = request.referrer().filter(from -> address.equals(request.url()));
            return new HttpConnection.Outgoing(
                    address,
                    form,
                    referrer,
                    cookies.header(address),
                    validators,
                    maxBytes,
                    cutsBody,
                    request.allowPrivateAddresses());
        }

        private Answer inTurn(Duration gap, HttpConnection.Outgoing outgoing) {
            URI address = outgoing.url();
            try {
                String host = address.getHost().toLowerCase(Locale.ROOT) + ":" + AddressGuard.port(address);
                Answer answer = turns.take(host, gap, () -> connection.send(outgoing));
                if (answer instanceof Answer.Received received) {
                    hasNewCookie = cookies.take(address, received.headers().getOrDefault("set-cookie", List.of()));
                }
                return answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Fault("interrupted", false);
            }
        }

        /** The result where the fetch has ended; empty where it goes on with another address. */
        private Optional<FetchResult> ended(Answer answer) {
            if (answer instanceof Answer.Fault fault) {
                status = OptionalInt.empty();
                return Optional.of(failed(fault.reason(), fault.isPassing()));
            }
            if (answer instanceof Answer.Refused refused) {
                status = OptionalInt.empty();
                return Optional.of(new Unsafe(trace(), refused.reason()));
            }
            if (answer instanceof Answer.Oversized oversized) {
                status = OptionalInt.of(oversized.status());
                return Optional.of(new TooLarge(trace(), "more than " + oversized.bound() + " bytes"));
            }
            if (answer instanceof Answer.Truncated cut) {
                status = OptionalInt.of(cut.status());
                return Optional.of(new Truncated(trace(), cut.reason()));
            }
            Answer.Received received = (Answer.Received) answer;
            status = OptionalInt.of(received.status());
            return Locations.REDIRECTS.contains(received.status())
                    ? redirect(received)
                    : Optional.of(judgement.of(request, trace(), received));
        }

        private Optional<FetchResult> redirect(Answer.Received received) {
            Optional<URI> target = received.header("location").flatMap(location -> Locations.resolve(url, location));
            if (target.isEmpty()) {
                return Optional.of(failed("redirect without an address that can be asked", false));
            }
            URI next = target.get();
            if ("https".equals(url.getScheme()) && "http".equals(next.getScheme())) {
                return Optional.of(new Unsafe(trace(), "redirect from https to http"));
            }
            boolean isKnown = visited.contains(next);
            if (isKnown && (!hasNewCookie || hasReturnedCookie)) {
                return Optional.of(new Blocked(trace(), "redirects in a circle"));
            }
            // A site may want its cookie back once; a wall that is not content with it answers so for ever.
            hasReturnedCookie |= isKnown;
            if (Locations.isLogin(next) && !Locations.isLogin(request.url())) {
                return Optional.of(new Blocked(trace(), "redirected to a login"));
            }
            hops++;
            if (hops > Locations.MOST_REDIRECTS) {
                return Optional.of(failed("more than " + Locations.MOST_REDIRECTS + " redirects", false));
            }
            if (!url.equals(request.url())) {
                passed.add(url);
            }
            url = next;
            if (received.status() < 307) {
                formBody = Optional.empty();
            }
            return Optional.empty();
        }

        private RobotsFile robotsFile(Validators validators) {
            URI address = URI.create(Robots.site(url) + "/robots.txt");
            RobotsRequest asking = new RobotsRequest(address, clock);
            for (int hop = 0; hop <= Locations.MOST_REDIRECTS; hop++) {
                if (!isSafe(address)) {
                    asking.unsafe();
                    break;
                }
                URI asked = address;
                Answer answer = withRetries(() -> asking.take(inTurn(
                        request.delay(), outgoing(asked, Optional.empty(), validators, Robots.MAX_BYTES, true))));
                if (answer instanceof Answer.Refused refused) {
                    robotsRefused = Optional.of(refused.reason());
                }
                if (!(answer instanceof Answer.Received received)) {
                    robotsAsked.add(asking.end());
                    return new RobotsFile(0, "", clock.instant(), Validators.NONE);
                }
                Optional<URI> target = Locations.REDIRECTS.contains(received.status())
                        ? received.header("location").flatMap(location -> Locations.resolve(asked, location))
                        : Optional.empty();
                if (target.isEmpty()) {
                    robotsAsked.add(asking.end());
                    return robotsFile(received);
                }
                address = target.get();
            }
            robotsAsked.add(asking.end());
            // RFC 9309 §2.3.1.2: after five redirects the file counts as not there.
            return new RobotsFile(404, "", clock.instant(), Validators.NONE);
        }

        private RobotsFile robotsFile(Answer.Received received) {
            boolean isFile = received.status() >= 200 && received.status() < 300;
            ContentDecoding.Outcome outcome = ContentDecoding.decode(received, settings);
            if (isFile && !(outcome instanceof ContentDecoding.Outcome.Decoded)) {
                // What it forbids is not known, as where it could not be reached.
                return new RobotsFile(0, "", clock.instant(), Validators.NONE);
            }
            byte[] bytes = outcome instanceof ContentDecoding.Outcome.Decoded decoded ? decoded.bytes() : new byte[0];
            int length = Math.min(bytes.length, Robots.MAX_BYTES);
            String body = isFile ? new String(bytes, 0, length, StandardCharsets.UTF_8) : "";
            return new RobotsFile(received.status(), body, clock.instant(), Validators.of(received.headers()));
        }

        private boolean isSafe(URI address) {
            try {
                return guard.refusal(address, AddressGuard.port(request.url()), request.allowPrivateAddresses())
                        .isEmpty();
            } catch (AddressGuard.Unknown e) {
                return false;
            }
        }

        private Failed failed(String reason, boolean isPassing) {
            return new Failed(trace(), reason, isPassing);
        }

        private Trace trace() {
            return new Trace(
                    request.url(),
                    url,
                    passed,
                    status,
                    startedAt,
                    Duration.between(startedAt, clock.instant()),
                    attempts,
                    robotsAsked);
        }
    }

    private boolean isPassing(Answer answer) {
        if (answer instanceof Answer.Fault fault) {
            return fault.isPassing();
        }
        if (answer instanceof Answer.Truncated) {
            return true;
        }
        if (answer instanceof Answer.Received received) {
            boolean isBlip = received.status() == 200 && received.body().length <= Judgement.BLIP_BYTES;
            boolean isTooLong = RetryAfter.of(received, clock)
                    .filter(wait -> wait.compareTo(settings.longestRetryAfter()) > 0)
                    .isPresent();
            boolean isCut = received.status() == 200 && ContentDecoding.isCutShort(received, settings);
            return isBlip || isCut || (Judgement.PASSING.contains(received.status()) && !isTooLong);
        }
        return false;
    }

    /** Waits before the next attempt: three times as long after each, or as long as the server asks. */
    private void backOff(int attemptsMade, Answer last) {
        double wait = settings.firstBackoff().toMillis() * Math.pow(BACKOFF_FACTOR, attemptsMade - 1);
        Duration backoff = Duration.ofMillis((long) (wait * (1 + random.nextDouble() * JITTER)));
        Duration asked = last instanceof Answer.Received received
                ? RetryAfter.of(received, clock).orElse(Duration.ZERO)
                : Duration.ZERO;
        try {
            pause.of(longer(backoff, asked));
        } catch (InterruptedException e) {
            // The next attempt sees the flag and ends at once.
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
