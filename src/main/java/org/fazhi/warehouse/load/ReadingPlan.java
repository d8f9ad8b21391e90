package org.fazhi.warehouse.load;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * Says, before anything is loaded, what each extract becomes: version n of its document, or nothing because another
 * says the same. It holds some hundred bytes an extract and no text. The order in which extracts come does not matter: they
 * are put in the order they were fetched, those fetched at once in the order of their digests.
 *
 * <p>Which versions are current: of each report year that an address has shown, the version that it showed last. A version of
 * another year than a later one stays, for an address may be overwritten every year; it gives way where the later one has the
 * same figures, for then its year was put right, and where it has no year itself. Of several addresses that are one (see
 * {@link ReportAddress}), and of one that leads to another with the same report, only one is current on a year.
 */
public final class ReadingPlan {

    /** What becomes of an extract that was read well. */
    public sealed interface Decision {

        /**
         * A version of a document.
         *
         * @param sameAs the document that is current in its place, under another address
         * @param withdrawnOn the night since which the site says that the page is gone
         */
        record Version(int number, boolean isCurrent, Optional<String> sameAs, Optional<LocalDate> withdrawnOn)
                implements Decision {

            /** Of a page that stands, at no other address. */
            public Version(int number, boolean isCurrent) {
                this(number, isCurrent, Optional.empty(), Optional.empty());
            }
        }

        record Ignored(Reason reason) implements Decision {}
    }

    private static final class Entry {
        private final String source;
        private final long fetchedMicros;
        private final long payload;
        private final long facts;
        private final Report report;
        private final long lastMicros;
        private Decision decision = new Decision.Ignored(Reason.REPEATED_PAYLOAD);
        private boolean isTaken;

        private Entry(String source, long fetchedMicros, long payload, long facts, Report report, long lastMicros) {
            this.source = source;
            this.fetchedMicros = fetchedMicros;
            this.payload = payload;
            this.facts = facts;
            this.report = report;
            this.lastMicros = lastMicros;
        }
    }

    /**
     * Which report a page is.
     *
     * @param year 0 where it is not known
     * @param issuer digest of the name as printed, without blanks
     * @param figures digest of its figures as printed; 0 where it has none
     */
    private record Report(int year, long issuer, long figures) {

        static Report of(DocumentFacts facts) {
            String figures = facts.figures().stream().map(FigureFact::raw).collect(Collectors.joining("\n"));
            return new Report(
                    Math.max(0, facts.reportYear()),
                    Digest.of(facts.issuer().replaceAll("\\s+", "")).prefix(),
                    figures.isEmpty() ? 0 : Digest.of(figures).prefix());
        }

        boolean hasFiguresOf(Report other) {
            return figures != 0 && figures == other.figures;
        }
    }

    /** A version, and when the page last was as it is. */
    private static final class Shown {
        private final int number;
        private final Entry entry;
        private long lastMicros;
        private Optional<String> sameAs = Optional.empty();

        private Shown(int number, Entry entry) {
            this.number = number;
            this.entry = entry;
            this.lastMicros = entry.lastMicros;
        }

        private Report report() {
            return entry.report;
        }
    }

    /** A document: what was read at one address. */
    private static final class Page {
        private final String document;
        private final String url;
        private final List<Entry> entries = new ArrayList<>(1);
        /** In the order of their numbers. */
        private final List<Shown> versions = new ArrayList<>(1);
        /** By report year the version that stands for it. */
        private final SortedMap<Integer, Shown> standing = new TreeMap<>();

        private Page(String document, String url) {
            this.document = document;
            this.url = url;
        }
    }

    private static final Comparator<Entry> IN_TIME = Comparator.<Entry>comparingLong(entry -> entry.fetchedMicros)
            .thenComparingLong(entry -> entry.payload)
            .thenComparing(entry -> entry.source);

    private final Map<String, Page> pages = new HashMap<>();
    private final FactsDigest digest = new FactsDigest();
    private BigInteger sum = BigInteger.ZERO;
    private long extracts;

    private final Unloadable unloadable;
    private final SiteAnswers answers;

    private ReadingPlan(Unloadable unloadable, SiteAnswers answers) {
        this.unloadable = unloadable;
        this.answers = answers;
    }

    /** Of what is loaded into a release; nothing but its answers says what became of the pages. */
    public static ReadingPlan of(LoadInput input, Unloadable unloadable, LoadProgress progress) {
        return of(input.extracts().get(), new KeptOut(input), unloadable, SiteAnswers.of(input), progress);
    }

    /** Where nothing is kept out. */
    public static ReadingPlan of(Stream<Extract> extracts, LoadProgress progress) {
        return of(extracts, extract -> false, progress);
    }

    /** Where the program failed on nothing before, and nothing is known of the pages but what was read. */
    public static ReadingPlan of(Stream<Extract> extracts, Predicate<Extract> keptOut, LoadProgress progress) {
        return of(extracts, keptOut, new Unloadable(progress), SiteAnswers.NONE, progress);
    }

    /**
     * Reads the stream to its end and closes it.
     *
     * @param keptOut pages that a person holds to be no report; they are no version of a document
     * @param unloadable those on which the program failed are no version either; takes more
     * @param answers what the sites last said of the pages
     */
    private static ReadingPlan of(
            Stream<Extract> extracts,
            Predicate<Extract> keptOut,
            Unloadable unloadable,
            SiteAnswers answers,
            LoadProgress progress) {
        ReadingPlan plan = new ReadingPlan(unloadable, answers);
        Map<String, String> sources = new HashMap<>();
        try (extracts) {
            extracts.forEach(extract -> {
                plan.add(extract, keptOut, sources);
                if (++plan.extracts % 1000 == 0) {
                    progress.on("numbering", plan.extracts);
                }
            });
        }
        plan.decide();
        return plan;
    }

    private void add(Extract extract, Predicate<Extract> keptOut, Map<String, String> sources) {
        String factsDigest = "";
        boolean isVersion = false;
        try {
            factsDigest = extract.facts().map(facts -> digest.of(facts).hex()).orElse("");
            isVersion = isLoadable(extract) && !keptOut.test(extract);
        } catch (RuntimeException | StackOverflowError e) {
            unloadable.add(extract, e);
        }
        String all = String.join(
                "\n",
                extract.sourceId(),
                extract.url(),
                extract.payloadDigest(),
                extract.fetchedAt().toString(),
                extract.outcome().name(),
                extract.reason(),
                extract.detail().orElse(""),
                factsDigest,
                unloadable.of(extract).map(FactsGate.Fault::detail).orElse(""));
        sum = sum.add(new BigInteger(Digest.of(all).hex(), 16));
        if (isVersion) {
            Page page = pages.computeIfAbsent(
                    DocumentIds.document(extract.url()),
                    document -> new Page(document, DocumentIds.normalForm(extract.url())));
            long fetched = TableWriter.micros(extract.fetchedAt());
            page.entries.add(new Entry(
                    sources.computeIfAbsent(extract.sourceId(), id -> id),
                    fetched,
                    payload(extract),
                    Digest.of(factsDigest).prefix(),
                    Report.of(extract.facts().orElseThrow()),
                    answers.lastMicros(page.document, extract.payloadDigest(), fetched)));
        }
    }

    private void decide() {
        pages.values().forEach(page -> {
            number(page);
            stand(page);
        });
        joinAddresses();
        followMoves();
        pages.values().forEach(this::close);
    }

    /** Numbers what differs, and keeps with each version when the page last said the same. */
    private static void number(Page page) {
        page.entries.sort(IN_TIME);
        String owner = page.entries.stream()
                .map(entry -> entry.source)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<Long, Shown> byPayload = new HashMap<>();
        for (Entry entry : page.entries) {
            Optional<Shown> last = page.versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.versions.get(page.versions.size() - 1));
            if (!entry.source.equals(owner)) {
                entry.decision = new Decision.Ignored(Reason.DUPLICATE_SOURCE);
                continue;
            }
            Shown shown;
            if (byPayload.containsKey(entry.payload)) {
                entry.decision = new Decision.Ignored(Reason.REPEATED_PAYLOAD);
                shown = byPayload.get(entry.payload);
            } else if (last.filter(version -> version.entry.facts == entry.facts)
                    .isPresent()) {
                entry.decision = new Decision.Ignored(Reason.SAME_FACTS);
                shown = last.get();
            } else {
                shown = new Shown(page.versions.size() + 1, entry);
                page.versions.add(shown);
            }
            byPayload.put(entry.payload, shown);
            shown.lastMicros = Math.max(shown.lastMicros, entry.lastMicros);
        }
    }

    private static void stand(Page page) {
        List<Shown> inTime = inTime(page);
        for (int i = 0; i < inTime.size(); i++) {
            Report report = inTime.get(i).report();
            List<Shown> later = inTime.subList(i + 1, inTime.size());
            boolean isSuperseded = report.year() == 0 && !later.isEmpty()
                    || later.stream()
                            .map(Shown::report)
                            .anyMatch(other -> other.year() == report.year() || other.hasFiguresOf(report));
            if (!isSuperseded) {
                page.standing.put(report.year(), inTime.get(i));
            }
        }
    }

    /** The versions in the order in which the page last showed them. */
    private static List<Shown> inTime(Page page) {
        return page.versions.stream()
                .sorted(Comparator.<Shown>comparingLong(version -> version.lastMicros)
                        .thenComparingInt(version -> version.number))
                .toList();
    }

    /** Of addresses that are one, one stands for each year: one that gives the page, by itself, before others. */
    private void joinAddresses() {
        Map<String, List<Page>> byAddress = new HashMap<>();
        pages.values()
                .forEach(page -> byAddress
                        .computeIfAbsent(ReportAddress.bundled().of(page.url), address -> new ArrayList<>(1))
                        .add(page));
        Comparator<Page> bestFirst = Comparator.<Page, Boolean>comparing(
                        page -> answers.withdrawnOn(page.document).isPresent())
                .thenComparing(page -> answers.leadsTo(page.document).isPresent())
                .thenComparing(page -> page.url, ReportAddress.BEST_FIRST);
        for (List<Page> same : byAddress.values()) {
            Map<Integer, Page> best = new HashMap<>();
            same.stream()
                    .sorted(bestFirst)
                    .forEach(page -> page.standing.forEach((year, version) -> {
                        Page first = best.computeIfAbsent(year, any -> page);
                        if (first != page) {
                            version.sameAs = Optional.of(first.document);
                        }
                    }));
        }
    }

    /** A report whose address leads to the same report is current there. */
    private void followMoves() {
        for (Page page : pages.values()) {
            Optional<Page> target = answers.leadsTo(page.document).map(pages::get);
            if (target.isPresent()) {
                page.standing.forEach((year, version) -> {
                    Optional<Shown> there =
                            Optional.ofNullable(target.get().standing.get(year));
                    if (version.sameAs.isEmpty()
                            && there.filter(other -> isSameReport(version, other))
                                    .isPresent()) {
                        version.sameAs = Optional.of(target.get().document);
                    }
                });
            }
        }
    }

    private static boolean isSameReport(Shown one, Shown other) {
        return one.report().issuer() == other.report().issuer() || one.report().hasFiguresOf(other.report());
    }

    private void close(Page page) {
        List<Shown> inTime = inTime(page);
        for (Shown version : page.versions) {
            boolean isStanding = page.standing.get(version.report().year()) == version;
            boolean isLast = inTime.get(inTime.size() - 1) == version;
            Decision.Version decision = new Decision.Version(
                    version.number,
                    isStanding && version.sameAs.isEmpty(),
                    version.sameAs.map(
                            document -> last(document, version.report().year())),
                    isLast ? answers.withdrawnOn(page.document) : Optional.empty());
            version.entry.decision = decision;
            sum = sum.add(
                    new BigInteger(Digest.of(page.document + " " + decision).hex(), 16));
        }
    }

    /** Where the way from one address to the next ends; no way leads back. */
    private String last(String document, int year) {
        Set<String> passed = new HashSet<>();
        String at = document;
        while (passed.add(at)) {
            Optional<String> next = Optional.ofNullable(pages.get(at))
                    .map(page -> page.standing.get(year))
                    .flatMap(version -> version.sameAs);
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** What becomes of an extract that was read well. An extract that comes twice becomes a version once. */
    public Decision take(Extract extract) {
        long fetched = TableWriter.micros(extract.fetchedAt());
        long payload = payload(extract);
        List<Entry> entries = Optional.ofNullable(pages.get(DocumentIds.document(extract.url())))
                .map(page -> page.entries)
                .orElse(List.of());
        for (Entry entry : entries) {
            if (!entry.isTaken
                    && entry.payload == payload
                    && entry.fetchedMicros == fetched
                    && entry.source.equals(extract.sourceId())) {
                entry.isTaken = true;
                return entry.decision;
            }
        }
        throw new WarehouseException(extract.url()
                + ": expected the same extracts each time they are read, got one that was not there at first");
    }

    private boolean isLoadable(Extract extract) {
        return unloadable.of(extract).or(() -> FactsGate.fault(extract)).isEmpty()
                && extract.outcome() == Extract.Outcome.LOADED
                && extract.facts().isPresent()
                && FactsGate.fault(
                                extract.facts().get(),
                                FactsGate.Texts.of(extract.facts().get()))
                        .isEmpty();
    }

    /** The documents on which the program failed, before and since. */
    Unloadable unloadable() {
        return unloadable;
    }

    public long extractCount() {
        return extracts;
    }

    /** Digest over the set of extracts, whatever their order: the sum of their digests. */
    public String fingerprint() {
        return Digest.of(extracts + " " + sum.toString(16)).hex();
    }

    private static long payload(Extract extract) {
        return Digest.of(extract.payloadDigest()).prefix();
    }
}
