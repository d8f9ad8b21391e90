package org.fazhi.reading.indicators;

/**
 * An entry of the dictionary. A code that stands never changes its meaning.
 *
 * @param code {@code domain.what}
 * @param domain the file it is defined in
 * @param name in Chinese, as a table heading
 * @param definition in English
 * @param unit canonical unit of its values
 * @param additive whether values of several bodies may be summed
 * @param task the task of the 2021–2025 programme it serves
 */
public record Indicator(
        String code,
        String domain,
        String name,
        String definition,
        String unit,
        IndicatorKind kind,
        boolean additive,
        Task task) {}
