package org.fazhi.evaluation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The score of one report against its labels. Figures are matched as a multiset of (value, unit), optional labels left
 * out; attributes (qualifier, change, tense, cumulative counting as actual) are judged on the matched ones; codes are
 * matched as a multiset of (value, code); sections by level, number and the first ten characters of the heading.
 *
 * @param figures found figures against labels
 * @param attributes matched figures with all three attributes right, of all matched
 * @param codes coded figures against labels
 * @param reliability of the codes, by the confidence they were given with
 * @param sections found sections against labels
 * @param metadata fields right, of all fields
 * @param differences each miss, spurious find and wrong value, a line a piece
 */
public record Evaluation(
        String name,
        Score figures,
        Score attributes,
        Score codes,
        Reliability reliability,
        Score sections,
        Score metadata,
        int misplaced,
        List<String> differences) {

    private static final int HEADING_CHARACTERS = 10;

    public Evaluation {
        differences = List.copyOf(differences);
    }

    public static Evaluation of(LabelledReport labels, FoundReport found) {
        List<String> differences = new ArrayList<>();
        Matching matching = Matching.of(labels.figures(), found.figures(), differences);
        found.misplaced().forEach(raw -> differences.add("span     " + raw + " does not stand at its span"));
        Codes codes = codes(labels.figures(), found.figures(), differences);
        return new Evaluation(
                labels.name(),
                matching.figures(),
                matching.attributes(),
                codes.score(),
                codes.reliability(),
                sections(labels.sections(), found.sections(), differences),
                metadata(labels, found, differences),
                found.misplaced().size(),
                differences);
    }

    /** All reports together: counts added, not averages averaged. */
    public static Evaluation total(List<Evaluation> evaluations) {
        Evaluation total = new Evaluation(
                "all", Score.NONE, Score.NONE, Score.NONE, Reliability.NONE, Score.NONE, Score.NONE, 0, List.of());
        for (Evaluation one : evaluations) {
            total = new Evaluation(
                    "all",
                    total.figures.plus(one.figures),
                    total.attributes.plus(one.attributes),
                    total.codes.plus(one.codes),
                    total.reliability.plus(one.reliability),
                    total.sections.plus(one.sections),
                    total.metadata.plus(one.metadata),
                    total.misplaced + one.misplaced,
                    List.of());
        }
        return total;
    }

    private record Matching(Score figures, Score attributes) {

        static Matching of(
                List<LabelledReport.Label> labels, List<FoundReport.Figure> found, List<String> differences) {
            List<FoundReport.Figure> open = new ArrayList<>(found);
            int right = 0;
            int labelled = 0;
            int attributesRight = 0;
            for (LabelledReport.Label label : labels) {
                if (label.isOptional()) {
                    continue;
                }
                labelled++;
                Optional<FoundReport.Figure> match = take(open, label);
                if (match.isEmpty()) {
                    differences.add("missed   " + label.raw() + "  …" + label.context());
                    continue;
                }
                right++;
                if (attributesEqual(label, match.get())) {
                    attributesRight++;
                } else {
                    differences.add("wrong    " + label.raw() + ": expected " + label.qualifier() + "/"
                            + label.change().orElse("-") + "/" + label.tense() + ", got "
                            + match.get().qualifier() + "/"
                            + match.get().change().orElse("-") + "/"
                            + match.get().tense() + "  …" + label.context());
                }
            }
            for (LabelledReport.Label label : labels) {
                if (label.isOptional()) {
                    take(open, label);
                }
            }
            open.forEach(figure -> differences.add("spurious " + figure.raw() + " = "
                    + figure.value().toPlainString() + " " + figure.unit() + "  …" + figure.sentence()));
            return new Matching(
                    new Score(right, right + open.size(), labelled), new Score(attributesRight, right, right));
        }

        /** Takes the match out of those still open; of several equal ones, one whose attributes agree. */
        private static Optional<FoundReport.Figure> take(List<FoundReport.Figure> open, LabelledReport.Label label) {
            FoundReport.Figure best = null;
            for (FoundReport.Figure figure : open) {
                if (same(figure.value(), label.value()) && figure.unit().equals(label.unit())) {
                    if (attributesEqual(label, figure)) {
                        best = figure;
                        break;
                    }
                    best = best == null ? figure : best;
                }
            }
            if (best == null) {
                return Optional.empty();
            }
            open.remove(best);
            return Optional.of(best);
        }

        private static boolean attributesEqual(LabelledReport.Label label, FoundReport.Figure figure) {
            return label.qualifier().equals(figure.qualifier())
                    && label.change().equals(figure.change())
                    && tense(label.tense()).equals(tense(figure.tense()));
        }

        private static String tense(String tense) {
            return tense.equals("cumulative") ? "actual" : tense;
        }
    }

    private record Codes(Score score, Reliability reliability) {}

    private static Codes codes(
            List<LabelledReport.Label> labels, List<FoundReport.Figure> found, List<String> differences) {
        List<FoundReport.Figure> open =
                new ArrayList<>(found.stream().filter(f -> f.code().isPresent()).toList());
        int right = 0;
        int labelled = 0;
        Reliability reliability = Reliability.NONE;
        // Labels with one answer first, so that a lenient label does not take a strict one's match.
        List<LabelledReport.Label> ordered = new ArrayList<>(labels);
        ordered.sort(java.util.Comparator.comparing((LabelledReport.Label label) ->
                label.isOptional() ? 2 : label.codes().size() > 1 ? 1 : 0));
        for (LabelledReport.Label label : ordered) {
            Optional<FoundReport.Figure> match = open.stream()
                    .filter(figure ->
                            same(figure.value(), label.value()) && label.codes().contains(figure.code()))
                    .findFirst();
            match.ifPresent(open::remove);
            reliability = reliability.plus(
                    match.map(figure -> reliability(figure, true)).orElse(Reliability.NONE));
            boolean counts = label.primary().isPresent() && !label.isOptional();
            boolean mayBeAbsent = label.codes().contains(Optional.<String>empty());
            if (match.isPresent() && counts) {
                right++;
                labelled++;
            } else if (counts && !mayBeAbsent) {
                labelled++;
                differences.add("uncoded  " + label.raw() + ": expected "
                        + label.primary().orElse("-") + "  …" + label.context());
            }
        }
        for (FoundReport.Figure figure : open) {
            reliability = reliability.plus(reliability(figure, false));
        }
        open.forEach(figure -> differences.add(
                "miscoded " + figure.raw() + ": got " + figure.code().orElse("-") + "  …" + figure.sentence()));
        return new Codes(new Score(right, right + open.size(), labelled), reliability);
    }

    private static Reliability reliability(FoundReport.Figure figure, boolean isRight) {
        return figure.confidence().isPresent()
                ? Reliability.of(figure.confidence().getAsDouble(), isRight)
                : Reliability.NONE;
    }

    private static Score sections(
            List<FoundReport.Section> labels, List<FoundReport.Section> found, List<String> differences) {
        List<String> open = new ArrayList<>(found.stream().map(Evaluation::key).toList());
        int right = 0;
        for (FoundReport.Section label : labels) {
            if (open.remove(key(label))) {
                right++;
            } else {
                differences.add("section  missed " + key(label));
            }
        }
        open.forEach(key -> differences.add("section  spurious " + key));
        return new Score(right, found.size(), labels.size());
    }

    private static String key(FoundReport.Section section) {
        String heading =
                Normalizer.normalize(section.heading(), Normalizer.Form.NFKC).strip();
        return section.level() + " " + section.number() + " "
                + heading.substring(0, Math.min(HEADING_CHARACTERS, heading.length()));
    }

    private static Score metadata(LabelledReport labels, FoundReport found, List<String> differences) {
        int right = 0;
        for (String field : FoundReport.METADATA_FIELDS) {
            String expected = labels.metadata().get(field);
            String got = found.metadata().get(field);
            if (Objects.equals(expected, got)) {
                right++;
            } else {
                differences.add("metadata " + field + ": expected " + expected + ", got " + got);
            }
        }
        int fields = FoundReport.METADATA_FIELDS.size();
        return new Score(right, fields, fields);
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
