package org.fazhi.reading.strip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an official document: the issuing body's code, the year, the serial, such as 惠政文〔2023〕8号. GB/T
 * 9704-2012 §7.2.5 asks for hexagonal brackets; pages print every other kind too. Normalized to the standard's form.
 */
public final class DocumentNumber {

    private static final String BLANK = "[\\s\\u00A0\\u3000]{0,4}";
    private static final Pattern NUMBER = Pattern.compile("(\\p{IsHan}{2,14}?)" + BLANK + "[〔\\[【（(﹝［〈<]" + BLANK
            + "((?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2})" + BLANK + "年?" + BLANK + "[〕\\]】）)﹞］〉>]" + BLANK + "第?" + BLANK
            + "([0-9０-９]{1,5})" + BLANK + "号");

    private DocumentNumber() {}

    /** The first document number in the text. */
    public static Optional<String> find(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(normal(matcher)) : Optional.empty();
    }

    /** The document number that opens the text, as on the number's own line above the title. */
    public static Optional<String> atStart(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? Optional.of(normal(matcher)) : Optional.empty();
    }

    private static String normal(Matcher matcher) {
        return matcher.group(1) + "〔" + digits(matcher.group(2)) + "〕" + digits(matcher.group(3)) + "号";
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            digits.setCharAt(i, (char) ('0' + Character.digit(digits.charAt(i), 10)));
        }
        return digits.toString();
    }
}
