package org.fazhi.warehouse.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One token of DuckDB's SQL as {@code warehouse/} uses it; blanks and comments are none.
 *
 * @param start in the text, in UTF-16 units, as {@code end}
 * @param depth how many brackets and CASE … END enclose it; the brackets themselves stand outside
 * @param inValues within the rows of a VALUES list
 */
record SqlToken(Kind kind, String text, int start, int end, int depth, boolean inValues) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN
    }

    /** True for one of the words, whatever their case. */
    boolean is(String... words) {
        for (String word : words) {
            if (kind != Kind.STRING && text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private static final List<String> LONG_SIGNS = List.of("<>", "<=", ">=", "!=", "||", "::", "->");

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int depth = 0;
        int valuesDepth = -1;
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = at + 1;
            Kind kind = Kind.SIGN;
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            } else if (sql.startsWith("--", at)) {
                int line = sql.indexOf('\n', at);
                at = line < 0 ? sql.length() : line;
                continue;
            } else if (c == '\'' || c == '"') {
                kind = c == '\'' ? Kind.STRING : Kind.WORD;
                end = closing(sql, at, c);
            } else if (Character.isDigit(c)) {
                kind = Kind.NUMBER;
                end = run(sql, at, true);
            } else if (Character.isLetter(c) || c == '_') {
                kind = Kind.WORD;
                end = run(sql, at, false);
            } else if (at + 2 <= sql.length() && LONG_SIGNS.contains(sql.substring(at, at + 2))) {
                end = at + 2;
            }
            String text = sql.substring(at, end);
            String word = kind == Kind.STRING ? "" : text.toUpperCase(Locale.ROOT);
            if (word.equals(")") || word.equals("]") || word.equals("}") || word.equals("END")) {
                depth--;
            }
            if (depth < valuesDepth || word.equals(";")) {
                valuesDepth = -1;
            }
            tokens.add(new SqlToken(kind, text, at, end, depth, valuesDepth >= 0 && depth > valuesDepth));
            if (word.equals("VALUES")) {
                valuesDepth = depth;
            }
            if (word.equals("(") || word.equals("[") || word.equals("{") || word.equals("CASE")) {
                depth++;
            }
            at = end;
        }
        return tokens;
    }

    private static int closing(String sql, int open, char quote) {
        int at = open + 1;
        while (true) {
            int end = sql.indexOf(quote, at);
            if (end < 0) {
                throw new IllegalArgumentException("expected a closing " + quote + ", got " + sql.substring(open));
            }
            if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                return end + 1;
            }
            at = end + 2;
        }
    }

    private static int run(String sql, int start, boolean isNumber) {
        int end = start;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            boolean goesOn = Character.isLetterOrDigit(c) || c == '_' || (isNumber && c == '.');
            if (!goesOn) {
                break;
            }
            end++;
        }
        return end;
    }
}
