package org.fazhi.reading.strip;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Raised and lowered digits as the characters Unicode has for them, so that a footnote mark beside a number stays what it
 * is: 251<sup>1</sup>件 is 251¹件 and not 2511件, 3500m<sup>2</sup> is 3500m².
 */
final class SmallDigits {

    enum Script {
        RAISED,
        LOWERED
    }

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private static final StyleValues RAISING =
            new StyleValues("vertical-align\\s*:\\s*(?:super|text-top)", "vertical-align");
    private static final StyleValues LOWERING = new StyleValues("vertical-align\\s*:\\s*sub\\b", "vertical-align");

    private SmallDigits() {}

    /** How the element sets its text, where it does so apart from the line. */
    static Optional<Script> scriptOf(Element element, String name) {
        if (name.equals("sup")) {
            return Optional.of(Script.RAISED);
        }
        if (name.equals("sub")) {
            return Optional.of(Script.LOWERED);
        }
        if (element.attributesSize() == 0) {
            return Optional.empty();
        }
        String style = element.attributes().get("style");
        if (RAISING.matches(style)) {
            return Optional.of(Script.RAISED);
        }
        return LOWERING.matches(style) ? Optional.of(Script.LOWERED) : Optional.empty();
    }

    static char of(char c, Script script) {
        return c >= '0' && c <= '9' ? (script == Script.RAISED ? RAISED : LOWERED).charAt(c - '0') : c;
    }
}
