package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.fazhi.text.Span;

/**
 * Who or what a sentence speaks of. Reports name the subject once and carry it: 受理行政复议案件79件,结案66件,纠错率28.8%.
 * The subject of a figure is the one named last before it in its sentence; failing that, what the sentence before, the
 * item's opening or the heading is about.
 */
final class SubjectReading {

    /** How far a subject was carried to reach its figure, nearest first. */
    enum Reach {
        PIECE,
        SENTENCE,
        PREVIOUS,
        LEAD,
        HEADING
    }

    /** A subject, by its name in the dictionary, and how far it was carried. */
    record Carried(String subject, Reach reach) {}

    private record Mention(int start, int end, String subject) {

        int length() {
            return end - start;
        }
    }

    private final List<Mention> mentions;
    private final List<Span> figures;

    /**
     * @param words the words of each subject, as ids in the scanner
     * @param figures where the figures stand, ascending
     * @param compared whether a word that begins at the offset names what the subject is only compared with
     */
    SubjectReading(
            Map<String, List<Integer>> words,
            WordScanner.Occurrences occurrences,
            List<Span> figures,
            IntPredicate compared) {
        this.figures = List.copyOf(figures);
        List<Mention> all = new ArrayList<>();
        words.forEach((subject, ids) -> {
            for (int id : ids) {
                for (int start : occurrences.all(id)) {
                    if (!compared.test(start)) {
                        all.add(new Mention(start, start + occurrences.length(id), subject));
                    }
                }
            }
        });
        this.mentions = longest(all);
    }

    /** Of words that overlap the longest: 行政执法证考试 speaks of the test, not of 行政执法. */
    private static List<Mention> longest(List<Mention> all) {
        all.sort(Comparator.comparingInt(Mention::length).reversed().thenComparingInt(Mention::start));
        TreeMap<Integer, Mention> kept = new TreeMap<>();
        for (Mention mention : all) {
            Map.Entry<Integer, Mention> left = kept.lowerEntry(mention.end());
            if (left == null || left.getValue().end() <= mention.start()) {
                kept.put(mention.start(), mention);
            }
        }
        return List.copyOf(kept.values());
    }

    /** The subject named in the figure's own piece, before it or, failing that, after it. */
    Optional<String> named(FigureContext context) {
        return last(context.before()).or(() -> first(context.after()));
    }

    Optional<Carried> subject(FigureContext context) {
        Optional<String> named = named(context);
        if (named.isPresent()) {
            return Optional.of(new Carried(named.get(), Reach.PIECE));
        }
        Span sentence = context.sentence();
        return carried(last(new Span(sentence.start(), context.at().start())), Reach.SENTENCE)
                .or(() -> carried(context.previous().filter(this::holdsFigure).flatMap(this::last), Reach.PREVIOUS))
                .or(() -> carried(first(context.lead()), Reach.LEAD))
                .or(() -> carried(context.previous().flatMap(this::last), Reach.PREVIOUS))
                .or(() -> context.headings().stream()
                        .map(this::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(subject -> new Carried(subject, Reach.HEADING)));
    }

    private static Optional<Carried> carried(Optional<String> subject, Reach reach) {
        return subject.map(name -> new Carried(name, reach));
    }

    private boolean holdsFigure(Span span) {
        int at = Collections.binarySearch(figures, span);
        int next = at >= 0 ? at : -at - 1;
        return next < figures.size() && span.contains(figures.get(next));
    }

    private Optional<String> last(Span span) {
        Optional<String> found = Optional.empty();
        for (int i = lowerBound(span.start()); i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.end() > span.end()) {
                break;
            }
            found = Optional.of(mention.subject());
        }
        return found;
    }

    private Optional<String> first(Span span) {
        int i = lowerBound(span.start());
        return i < mentions.size() && mentions.get(i).end() <= span.end()
                ? Optional.of(mentions.get(i).subject())
                : Optional.empty();
    }

    /** Index of the first mention that starts at or after the offset. */
    private int lowerBound(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
