package org.fazhi.warehouse.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fazhi.warehouse.mutation.SqlToken.Kind;
import org.fazhi.warehouse.store.SqlFile;

/**
 * Puts every small fault of a fixed set into an SQL file, one at a time: a branch of a UNION blinded, an arm of a condition
 * dropped, a comparison flipped, an order reversed or shortened, NULL taken for its contrary, min for max, a bound moved, a
 * word misspelt, an outer join made inner, DISTINCT or a key of a partition dropped. Rows of VALUES and comments stay.
 */
final class SqlMutator {

    private static final Set<String> BOUNDARIES = Set.of(
            "AND", "OR", "WHERE", "ON", "HAVING", "WHEN", "THEN", "ELSE", "SELECT", "FROM", "BY", "AS", "JOIN", "LEFT",
            "FULL", "CROSS", "ANTI", "GROUP", "ORDER", "UNION", "LIMIT", "WINDOW", "USING", "SET", ",", ";");

    private static final Map<String, String> FLIPS =
            Map.of(">", ">=", ">=", ">", "<", "<=", "<=", "<", "=", "<>", "<>", "=", "+", "-", "-", "+");

    private static final Map<String, String> CONTRARIES = Map.of(
            "MIN",
            "max",
            "MAX",
            "min",
            "ARG_MIN",
            "arg_max",
            "ARG_MAX",
            "arg_min",
            "LEAST",
            "greatest",
            "GREATEST",
            "least",
            "BOOL_OR",
            "bool_and",
            "LIST_SORT",
            "list_reverse_sort");

    private final String path;
    private final String sql;
    private final List<SqlToken> tokens;
    private final List<SqlMutant> mutants = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    private SqlMutator(SqlFile file) {
        path = file.path();
        // Comments on columns are prose.
        int comments = file.text().indexOf("\nCOMMENT ON");
        sql = file.text();
        tokens = SqlToken.of(comments < 0 ? sql : sql.substring(0, comments));
    }

    static List<SqlMutant> of(SqlFile file) {
        SqlMutator mutator = new SqlMutator(file);
        for (int i = 0; i < mutator.tokens.size(); i++) {
            mutator.mutate(i);
        }
        mutator.arms();
        return mutator.mutants;
    }

    private void mutate(int i) {
        SqlToken token = tokens.get(i);
        if (token.inValues()) {
            return;
        }
        switch (token.kind()) {
            case NUMBER -> number(i);
            case STRING -> {
                if (!is(i + 1, ":")) {
                    replace("word", i, i, misspelt(token.text()));
                }
            }
            case SIGN -> {
                String flipped = FLIPS.get(token.text());
                if (flipped != null && !(token.text().equals("=") && isAssignment(i))) {
                    replace("flip", i, i, flipped);
                }
            }
            case WORD -> word(i);
        }
    }

    /** The last letter another: a word, a pattern and a set of letters all change their meaning. */
    private static String misspelt(String literal) {
        boolean endsInLetter = literal.length() > 2 && !literal.endsWith("'" + "''");
        return literal.substring(0, literal.length() - (endsInLetter ? 2 : 1)) + "~'";
    }

    private void number(int i) {
        String number = tokens.get(i).text();
        if (is(i - 2, "DECIMAL") || is(i - 4, "DECIMAL") || !number.matches("\\d+")) {
            return;
        }
        long value = Long.parseLong(number);
        replace("bound", i, i, Long.toString(value + 1));
        if (value > 1) {
            replace("bound", i, i, Long.toString(value * 10));
        }
    }

    private void word(int i) {
        String word = tokens.get(i).text().toUpperCase(Locale.ROOT);
        if (CONTRARIES.containsKey(word) && is(i + 1, "(")) {
            replace("contrary", i, i, CONTRARIES.get(word));
        }
        switch (word) {
            case "IS" -> negate(i, i + 1);
            case "IN", "EXISTS" -> {
                if (is(i - 1, "NOT")) {
                    replace("negate", i - 1, i, word);
                } else {
                    replace("negate", i, i, "NOT " + word);
                }
            }
            case "NOT" -> {
                if (!is(i + 1, "IN", "EXISTS", "NULL", "DISTINCT")) {
                    replace("negate", i, i, "");
                }
            }
            case "ANTI" -> replace("negate", i, i, "SEMI");
            case "DISTINCT" -> {
                if (!is(i - 1, "IS", "NOT")) {
                    replace("distinct", i, i, "");
                }
            }
            case "LEFT" -> {
                if (is(i + 1, "JOIN")) {
                    replace("join", i, i, "");
                }
            }
            case "FULL" -> replace("join", i, i, "LEFT");
            case "ORDER" -> list(i + 2, true);
            case "PARTITION" -> list(i + 2, false);
            case "UNION" -> union(i);
            case "WHERE", "HAVING" -> {
                int end = armEnd(i + 1);
                if (!is(end + 1, "AND", "OR")) {
                    replace("arm", i + 1, end, "true");
                }
            }
            case "WHEN" -> {
                int end = armEnd(i + 1);
                if (is(end + 1, "THEN")) {
                    replace("arm", i + 1, end, "false");
                }
            }
            default -> {}
        }
    }

    private void negate(int is, int next) {
        if (is(next, "NOT")) {
            replace("negate", is, next, "IS");
        } else {
            replace("negate", is, is, "IS NOT");
        }
    }

    /** The terms of ORDER BY or PARTITION BY: each reversed, and each left out where another stays. */
    private void list(int first, boolean isOrder) {
        int depth = tokens.get(first).depth();
        int start = first;
        boolean isAlone = true;
        for (int i = first; i <= tokens.size(); i++) {
            boolean isEnd = i == tokens.size()
                    || tokens.get(i).depth() < depth
                    || (tokens.get(i).depth() == depth && tokens.get(i).is(";", "LIMIT", "ORDER", "UNION"));
            boolean isComma =
                    !isEnd && tokens.get(i).depth() == depth && tokens.get(i).is(",");
            if (!isEnd && !isComma) {
                continue;
            }
            if (isOrder) {
                if (is(i - 1, "DESC")) {
                    replace("order", i - 1, i - 1, "");
                } else {
                    replace("order", i - 1, i - 1, tokens.get(i - 1).text() + " DESC");
                }
            }
            if (isComma) {
                replace("term", start, i, "");
            } else if (!isAlone) {
                replace("term", start - 1, i - 1, "");
            }
            isAlone = false;
            start = i + 1;
            if (isEnd) {
                return;
            }
        }
    }

    private void union(int at) {
        int depth = tokens.get(at).depth();
        int start = at - 1;
        while (start >= 0 && tokens.get(start).depth() >= depth && !isAt(start, depth, "UNION", ";")) {
            start--;
        }
        boolean isFirst = !isAt(start, depth, "UNION");
        start++;
        while (!isAt(start, depth, "SELECT", "FROM")) {
            start++;
        }
        if (isFirst) {
            blind(start, at - 1);
        }
        int after = at + (is(at + 1, "ALL") ? 2 : 1);
        int end = after;
        while (end < tokens.size() && tokens.get(end).depth() >= depth && !isAt(end, depth, "UNION", ";", "ORDER")) {
            end++;
        }
        blind(after, end - 1);
    }

    private void blind(int first, int last) {
        String branch =
                sql.substring(tokens.get(first).start(), tokens.get(last).end());
        replace("branch", first, last, "SELECT * FROM (" + branch + ") AS blinded WHERE false");
    }

    /** Every operand of AND and OR. */
    private void arms() {
        Map<Integer, int[]> found = new TreeMap<>();
        Map<Integer, Boolean> isAnd = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("AND", "OR") || isOfBetween(i)) {
                continue;
            }
            boolean and = tokens.get(i).is("AND");
            for (int[] arm : List.of(new int[] {armStart(i - 1), i - 1}, new int[] {i + 1, armEnd(i + 1)})) {
                found.put(arm[0], arm);
                isAnd.merge(arm[0], and, Boolean::logicalOr);
            }
        }
        found.forEach((start, arm) -> replace("arm", arm[0], arm[1], isAnd.get(start) ? "true" : "false"));
    }

    private int armStart(int last) {
        int depth = tokens.get(last).depth();
        int at = last;
        while (at > 0 && tokens.get(at - 1).depth() >= depth && !isBoundary(at - 1, depth)) {
            at--;
        }
        return at;
    }

    private int armEnd(int first) {
        int depth = tokens.get(first).depth();
        int at = first;
        while (at + 1 < tokens.size() && tokens.get(at + 1).depth() >= depth && !isBoundary(at + 1, depth)) {
            at++;
        }
        return at;
    }

    private boolean isBoundary(int i, int depth) {
        SqlToken token = tokens.get(i);
        return token.depth() == depth
                && token.kind() != Kind.STRING
                && BOUNDARIES.contains(token.text().toUpperCase(Locale.ROOT))
                && !(token.is("LEFT") && is(i + 1, "("))
                && !(token.is("FROM") && is(i - 1, "DISTINCT"))
                && !(token.is("AND") && isOfBetween(i));
    }

    private boolean isOfBetween(int and) {
        int depth = tokens.get(and).depth();
        for (int i = and - 1; i >= 0 && tokens.get(i).depth() >= depth; i--) {
            if (isAt(i, depth, "BETWEEN")) {
                return true;
            }
            if (isAt(i, depth, "AND", "OR", "WHERE", "ON")) {
                return false;
            }
        }
        return false;
    }

    private boolean isAssignment(int equals) {
        int depth = tokens.get(equals).depth();
        for (int i = equals - 1; i >= 0 && tokens.get(i).depth() >= depth; i--) {
            if (isAt(i, depth, "SET")) {
                return true;
            }
            if (isAt(i, depth, "WHERE", "ON", "SELECT", "AND", "OR", "HAVING", ";")) {
                return false;
            }
        }
        return false;
    }

    private boolean isAt(int i, int depth, String... words) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).depth() == depth
                && tokens.get(i).is(words);
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(words);
    }

    private void replace(String operator, int first, int last, String replacement) {
        int start = tokens.get(first).start();
        int end = tokens.get(last).end();
        String text = sql.substring(0, start) + replacement + sql.substring(end);
        String label = operator + " " + around(first, last, operator.equals("branch") ? "nothing" : replacement);
        int count = labels.merge(label, 1, Integer::sum);
        mutants.add(new SqlMutant(path, count == 1 ? label : label + " #" + count, text));
    }

    private String around(int first, int last, String replacement) {
        String before = shown(Math.max(0, first - 4), first - 1);
        String changed = shown(first, last);
        String after = shown(last + 1, Math.min(tokens.size() - 1, last + 3));
        return before + " [" + shortened(changed) + " -> " + shortened(replacement) + "] " + after;
    }

    private static String shortened(String code) {
        return code.length() <= 70 ? code : code.substring(0, 50) + "…" + code.substring(code.length() - 18);
    }

    private String shown(int first, int last) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(i == first ? "" : " ").append(tokens.get(i).text());
        }
        return words.toString();
    }
}
