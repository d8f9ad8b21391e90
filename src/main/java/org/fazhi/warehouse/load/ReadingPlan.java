package org.fazhi.warehouse.load;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * Says, before anything is loaded, what each extract becomes: version n of its document, or nothing because another
 * says the same. It holds some fifty bytes an extract and no text. The order in which extracts come does not matter: they
 * are put in the order they were fetched, those fetched at once in the order of their digests.
 */
public final class ReadingPlan {

    /** What becomes of an extract that was read well. */
    public sealed interface Decision {

        record Version(int number, boolean isCurrent) implements Decision {}

        record Ignored(Reason reason) implements Decision {}
    }

    private static final class Entry {
        private final String source;
        private final long fetchedMicros;
        private final long payload;
        private final long facts;
        private Decision decision = new Decision.Ignored(Reason.REPEATED_PAYLOAD);
        private boolean isTaken;

        private Entry(String source, long fetchedMicros, long payload, long facts) {
            this.source = source;
            this.fetchedMicros = fetchedMicros;
            this.payload = payload;
            this.facts = facts;
        }
    }

    private static final Comparator<Entry> IN_TIME = Comparator.<Entry>comparingLong(entry -> entry.fetchedMicros)
            .thenComparingLong(entry -> entry.payload)
            .thenComparing(entry -> entry.source);

    private final Map<String, List<Entry>> loadable = new HashMap<>();
    private final FactsDigest digest = new FactsDigest();
    private BigInteger sum = BigInteger.ZERO;
    private long extracts;

    private final Unloadable unloadable;

    private ReadingPlan(Unloadable unloadable) {
        this.unloadable = unloadable;
    }

    /** As {@link #of(Stream, Predicate, Unloadable, LoadProgress)} where nothing is kept out. */
    public static ReadingPlan of(Stream<Extract> extracts, LoadProgress progress) {
        return of(extracts, extract -> false, progress);
    }

    /** As {@link #of(Stream, Predicate, Unloadable, LoadProgress)} where the program failed on nothing before. */
    public static ReadingPlan of(Stream<Extract> extracts, Predicate<Extract> keptOut, LoadProgress progress) {
        return of(extracts, keptOut, new Unloadable(progress), progress);
    }

    /**
     * Reads the stream to its end and closes it.
     *
     * @param keptOut pages that a person holds to be no report; they are no version of a document
     * @param unloadable those on which the program failed are no version either; takes more
     */
    public static ReadingPlan of(
            Stream<Extract> extracts, Predicate<Extract> keptOut, Unloadable unloadable, LoadProgress progress) {
        ReadingPlan plan = new ReadingPlan(unloadable);
        Map<String, String> sources = new HashMap<>();
        try (extracts) {
            extracts.forEach(extract -> {
                plan.add(extract, keptOut, sources);
                if (++plan.extracts % 1000 == 0) {
                    progress.on("numbering", plan.extracts);
                }
            });
        }
        plan.loadable.values().forEach(ReadingPlan::decide);
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
            loadable.computeIfAbsent(DocumentIds.document(extract.url()), id -> new ArrayList<>(1))
                    .add(new Entry(
                            sources.computeIfAbsent(extract.sourceId(), id -> id),
                            TableWriter.micros(extract.fetchedAt()),
                            payload(extract),
                            Long.parseUnsignedLong(factsDigest.substring(0, 16), 16)));
        }
    }

    private static void decide(List<Entry> entries) {
        entries.sort(IN_TIME);
        String owner = entries.stream()
                .map(entry -> entry.source)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Set<Long> payloads = new HashSet<>();
        List<Entry> versions = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.source.equals(owner)) {
                entry.decision = new Decision.Ignored(Reason.DUPLICATE_SOURCE);
            } else if (!payloads.add(entry.payload)) {
                entry.decision = new Decision.Ignored(Reason.REPEATED_PAYLOAD);
            } else if (!versions.isEmpty() && versions.get(versions.size() - 1).facts == entry.facts) {
                entry.decision = new Decision.Ignored(Reason.SAME_FACTS);
            } else {
                versions.add(entry);
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            versions.get(i).decision = new Decision.Version(i + 1, i == versions.size() - 1);
        }
    }

    /** What becomes of an extract that was read well. An extract that comes twice becomes a version once. */
    public Decision take(Extract extract) {
        long fetched = TableWriter.micros(extract.fetchedAt());
        long payload = payload(extract);
        for (Entry entry : loadable.getOrDefault(DocumentIds.document(extract.url()), List.of())) {
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
        return Long.parseUnsignedLong(Digest.of(extract.payloadDigest()).hex().substring(0, 16), 16);
    }
}
