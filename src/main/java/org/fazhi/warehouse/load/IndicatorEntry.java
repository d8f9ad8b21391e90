package org.fazhi.warehouse.load;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of the indicator dictionary, without its matching rules; a row of {@code dim_indicator}.
 *
 * @param code such as {@code reconsideration.accepted}; a published code never changes its meaning
 * @param domain the part of the code before the dot
 * @param name in Chinese
 * @param nameEn in English
 * @param definition what it counts, in Chinese
 * @param definitionEn what it counts, in English
 * @param unit the canonical unit its values are stated in
 * @param kind {@code count}, {@code rate} or {@code amount}
 * @param isAdditive true where values of several regions may be summed
 * @param task which of the tasks of the 2021–2025 outline (法治政府建设实施纲要) it speaks of
 * @param direction {@code higher_is_better}, {@code lower_is_better} or {@code neutral}
 * @param measureType {@code stock} or {@code flow}
 * @param validFromYear first report year of the present series; empty where no law broke it
 * @param seriesBreakBasis the law that broke it, and since when
 */
public record IndicatorEntry(
        String code,
        String domain,
        String name,
        String nameEn,
        String definition,
        String definitionEn,
        String unit,
        String kind,
        boolean isAdditive,
        Optional<String> task,
        String direction,
        String measureType,
        OptionalInt validFromYear,
        Optional<String> seriesBreakBasis) {}
