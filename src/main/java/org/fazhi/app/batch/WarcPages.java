package org.fazhi.app.batch;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fazhi.harvest.archive.ForeignPages;
import org.fazhi.harvest.discovery.RegistrableDomain;
import org.fazhi.harvest.fetch.StoredAnswers;
import org.fazhi.harvest.fetch.StoredFetching;
import org.jspecify.annotations.Nullable;

/** Carries the pages of the night's WARC files from step to step, and tells what they held. */
final class WarcPages implements AutoCloseable {

    private static final int EXAMPLES = 3;
    private static final int DAMAGES = 5;

    private final NightPlan plan;
    private final NightResult result;
    private @Nullable ForeignPages gathered;

    WarcPages(NightPlan plan, NightResult result) {
        this.plan = plan;
        this.result = result;
    }

    /** Reads the files; returns how many answers of the sources' domains they hold. */
    long gather() {
        close();
        Set<String> domains = plan.registry().sources().stream()
                .map(RegistrableDomain::of)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        ForeignPages pages = ForeignPages.gather(
                plan.warcs(),
                plan.stateFolder().resolve("from-warc.spool"),
                // The crawler's clock may be in another zone than it says.
                plan.clock().instant().plus(Duration.ofDays(1)),
                url -> domains.contains(RegistrableDomain.of(url)));
        gathered = pages;
        pages.files().forEach(this::tell);
        if (!pages.unwantedByHost().isEmpty()) {
            result.note("of no source: " + most(pages.unwantedByHost()));
        }
        return pages.files().stream().mapToLong(ForeignPages.Gathered::wanted).sum();
    }

    private void tell(ForeignPages.Gathered file) {
        Map<String, Long> skipped = file.outcome().skipped();
        result.note(file.file() + ": " + file.wanted() + " answers of the sources' sites, " + file.unwanted()
                + " of others"
                + (file.outcome().truncated() > 0 ? ", " + file.outcome().truncated() + " of all cut short" : "")
                + (skipped.isEmpty() ? "" : "; left out " + most(skipped)));
        List<String> damages = file.outcome().damages();
        damages.stream().limit(DAMAGES).forEach(damage -> result.note("damaged: " + damage));
        if (damages.size() > DAMAGES) {
            result.note("damaged: " + file.file().getFileName() + ": " + (damages.size() - DAMAGES) + " places more");
        }
    }

    /** The pages that no walk through a listing has asked for. */
    List<URI> unasked() {
        return pages().unasked();
    }

    /** Tells of the pages of the sources' sites that belong to no source: neither asked for nor judged by a listing. */
    void tellUnmatched(Predicate<URI> isJudged) {
        List<URI> unmatched = unasked().stream().filter(isJudged.negate()).toList();
        if (!unmatched.isEmpty()) {
            String examples =
                    unmatched.stream().limit(EXAMPLES).map(URI::toString).collect(Collectors.joining(" "));
            result.note("of no listing: " + unmatched.size() + " pages of the sources' sites, such as " + examples);
        }
    }

    /** Such as {@code 12 www.a.example, 3 www.b.example, 7 more}. */
    private static String most(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String named = sorted.stream()
                .limit(EXAMPLES)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        long rest =
                sorted.stream().skip(EXAMPLES).mapToLong(Map.Entry::getValue).sum();
        return rest == 0 ? named : named + ", " + rest + " more";
    }

    /** Takes pages from the files. */
    StoredFetching fetching() {
        return new StoredFetching(new View(true));
    }

    /** Looks at pages that may be left. */
    StoredFetching looking() {
        return new StoredFetching(new View(false));
    }

    /** The pages of the night at the time they are asked for. */
    private final class View implements StoredAnswers {

        private final boolean isTaking;

        View(boolean isTaking) {
            this.isTaking = isTaking;
        }

        @Override
        public List<Place> at(URI url) {
            if (isTaking) {
                pages().asked(url);
            }
            return pages().at(url);
        }

        @Override
        public Kept read(Place place) {
            return pages().read(place);
        }
    }

    private ForeignPages pages() {
        return Optional.ofNullable(gathered).orElseThrow();
    }

    @Override
    public void close() {
        if (gathered != null) {
            gathered.close();
            gathered = null;
        }
    }
}
