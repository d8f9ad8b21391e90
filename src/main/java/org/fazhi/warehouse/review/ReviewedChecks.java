package org.fazhi.warehouse.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.indicators.CheckResult;

/**
 * Ends the checks whose figures were read otherwise than a person holds them to be: neither does the report contradict itself
 * there, nor does it confirm anything, for the check held misread numbers against each other. What it held stays to be seen.
 */
final class ReviewedChecks {

    private final Set<CheckFact> ended = new HashSet<>();

    /**
     * @param read the figures as the rules read them
     * @param held the same as they are held to be
     */
    ReviewedChecks(List<CheckFact> checks, List<FigureFact> read, List<FigureFact> held) {
        Map<Integer, FigureFact> byOrdinal = new HashMap<>();
        held.forEach(figure -> byOrdinal.put(figure.ordinal(), figure));
        Set<Integer> other = new HashSet<>();
        for (FigureFact figure : read) {
            if (isOther(figure, byOrdinal.getOrDefault(figure.ordinal(), figure))) {
                other.add(figure.ordinal());
            }
        }
        checks.stream()
                .filter(check -> check.figures().stream().anyMatch(other::contains))
                .forEach(ended::add);
    }

    private static boolean isOther(FigureFact read, FigureFact held) {
        return read.value().compareTo(held.value()) != 0
                || !read.unit().equals(held.unit())
                || !read.code().equals(held.code())
                || !read.quarantine().equals(held.quarantine());
    }

    CheckFact check(CheckFact check) {
        return ended.contains(check)
                ? new CheckFact(
                        check.check(),
                        CheckResult.Status.NOT_APPLICABLE.code(),
                        check.stated(),
                        check.computed(),
                        check.figures())
                : check;
    }

    /** Without the word of a check that ended. */
    FigureFact figure(FigureFact figure) {
        boolean isUnproven = ended.stream()
                .anyMatch(check -> check.figures().contains(figure.ordinal())
                        && figure.verifiedBy().equals(Optional.of(check.check())));
        return isUnproven ? FigureCorrections.unproven(figure) : figure;
    }
}
