package org.fazhi.warehouse.load;

import java.util.Optional;

/**
 * An entry of the indicator dictionary, without its matching rules; a row of {@code dim_indicator}.
 *
 * @param code such as {@code reconsideration.accepted}; a published code never changes its meaning
 * @param domain the part of the code before the dot
 * @param name in Chinese
 * @param definition what it counts and what it does not
 * @param unit the canonical unit its values are stated in
 * @param kind {@code count}, {@code rate} or {@code amount}
 * @param isAdditive true where values of several regions may be summed
 * @param task which of the tasks of the 2021–2025 outline (法治政府建设实施纲要) it speaks of
 */
public record IndicatorEntry(
        String code,
        String domain,
        String name,
        String definition,
        String unit,
        String kind,
        boolean isAdditive,
        Optional<String> task) {}
