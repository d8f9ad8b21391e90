package org.fazhi.harvest.fetch;

/**
 * Bytes decoded to text.
 *
 * @param charset IANA name of the encoding that was chosen
 * @param reason what decided: {@code bom}, {@code header_and_meta}, {@code header}, {@code meta}, {@code strict_utf8},
 *     {@code ascii}, {@code damaged_utf8} or {@code fallback}
 * @param replaced characters that could not be decoded and stand as U+FFFD
 */
public record DecodedText(String text, String charset, String reason, int replaced) {}
