package org.fazhi.warehouse.catalog;

/**
 * A thing to know before a column is used; an entry of {@code warehouse/usage_warnings.yml}.
 *
 * @param code such as {@code part_year}, unique
 * @param meaning what can go wrong, a sentence
 * @param remedy what to do about it, a sentence
 */
public record UsageWarning(String code, String meaning, String remedy) {}
