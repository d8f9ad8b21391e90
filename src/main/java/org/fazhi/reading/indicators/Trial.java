package org.fazhi.reading.indicators;

/**
 * How one rule fared with one figure, for {@code check --explain}.
 *
 * @param rule the rule's id
 * @param code the indicator it would have given
 * @param fits whether all its conditions held
 * @param score what it weighed against the others that fit; 0 where it does not
 * @param reason the words that decided, or the first condition that failed
 */
public record Trial(String rule, String code, boolean fits, double score, String reason) {}
