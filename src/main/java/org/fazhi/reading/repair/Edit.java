package org.fazhi.reading.repair;

import org.fazhi.text.Span;

/**
 * One change a rule asks for.
 *
 * @param span into the text the rule was given
 * @param replacement of the same length, character for character, or of any other length as a whole
 */
record Edit(Span span, String replacement) {

    static Edit remove(int start, int end) {
        return new Edit(new Span(start, end), "");
    }
}
