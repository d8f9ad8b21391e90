package org.fazhi.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case of {@code cases/reading/cases.tsv} says must be found: figures, each with its other forms that are as good,
 * and metadata and sections. A part the notation does not know is an error, so that no case is passed over.
 */
final class Expectation {

    private static final Pattern FIGURE = Pattern.compile(
            "(-?[0-9.]+)(?:–([0-9.]+))?(?: (?!or )([^ ]+))?((?: (?:more_than|less_than|nearly|about|at_least|"
                    + "at_most|increase|decrease|plan|target))*)");

    /** One form of a figure. */
    private record Form(BigDecimal value, Optional<BigDecimal> high, Optional<String> unit, List<String> marks) {

        boolean fits(DocumentFacts.FigureFact figure) {
            List<String> found = List.of(figure.qualifier(), figure.change().orElse(""), figure.tense());
            return value.compareTo(figure.value()) == 0
                    && high.isPresent() == figure.valueHigh().isPresent()
                    && high.map(end -> end.compareTo(figure.valueHigh().get()) == 0)
                            .orElse(true)
                    && unit.map(name -> name.equals("千米") ? "公里" : name)
                            .map(figure.unit()::equals)
                            .orElse(true)
                    && found.containsAll(marks);
        }
    }

    private final List<List<Form>> figures = new ArrayList<>();
    private final List<Boolean> optional = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    Expectation(String notation) {
        for (String part : notation.split("; ?")) {
            if (part.matches("(published|written|report year)=.*|section .*")) {
                others.add(part);
                continue;
            }
            List<Form> forms = new ArrayList<>();
            boolean mayMiss = false;
            for (String form : part.split(" or ")) {
                Matcher figure = FIGURE.matcher(form.strip());
                if (form.strip().equals("(none)")) {
                    mayMiss = true;
                } else if (figure.matches()) {
                    forms.add(new Form(
                            new BigDecimal(figure.group(1)),
                            Optional.ofNullable(figure.group(2)).map(BigDecimal::new),
                            Optional.ofNullable(figure.group(3)),
                            Arrays.stream(figure.group(4).strip().split(" "))
                                    .filter(mark -> !mark.isEmpty())
                                    .toList()));
                } else {
                    throw new IllegalArgumentException("expected a figure, got \"" + form + "\" in " + notation);
                }
            }
            figures.add(forms);
            optional.add(mayMiss);
        }
    }

    /** What differs; empty where all is as expected. A figure that nothing expects differs too. */
    List<String> differences(DocumentFacts facts) {
        List<String> differences = new ArrayList<>();
        List<DocumentFacts.FigureFact> rest = new ArrayList<>(facts.figures());
        for (int i = 0; i < figures.size(); i++) {
            List<Form> forms = figures.get(i);
            Optional<DocumentFacts.FigureFact> found = rest.stream()
                    .filter(figure -> forms.stream().anyMatch(form -> form.fits(figure)))
                    .findFirst();
            found.ifPresent(rest::remove);
            if (found.isEmpty() && !optional.get(i)) {
                differences.add("missed " + forms);
            }
        }
        rest.forEach(figure -> differences.add("unexpected " + figure.raw() + " = " + figure.value() + figure.unit()
                + " " + figure.qualifier() + " " + figure.change().orElse("")));
        others.stream().filter(other -> !holds(other, facts)).forEach(other -> differences.add("missed " + other));
        return differences;
    }

    private static boolean holds(String other, DocumentFacts facts) {
        String value = other.substring(Math.max(other.indexOf('='), other.lastIndexOf(' ')) + 1);
        if (other.startsWith("section")) {
            String[] words = other.split(" ");
            return facts.sections().stream()
                    .anyMatch(section -> section.heading().contains(value)
                            && (words.length < 3 || section.number().equals(words[1])));
        }
        if (other.startsWith("report year")) {
            return facts.reportYear() == Integer.parseInt(value);
        }
        Optional<String> date = other.startsWith("published") ? facts.publishedDate() : facts.writtenDate();
        return date.orElse("–").equals(value);
    }
}
