package org.fazhi.harvest.archive;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds the length of a body against its Content-Length header (RFC 9110 §8.6), which counts encoded bytes. */
final class BodyLength {

    /** WARC/1.1 §5.13: length, time, disconnect or unspecified; others are used too. */
    static final String TRUNCATED = "WARC-Truncated";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private BodyLength() {}

    /** Why the length is not the one stated; one that is stated as no number is not either. */
    static Optional<String> other(List<String> stated, int length) {
        return numbers(stated)
                .filter(numbers -> !numbers.stream()
                        .allMatch(number -> NUMBER.matcher(number).matches()
                                && new BigInteger(number).equals(BigInteger.valueOf(length))))
                .map(numbers -> message(numbers, length));
    }

    /** Why the length is less than stated. */
    static Optional<String> shorter(List<String> stated, int length) {
        return numbers(stated)
                .filter(numbers -> numbers.stream()
                        .anyMatch(number -> NUMBER.matcher(number).matches()
                                && new BigInteger(number).compareTo(BigInteger.valueOf(length)) > 0))
                .map(numbers -> message(numbers, length));
    }

    /** The values, since one header may be sent several times or hold a list; empty where none is stated. */
    private static Optional<List<String>> numbers(List<String> stated) {
        List<String> numbers = stated.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        return Optional.of(numbers).filter(values -> !values.isEmpty());
    }

    private static String message(List<String> stated, int length) {
        return "expected " + String.join(", ", stated) + " bytes as Content-Length says, got " + length;
    }
}
