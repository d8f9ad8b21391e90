package org.fazhi.reading.indicators;

import java.util.Optional;

/**
 * An entry of the dictionary. A code that stands never changes its meaning.
 *
 * @param code {@code domain.what}
 * @param domain the file it is defined in
 * @param name in Chinese, as a table heading
 * @param nameEn in English
 * @param definition what it counts, in Chinese
 * @param definitionEn what it counts, in English
 * @param unit canonical unit of its values
 * @param additive whether values of several bodies may be summed
 * @param task the task of the 2021–2025 programme it serves
 * @param seriesBreak empty where no law is known to have changed what it counts
 */
public record Indicator(
        String code,
        String domain,
        String name,
        String nameEn,
        String definition,
        String definitionEn,
        String unit,
        IndicatorKind kind,
        boolean additive,
        Task task,
        Direction direction,
        MeasureType measureType,
        Optional<SeriesBreak> seriesBreak) {}
