package org.fazhi.harvest.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * A script cut into what stands in it: texts, numbers, names and marks, without its comments. Nothing is run and nothing is
 * worked out. One pass, and no more than {@link #MOST_TOKENS} tokens: what a longer script says further down is not read.
 */
final class ScriptTokens {

    private static final int MOST_TOKENS = 200_000;

    /** A pattern may follow these, and only a division follows anything else. */
    private static final String BEFORE_PATTERN = "(=,:!&|?{};[+";

    /** What a token is. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A name with the names after its dots: {@code location.href}. */
        NAME,
        MARK
    }

    /** @param text of a text what it says, without its quotes */
    record Token(Kind kind, String text) {

        boolean isMark(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }

        boolean isName(String name) {
            return kind == Kind.NAME && text.equals(name);
        }

        boolean isLiteral() {
            return kind == Kind.TEXT || kind == Kind.NUMBER;
        }
    }

    private static final Token NOTHING = new Token(Kind.MARK, "");

    private final String script;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ScriptTokens(String script) {
        this.script = script;
    }

    static List<Token> of(String script) {
        ScriptTokens cut = new ScriptTokens(script);
        while (cut.at < script.length() && cut.tokens.size() < MOST_TOKENS) {
            cut.step();
        }
        return cut.tokens;
    }

    /** The token there, or one that is nothing. */
    static Token get(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    private void step() {
        char first = script.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (script.startsWith("//", at)) {
            at = end(script.indexOf('\n', at));
        } else if (script.startsWith("/*", at)) {
            at = end(script.indexOf("*/", at + 2)) + 2;
        } else if (first == '"' || first == '\'') {
            quoted(first);
        } else if (first == '`') {
            template();
        } else if (first == '/' && mayBePattern()) {
            pattern();
        } else if (first >= '0' && first <= '9') {
            int from = at;
            while (at < script.length() && Character.isLetterOrDigit(script.charAt(at))) {
                at++;
            }
            add(Kind.NUMBER, script.substring(from, at));
        } else if (Character.isJavaIdentifierStart(first)) {
            int from = at;
            while (at < script.length() && (isPart(script.charAt(at)) || isDot())) {
                at++;
            }
            add(Kind.NAME, script.substring(from, at));
        } else {
            add(Kind.MARK, String.valueOf(first));
            at++;
        }
    }

    private int end(int found) {
        return found < 0 ? script.length() : found;
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private static boolean isPart(char letter) {
        return Character.isJavaIdentifierPart(letter) && !Character.isIdentifierIgnorable(letter);
    }

    private boolean isDot() {
        return script.charAt(at) == '.'
                && at + 1 < script.length()
                && Character.isJavaIdentifierStart(script.charAt(at + 1));
    }

    private boolean mayBePattern() {
        Token before = get(tokens, tokens.size() - 1);
        return tokens.isEmpty() || before.kind() == Kind.MARK && BEFORE_PATTERN.contains(before.text());
    }

    private void pattern() {
        boolean isInClass = false;
        for (at++; at < script.length(); at++) {
            char letter = script.charAt(at);
            if (letter == '\n') {
                return;
            }
            if (letter == '\\') {
                at++;
            } else if (letter == '/' && !isInClass) {
                at++;
                return;
            } else {
                isInClass = letter == '[' || isInClass && letter != ']';
            }
        }
    }

    private void quoted(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; at < script.length() && script.charAt(at) != quote && script.charAt(at) != '\n'; at++) {
            letter(text);
        }
        at++;
        add(Kind.TEXT, text.toString());
    }

    /** {@code `index_${n}.html`} is read as {@code 'index_' + (n) + '.html'}. */
    private void template() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < script.length() && script.charAt(at) != '`') {
            if (script.startsWith("${", at)) {
                add(Kind.TEXT, text.toString());
                text.setLength(0);
                add(Kind.MARK, "+");
                add(Kind.MARK, "(");
                at += 2;
                while (at < script.length() && script.charAt(at) != '}' && tokens.size() < MOST_TOKENS) {
                    char next = script.charAt(at);
                    if (next == '`' || next == '"' || next == '\'') {
                        add(Kind.MARK, String.valueOf(next));
                        at++;
                    } else {
                        step();
                    }
                }
                add(Kind.MARK, ")");
                add(Kind.MARK, "+");
            } else {
                letter(text);
            }
            at++;
        }
        at++;
        add(Kind.TEXT, text.toString());
    }

    /** Adds the letter at the place; an escaped one as what it stands for. */
    private void letter(StringBuilder text) {
        char letter = script.charAt(at);
        if (letter != '\\' || at + 1 >= script.length()) {
            text.append(letter);
            return;
        }
        char escaped = script.charAt(++at);
        switch (escaped) {
            case 'n', 'r', 't', '\n', '\r' -> text.append(' ');
            case 'x' -> code(text, 2);
            case 'u' -> code(text, 4);
            default -> text.append(escaped);
        }
    }

    private void code(StringBuilder text, int digits) {
        int value = 0;
        for (int i = 1; i <= digits; i++) {
            int digit = at + i < script.length() ? Character.digit(script.charAt(at + i), 16) : -1;
            if (digit < 0) {
                return;
            }
            value = value * 16 + digit;
        }
        at += digits;
        text.append((char) value);
    }
}
