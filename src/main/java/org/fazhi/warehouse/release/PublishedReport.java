package org.fazhi.warehouse.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One report as the published marts show it.
 *
 * @param metadata columns of {@code mart_document} to their values; NULLs are absent
 * @param misplaced raw texts that do not stand at their span in the harvested text
 */
public record PublishedReport(
        Map<String, String> metadata, List<Section> sections, List<Figure> figures, List<String> misplaced) {

    public PublishedReport {
        metadata = Map.copyOf(metadata);
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
        misplaced = List.copyOf(misplaced);
    }

    /** A row of {@code mart_section}. */
    public record Section(int level, String number, String heading) {}

    /** A row of {@code mart_figure}; absent {@code change} and {@code code} are empty. */
    public record Figure(
            String raw,
            BigDecimal value,
            String unit,
            String qualifier,
            Optional<String> change,
            String tense,
            Optional<String> code,
            String sentence) {}
}
