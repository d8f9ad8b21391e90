package org.fazhi.warehouse.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;

/**
 * Applies the entries to one document after another and keeps what became of each. The same entries and documents give the
 * same, in whatever order they come. Not for two threads.
 */
public final class ReviewDesk {

    /**
     * A version of a document that an entry fits.
     *
     * @param version empty where the page is kept out as no report
     * @param ordinal of the figure; empty for a document
     * @param read the code the rules gave
     * @param held the code that holds
     */
    public record Match(
            Review review,
            String document,
            OptionalInt version,
            OptionalInt ordinal,
            Optional<String> read,
            Optional<String> held) {}

    /** What became of an entry, and what exactly; {@code detail} is empty where it was applied to the letter. */
    public record Fate(Review review, ReviewOutcome outcome, String detail, int documents, int figures) {}

    /** The version of a document that is looked at. */
    public record Version(String document, int number, boolean isCurrent) {}

    private record Attempt(String document, boolean isCurrent, ReviewOutcome outcome, String detail) {}

    private final Reviews reviews;
    private final Map<Review, List<Attempt>> attempts = new IdentityHashMap<>();
    private final Map<Review, Integer> figureCounts = new IdentityHashMap<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    public ReviewDesk(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The entry by which a page is no report. */
    public Optional<Review> notAReport(String url, String issuer, Optional<DocumentFacts> facts) {
        int year = facts.map(DocumentFacts::reportYear).orElse(0);
        return reviews.of(url, issuer, year).stream()
                .filter(review -> review.verdict().kind() == Verdict.Kind.NOT_A_REPORT)
                .filter(review -> hasTitle(review, facts.flatMap(DocumentFacts::title)))
                .min(Comparator.comparing(Review::id));
    }

    /** Keeps that a page was left out. */
    public void leftOut(Review review, String document) {
        attempt(review, new Version(document, 0, true), ReviewOutcome.APPLIED, "");
        matches.add(new Match(
                review, document, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty()));
    }

    /** Applies what is said of one version of a document and of its numbers. */
    public ReviewedFacts review(String url, String issuer, DocumentFacts read, Version version) {
        List<Review> ofDocument = corrections(reviews.of(url, issuer, read.reportYear()), read, version);
        DocumentFacts facts = Corrections.apply(read, issuer, ofDocument);
        // A number may be named by the document as the page has it or as it is put right.
        List<Review> ofFigures = Stream.concat(
                        reviews.of(url, issuer, read.reportYear()).stream(),
                        reviews.of(url, facts.issuer(), facts.reportYear()).stream())
                .distinct()
                .filter(review -> review.quote().isPresent() && hasTitle(review, read.title()))
                .sorted(Comparator.comparing(Review::id))
                .toList();
        if (ofFigures.isEmpty()) {
            return new ReviewedFacts(facts, Map.of(), ofDocument);
        }
        return reviewFigures(facts, ofDocument, ofFigures, version);
    }

    private static boolean hasTitle(Review review, Optional<String> title) {
        Optional<String> wanted = review.document().title().map(FoldedText::fold);
        return wanted.isEmpty() || wanted.equals(title.map(FoldedText::fold));
    }

    /** Those that hold of the document itself. */
    private List<Review> corrections(List<Review> all, DocumentFacts read, Version version) {
        Map<Verdict.Kind, List<Review>> byField = new HashMap<>();
        all.stream()
                .filter(review -> review.quote().isEmpty() && hasTitle(review, read.title()))
                .filter(review -> review.verdict().kind() != Verdict.Kind.NOT_A_REPORT)
                .forEach(review -> byField.computeIfAbsent(review.verdict().kind(), field -> new ArrayList<>())
                        .add(review));
        List<Review> held = new ArrayList<>();
        for (List<Review> ofField : byField.values()) {
            if (ofField.size() > 1) {
                ofField.forEach(review -> conflict(review, ofField, version));
            } else {
                Review review = ofField.get(0);
                held.add(review);
                attempt(review, version, ReviewOutcome.APPLIED, "");
                matches.add(new Match(
                        review,
                        version.document(),
                        OptionalInt.of(version.number()),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        held.sort(Comparator.comparing(Review::id));
        return held;
    }

    private ReviewedFacts reviewFigures(
            DocumentFacts facts, List<Review> ofDocument, List<Review> ofFigures, Version version) {
        FoldedText text = FoldedText.of(facts.repairedText());
        Map<Review, Places.Place> places = new IdentityHashMap<>();
        for (Review review : ofFigures) {
            place(review, text, facts, version).ifPresent(place -> places.put(review, place));
        }
        refuseContradictingClauses(ofFigures, places, text, facts, version);
        List<FigureFact> figures = new ArrayList<>(facts.figures());
        Map<Integer, Review> reviewed = new HashMap<>();
        FigureCorrections corrections = new FigureCorrections(reviews, facts);
        for (Review review : ofFigures) {
            Places.Place place = places.get(review);
            if (place == null) {
                continue;
            }
            List<Review> same = ofFigures.stream()
                    .filter(other -> Optional.ofNullable(places.get(other))
                            .filter(found -> found.span().overlaps(place.span()))
                            .isPresent())
                    .toList();
            if (same.size() > 1) {
                conflict(review, same, version);
                continue;
            }
            FigureCorrections.Result result = corrections.apply(review.verdict(), place, figures.size());
            attempt(review, version, result.outcome(), result.detail());
            result.figure().ifPresent(figure -> refuseOutsideShare(review, figure));
            if (result.outcome() == ReviewOutcome.APPLIED) {
                result.figure().ifPresent(figure -> {
                    put(figures, figure);
                    reviewed.put(figure.ordinal(), review);
                    matches.add(match(review, version, place.figure(), figure));
                    figureCounts.merge(review, 1, Integer::sum);
                });
            }
        }
        return new ReviewedFacts(Corrections.withFigures(facts, figures), reviewed, ofDocument);
    }

    /** One entry quotes a whole sentence, another only a clause of it; where they speak of one number they must agree. */
    private void refuseContradictingClauses(
            List<Review> all, Map<Review, Places.Place> places, FoldedText text, DocumentFacts facts, Version version) {
        Map<Review, List<Places.Place>> possible = new IdentityHashMap<>();
        for (Review review : all) {
            Optional.ofNullable(places.get(review))
                    .ifPresentOrElse(
                            place -> possible.put(review, List.of(place)),
                            () -> possible.put(review, meant(review, text, facts)));
        }
        List<Review> contradicted = new ArrayList<>();
        for (Review review : all) {
            for (Review other : all) {
                boolean isFound = places.containsKey(review) && places.containsKey(other);
                if (!isFound
                        && !saysTheSame(review, other)
                        && overlap(possible.getOrDefault(review, List.of()), possible.getOrDefault(other, List.of()))) {
                    conflict(review, List.of(review, other), version);
                    contradicted.add(review);
                }
            }
        }
        contradicted.forEach(places::remove);
    }

    private static List<Places.Place> meant(Review review, FoldedText text, DocumentFacts facts) {
        Quote quote = review.quote().orElseThrow();
        List<Places.Place> found = Places.possible(text, facts.figures(), quote);
        return quote.occurrence().isEmpty() || quote.occurrence().getAsInt() > found.size()
                ? found
                : List.of(found.get(quote.occurrence().getAsInt() - 1));
    }

    private static boolean overlap(List<Places.Place> one, List<Places.Place> other) {
        return one.stream()
                .anyMatch(place -> other.stream().anyMatch(found -> found.span().overlaps(place.span())));
    }

    private static boolean saysTheSame(Review one, Review other) {
        return one.verdict().kind() == other.verdict().kind()
                && one.verdict().said().equals(other.verdict().said());
    }

    private static Match match(Review review, Version version, Optional<FigureFact> read, FigureFact held) {
        return new Match(
                review,
                version.document(),
                OptionalInt.of(version.number()),
                OptionalInt.of(held.ordinal()),
                read.flatMap(FigureFact::code),
                held.quarantine().isEmpty() ? held.code() : Optional.empty());
    }

    private static void put(List<FigureFact> figures, FigureFact figure) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).ordinal() == figure.ordinal()) {
                figures.set(i, figure);
                return;
            }
        }
        figures.add(figure);
    }

    /** The one place an entry speaks of; where there is none, that is kept. */
    private Optional<Places.Place> place(Review review, FoldedText text, DocumentFacts facts, Version version) {
        Quote quote = review.quote().orElseThrow();
        List<Places.Place> places = Places.of(text, facts.figures(), quote);
        int wanted = quote.occurrence().orElse(1);
        if (quote.occurrence().isEmpty() && places.size() > 1) {
            attempt(
                    review,
                    version,
                    ReviewOutcome.AMBIGUOUS,
                    "the number stands at " + places.size() + " places of the sentence: say which by occurrence");
            return Optional.empty();
        }
        if (wanted > places.size()) {
            String detail = !Places.hasSentence(text, quote)
                    ? "the document has no such sentence"
                    : "the sentence has the number at " + places.size() + " places, not " + wanted;
            attempt(review, version, ReviewOutcome.UNMATCHED, detail);
            return Optional.empty();
        }
        return Optional.of(places.get(wanted - 1));
    }

    private void conflict(Review review, List<Review> all, Version version) {
        String others = String.join(
                ", ",
                all.stream()
                        .filter(other -> other != review)
                        .map(other -> other.file() + ":" + other.line())
                        .sorted()
                        .toList());
        attempt(review, version, ReviewOutcome.CONFLICTING, "the same is spoken of in " + others);
        boolean isContradiction = all.stream().anyMatch(other -> !saysTheSame(review, other));
        if (isContradiction && version.isCurrent()) {
            problems.add(new Problem(
                    Path.of(review.file()),
                    review.line(),
                    review.quote().isPresent() ? "raw" : "verdict",
                    "expected one review of one " + (review.quote().isPresent() ? "figure" : "field") + " of "
                            + version.document() + ", got another in " + others));
        }
    }

    /** A value whose code only the document tells is held against it here. */
    private void refuseOutsideShare(Review review, FigureFact figure) {
        review.verdict()
                .value()
                .ifPresent(value -> figure.code()
                        .flatMap(code -> Reviews.outsideShare(reviews.unitOf(code), figure.unit(), value, code))
                        .ifPresent(detail ->
                                problems.add(new Problem(Path.of(review.file()), review.line(), "value", detail))));
    }

    /**
     * What is wrong with the entries themselves, which shows only beside the documents: two that name one figure by different
     * keys and contradict each other, a value that the indicator of the figure does not allow.
     *
     * @throws ConfigurationException where there is any, with file and line of each
     */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                    .toList());
        }
    }

    private void attempt(Review review, Version version, ReviewOutcome outcome, String detail) {
        attempts.computeIfAbsent(review, any -> new ArrayList<>())
                .add(new Attempt(version.document(), version.isCurrent(), outcome, detail));
    }

    /** What became of every entry, in the order of files and lines. */
    public List<Fate> fates() {
        return reviews.entries().stream()
                .sorted(Comparator.comparing(Review::file).thenComparingInt(Review::line))
                .map(this::fate)
                .toList();
    }

    private Fate fate(Review review) {
        List<Attempt> made = attempts.getOrDefault(review, List.of());
        List<Attempt> applied = made.stream()
                .filter(attempt -> attempt.outcome() == ReviewOutcome.APPLIED)
                .toList();
        int documents = (int) applied.stream().map(Attempt::document).distinct().count();
        int figures = figureCounts.getOrDefault(review, 0);
        Attempt decisive = made.stream()
                .filter(Attempt::isCurrent)
                .max(Comparator.comparingInt(ReviewDesk::weight).thenComparing(Attempt::detail))
                .orElse(new Attempt("", true, ReviewOutcome.UNMATCHED, "no such document was harvested and read"));
        boolean isFormer = decisive.outcome() == ReviewOutcome.UNMATCHED && !applied.isEmpty();
        ReviewOutcome outcome = isFormer ? ReviewOutcome.FORMER_VERSION : decisive.outcome();
        return new Fate(review, outcome, decisive.detail(), documents, figures);
    }

    /** Of several copies of a report one that has the sentence is enough; what goes wrong in one is told. */
    private static int weight(Attempt attempt) {
        return attempt.outcome() == ReviewOutcome.UNMATCHED
                ? -1
                : attempt.outcome().ordinal();
    }

    /** Every version that an entry fits, by document, version, figure and entry. */
    public List<Match> matches() {
        return matches.stream()
                .sorted(Comparator.comparing(Match::document)
                        .thenComparingInt(match -> match.version().orElse(0))
                        .thenComparingInt(match -> match.ordinal().orElse(-1))
                        .thenComparing(match -> match.review().id()))
                .toList();
    }
}
