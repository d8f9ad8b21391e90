package org.fazhi.harvest.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.discovery.ScriptTokens.Token;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Puts in its place what a script writes into the page by {@code document.write} of nothing but texts. A script that writes
 * anything else is left as it is: its rows are not known.
 */
final class WrittenRows {

    private static final int MOST_SCRIPTS = 2_000;
    private static final int LONGEST = 500_000;
    private static final int MOST_TEXTS = 1_000;

    private WrittenRows() {}

    /** The scripts whose rows are shown now. */
    static List<String> show(Document document) {
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (Element script :
                document.select("script").stream().limit(MOST_SCRIPTS).toList()) {
            boolean isWriting = script.data().contains("document.write");
            length += isWriting ? script.data().length() : 0;
            if (isWriting && length <= LONGEST) {
                written(script.data()).filter(text -> text.contains("<a ")).ifPresent(text -> {
                    put(script, text);
                    shown.add(script.data());
                });
            }
        }
        return shown;
    }

    private static void put(Element script, String text) {
        Node before = script;
        String around =
                Optional.ofNullable(script.parent()).map(Element::normalName).orElse("");
        // Rows of a table would be lost outside of one.
        boolean isTable = around.equals("table") || around.equals("tbody");
        Element body = Jsoup.parseBodyFragment(isTable ? "<table>" + text + "</table>" : text)
                .body();
        for (Node node : List.copyOf(body.childNodes())) {
            before.after(node);
            before = node;
        }
        script.remove();
    }

    /** All that the script writes, one after the other. */
    private static Optional<String> written(String script) {
        List<Token> tokens = ScriptTokens.of(script);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            boolean isWrite =
                    tokens.get(at).isName("document.write") || tokens.get(at).isName("document.writeln");
            if (isWrite) {
                int end = texts(tokens, at + 1, text);
                if (end < 0) {
                    return Optional.empty();
                }
                at = end;
            } else if (tokens.get(at).isName("for") || tokens.get(at).isName("while")) {
                // How often is not known.
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    /** Adds texts joined by + or commas between brackets; the place of the last bracket, or -1 where something else stands there. */
    private static int texts(List<Token> tokens, int open, StringBuilder text) {
        if (!ScriptTokens.get(tokens, open).isMark("(")) {
            return -1;
        }
        int at = open + 1;
        for (int count = 0; count < MOST_TEXTS && ScriptTokens.get(tokens, at).isLiteral(); count++) {
            text.append(tokens.get(at).text());
            Token after = ScriptTokens.get(tokens, at + 1);
            if (after.isMark(")")) {
                return at + 1;
            }
            if (!after.isMark("+") && !after.isMark(",")) {
                return -1;
            }
            at += 2;
        }
        return -1;
    }
}
