package org.fazhi.app.cli;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes text from outside fit for a terminal: control characters could move the cursor or forge lines. */
final class Terminal {

    private Terminal() {}

    /** Keeps what libraries log off the terminal; a night sets up its own log file afterwards. */
    static void quietLogs() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }

    /** A line a message, each of one line whatever it quotes. */
    static String lines(List<String> messages) {
        return messages.stream().map(Terminal::plain).collect(Collectors.joining(System.lineSeparator()));
    }

    static String clip(String text, int length) {
        String plain = plain(text);
        return plain.length() <= length ? plain : plain.substring(0, length) + "…";
    }
}
