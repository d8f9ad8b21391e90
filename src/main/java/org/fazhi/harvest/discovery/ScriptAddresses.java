package org.fazhi.harvest.discovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.harvest.discovery.ScriptAddress.Part;
import org.fazhi.harvest.discovery.ScriptAddress.Use;
import org.fazhi.harvest.discovery.ScriptTokens.Kind;
import org.fazhi.harvest.discovery.ScriptTokens.Token;

/** Finds the addresses that a script puts together; see {@link ScriptAddress}. Read from literal texts, nothing is run. */
final class ScriptAddresses {

    private static final int MOST = 200;
    private static final int MOST_PARTS = 20;
    private static final int MOST_PARAMETERS = 10;
    private static final int MOST_DEPTH = 200;
    private static final int LONGEST = 1_500;

    private static final Pattern PLACE =
            Pattern.compile("(?:(?:window|self|top|parent|document|this)\\.){0,3}location(?:\\.href)?");
    private static final Pattern GO =
            Pattern.compile("(?:(?:window|self|top|parent)\\.){0,3}(?:location\\.(?:assign|replace)|open)");
    private static final Pattern ASK = Pattern.compile("(?:[\\w$.]{0,40}\\.)?(?:load|get|getJSON|fetch|ajax|request)");
    private static final Pattern ADDRESS_NAME =
            Pattern.compile("(?i)(?:[\\w$]{0,20}\\.)?[\\w$]{0,20}(?:url|href|link)");
    private static final Pattern NUMBER_OF =
            Pattern.compile("parseInt|Number|String|encodeURI|encodeURIComponent|escape|parseFloat");

    /** A function whose body is being read. */
    private record Body(String name, List<String> parameters, int depth) {}

    private final List<Token> tokens;
    private final Map<String, String> constants = new HashMap<>();
    private final List<ScriptAddress> addresses = new ArrayList<>();
    private final Deque<Body> bodies = new ArrayDeque<>();
    private int depth;

    private ScriptAddresses(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<ScriptAddress> of(List<Token> tokens) {
        ScriptAddresses found = new ScriptAddresses(tokens);
        found.readConstants();
        int at = 0;
        while (at < tokens.size() && found.addresses.size() < MOST && found.depth < MOST_DEPTH) {
            at = found.step(at);
        }
        return List.copyOf(found.addresses);
    }

    private Token token(int at) {
        return ScriptTokens.get(tokens, at);
    }

    /** Names that are given a text or number once, and nothing else anywhere. */
    private void readConstants() {
        Set<String> several = new HashSet<>();
        for (int at = 0; at + 2 < tokens.size(); at++) {
            String mark = token(at + 1).text();
            boolean isCounted = token(at).kind() == Kind.NAME
                    && (mark.equals("+") || mark.equals("-"))
                    && (token(at + 2).isMark(mark) || token(at + 2).isMark("="));
            if (isCounted) {
                several.add(token(at).text());
                constants.remove(token(at).text());
            }
            boolean isGiven = token(at).kind() == Kind.NAME
                    && token(at + 1).isMark("=")
                    && !token(at + 2).isMark("=")
                    && !several.contains(token(at).text());
            if (isGiven) {
                String name = token(at).text();
                Token after = token(at + 3);
                boolean isWhole = token(at + 2).isLiteral()
                        && (after.isMark(";")
                                || after.isMark(",")
                                || after.kind() == Kind.NAME
                                || after.text().isEmpty());
                if (!isWhole || constants.containsKey(name)) {
                    several.add(name);
                    constants.remove(name);
                } else {
                    constants.put(name, token(at + 2).text());
                }
            }
        }
    }

    private int step(int at) {
        Token token = token(at);
        if (token.isName("function")) {
            return function(at);
        }
        if (token.isMark("{")) {
            depth++;
        } else if (token.isMark("}")) {
            depth--;
            while (!bodies.isEmpty() && bodies.peek().depth() > depth) {
                bodies.pop();
            }
        }
        Optional<Use> use = use(at);
        if (use.isPresent()) {
            // A place is given to another by two marks at most: location.href = , url: , load( .
            read(at + 1, use.get());
        }
        return at + 1;
    }

    /** What is done with what stands after the mark there. */
    private Optional<Use> use(int at) {
        Token mark = token(at);
        Token before = token(at - 1);
        if (mark.isName("return")) {
            return Optional.of(Use.GO);
        }
        if (before.kind() != Kind.NAME && !(mark.isMark(":") && before.kind() == Kind.TEXT)) {
            return Optional.empty();
        }
        String name = before.text();
        if (mark.isMark("=") && !token(at + 1).isMark("=")) {
            boolean isPlace =
                    PLACE.matcher(name).matches() || ADDRESS_NAME.matcher(name).matches();
            return isPlace ? Optional.of(Use.GO) : Optional.empty();
        }
        if (mark.isMark("(")) {
            return GO.matcher(name).matches()
                    ? Optional.of(Use.GO)
                    : ASK.matcher(name).matches() ? Optional.of(Use.LOAD) : Optional.empty();
        }
        return mark.isMark(":") && ADDRESS_NAME.matcher(name).matches() ? Optional.of(Use.LOAD) : Optional.empty();
    }

    /** {@code function go(n) {}}, {@code go = function (n) {}}, {@code go: function (n) {}}. */
    private int function(int at) {
        int open = token(at + 1).kind() == Kind.NAME ? at + 2 : at + 1;
        boolean isGiven = token(at - 1).isMark("=") || token(at - 1).isMark(":");
        String name =
                open == at + 2 ? token(at + 1).text() : isGiven ? token(at - 2).text() : "";
        List<String> parameters = new ArrayList<>();
        int next = open + 1;
        while (parameters.size() < MOST_PARAMETERS && token(next).kind() == Kind.NAME) {
            parameters.add(token(next).text());
            next += token(next + 1).isMark(",") ? 2 : 1;
        }
        if (!token(open).isMark("(")
                || !token(next).isMark(")")
                || !token(next + 1).isMark("{")) {
            return at + 1;
        }
        depth++;
        bodies.push(new Body(name.substring(name.lastIndexOf('.') + 1), parameters, depth));
        return next + 2;
    }

    /** Reads what is put together from there on. */
    private void read(int from, Use use) {
        List<Part> parts = new ArrayList<>();
        int length = 0;
        int at = from;
        boolean goesOn = true;
        while (goesOn) {
            Token token = token(at);
            if (token.isLiteral()) {
                parts.add(Part.text(token.text()));
                length += token.text().length();
                at++;
            } else {
                int end = name(at, parts);
                if (end == at) {
                    return;
                }
                at = end;
            }
            goesOn = token(at).isMark("+");
            at++;
            if (parts.size() > MOST_PARTS || length > LONGEST) {
                return;
            }
        }
        // A condition or a call that goes on is no address.
        boolean isEnd = !token(at - 1).isMark(".")
                && !token(at - 1).isMark("?")
                && !token(at - 1).isMark("[");
        boolean isAddress = parts.stream().anyMatch(part -> !part.isName() && ElementLabel.isAddressPart(part.text()));
        if (isEnd && isAddress) {
            addresses.add(new ScriptAddress(use, functionName(), parts));
        }
    }

    private String functionName() {
        return bodies.stream()
                .map(Body::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A name, a name in brackets with a number added or taken, or a name made a number; where it ends. */
    private int name(int at, List<Part> parts) {
        if (token(at).kind() == Kind.NAME && token(at + 1).isMark("(")) {
            return NUMBER_OF.matcher(token(at).text()).matches() ? bracket(at + 2, at, parts) : at;
        }
        if (token(at).isMark("(")) {
            return bracket(at + 1, at, parts);
        }
        if (token(at).kind() != Kind.NAME || token(at + 1).isMark("[")) {
            return at;
        }
        parts.add(part(token(at).text(), 0));
        return at + 1;
    }

    private int bracket(int at, int start, List<Part> parts) {
        if (token(at).kind() == Kind.NAME && token(at + 1).isMark("(")) {
            int end = name(at, parts);
            return end > at && token(end).isMark(")") ? end + 1 : start;
        }
        if (token(at).kind() != Kind.NAME) {
            return start;
        }
        String name = token(at).text();
        if (token(at + 1).isMark(")")) {
            parts.add(part(name, 0));
            return at + 2;
        }
        boolean isMore = token(at + 1).isMark("+");
        boolean isSum = (isMore || token(at + 1).isMark("-"))
                && token(at + 2).text().equals("1")
                && token(at + 2).kind() == Kind.NUMBER
                && token(at + 3).isMark(")");
        if (!isSum) {
            return start;
        }
        parts.add(part(name, isMore ? 1 : -1));
        return at + 4;
    }

    private Part part(String name, int offset) {
        for (Body body : bodies) {
            int parameter = body.parameters().indexOf(name);
            if (parameter >= 0) {
                return new Part(name, true, body.name().equals(functionName()) ? parameter : -1, offset);
            }
        }
        String constant = constants.get(name);
        return constant != null && offset == 0 ? Part.text(constant) : new Part(name, true, -1, offset);
    }
}
