package org.fazhi.reading.strip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The string literals of a script or of JSON, unescaped, with the keys and objects they stand under. One walk, without
 * recursion and without a grammar: what it cannot make sense of it passes over. A literal that a {@code +} joins to the one
 * before is one with it.
 */
final class ScriptStrings {

    /** Literals kept of one script; the state of a page has some thousands. */
    private static final int MOST = 20_000;

    /** Objects nested deeper than this count as the one at this depth. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_KEY = 80;

    /**
     * One literal.
     *
     * @param object number of the innermost object or array it stands in
     * @param key the name before its colon; empty where it has none
     */
    record Literal(int object, String key, String value) {}

    private final String script;
    private final List<Literal> literals = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int objects;
    private int at;
    private String key = "";
    private String word = "";
    private boolean isAfterLiteral;
    private boolean joins;

    /** The last literal, to which another may be joined. */
    private final StringBuilder pending = new StringBuilder();

    private int pendingObject = -1;
    private String pendingKey = "";

    private ScriptStrings(String script) {
        this.script = script;
        open.push(0);
    }

    static List<Literal> in(String script) {
        ScriptStrings strings = new ScriptStrings(script);
        strings.run();
        return strings.literals;
    }

    private void run() {
        while (at < script.length() && literals.size() < MOST) {
            char c = script.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                literal(c);
            } else if (c == '/' && (starts("//") || starts("/*"))) {
                comment();
            } else {
                sign(c);
                at++;
            }
        }
        flush();
    }

    private boolean starts(String sign) {
        return script.startsWith(sign, at);
    }

    private void comment() {
        int end = script.indexOf(starts("//") ? "\n" : "*/", at + 2);
        at = end < 0 ? script.length() : end + 1;
    }

    private void sign(char c) {
        if (Character.isWhitespace(c)) {
            return;
        }
        joins = c == '+' && isAfterLiteral;
        isAfterLiteral = false;
        if (Character.isJavaIdentifierPart(c)) {
            word = word.length() < LONGEST_KEY ? word + c : word;
            return;
        }
        // What is joined keeps the key of its first part.
        key = c == ':' ? word : "";
        word = "";
        if (c == '{' || c == '[') {
            objects++;
            if (open.size() < DEEPEST) {
                open.push(objects);
            }
        } else if ((c == '}' || c == ']') && open.size() > 1) {
            open.pop();
        }
    }

    /** A literal in quotation marks ends with its line; one that does not is none. */
    private void literal(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == quote) {
                at++;
                add(value.toString());
                return;
            }
            if (c == '\n' && quote != '`') {
                return;
            }
            at++;
            if (c == '\\' && at < script.length()) {
                escape(value);
            } else {
                value.append(c);
            }
        }
    }

    private void add(String value) {
        if (!joins) {
            flush();
            pendingObject = open.getFirst();
            pendingKey = key;
        }
        pending.append(value);
        word = value.length() <= LONGEST_KEY ? value : "";
        joins = false;
        isAfterLiteral = true;
    }

    private void flush() {
        if (pendingObject >= 0) {
            literals.add(new Literal(pendingObject, pendingKey, pending.toString()));
        }
        pending.setLength(0);
    }

    private void escape(StringBuilder value) {
        char escaped = script.charAt(at);
        at++;
        switch (escaped) {
            case 'n', 'r' -> value.append('\n');
            case 't' -> value.append('\t');
            case '\n' -> {}
            case 'u' -> code(value, 4);
            case 'x' -> code(value, 2);
            default -> value.append(escaped);
        }
    }

    private void code(StringBuilder value, int digits) {
        int end = at + digits;
        if (end <= script.length() && script.substring(at, end).matches("[0-9A-Fa-f]+")) {
            value.append((char) Integer.parseInt(script.substring(at, end), 16));
            at = end;
        }
    }
}
