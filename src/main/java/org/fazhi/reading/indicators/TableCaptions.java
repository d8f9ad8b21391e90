package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Whose the numbers of a table are by the line above it, where that names a whole or a body that is not the one that
 * reports: 全市行政复议情况如下表 in the report of a county. A head or a row that names the body itself takes its numbers out.
 * One pass over the lines; a table is a run of lines with tabs.
 */
final class TableCaptions {

    /** Lines above a table that may be its caption; the nearer is often 单位：件. */
    private static final int MOST_LINES = 2;
    /** A longer one ends what stands above it, and only its end may lead to the table. */
    private static final int LONGEST_LINE = 60;

    private static final String CLAUSE_ENDS = ",;。";

    private static final Pattern NUMBER = Pattern.compile("\\t[^\\t]{0,12}[0-9０-９]");

    /** A table of another's, from its first row to its last, with the name of whose it is. */
    private record Captioned(Span table, Span name) {}

    private final String text;
    private final CompactText compact;
    private final WordScanner.Occurrences occurrences;
    private final Scopes scopes;
    private final int level;
    private final OtherBodies others;
    /** By where the table begins. */
    private final TreeMap<Integer, Captioned> captioned = new TreeMap<>();

    /** Lines right above, the nearest last, in the original text. */
    private final List<Span> above = new ArrayList<>();

    /** Rows of the table that is being read. */
    private final List<Span> rows = new ArrayList<>();

    /** What held for the table before, while no more than the title of a group of its rows has followed. */
    private Optional<Span> before = Optional.empty();

    private TableCaptions(
            String text,
            CompactText compact,
            WordScanner.Occurrences occurrences,
            Scopes scopes,
            int level,
            OtherBodies others) {
        this.text = text;
        this.compact = compact;
        this.occurrences = occurrences;
        this.scopes = scopes;
        this.level = level;
        this.others = others;
    }

    /**
     * @param text the report's, of which {@code compact} is the compact form
     * @param level of the body that reports, as {@link Scopes#levelOf} tells
     */
    static TableCaptions in(
            String text,
            CompactText compact,
            WordScanner.Occurrences occurrences,
            Scopes scopes,
            int level,
            OtherBodies others) {
        TableCaptions captions = new TableCaptions(text, compact, occurrences, scopes, level, others);
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            captions.read(new Span(start, end));
            start = end + 1;
        }
        captions.endTable();
        return captions;
    }

    /** The name of whose the number is by the caption of its table, if that is not the body that reports. */
    Optional<Span> other(FigureContext context) {
        return Optional.ofNullable(captioned.floorEntry(context.at().start()))
                .map(Map.Entry::getValue)
                .filter(one -> one.table().contains(context.at()))
                .filter(one -> !namesOwn(
                        new Span(context.sentence().start(), context.at().start())))
                .map(Captioned::name);
    }

    private boolean namesOwn(Span stretch) {
        return others.namesOwn(stretch) || scopes.namesOwn(occurrences, stretch, level);
    }

    private void read(Span line) {
        String words = line.of(text);
        if (words.indexOf('\t') >= 0) {
            rows.add(line);
            return;
        }
        endTable();
        if (words.isBlank()) {
            return;
        }
        if (words.length() > LONGEST_LINE || words.endsWith("。")) {
            above.clear();
        }
        above.add(line);
        if (above.size() > MOST_LINES) {
            above.remove(0);
        }
    }

    private void endTable() {
        if (rows.isEmpty()) {
            return;
        }
        Optional<Span> name = Optional.empty();
        for (int i = above.size() - 1; i >= 0 && name.isEmpty(); i--) {
            name = named(compact.at(above.get(i)));
        }
        boolean goesOn = name.isEmpty() && isNumbered(rows.get(0)) && above.size() <= 1;
        before = goesOn ? before : name;
        Span table = compact.at(
                new Span(rows.get(0).start(), rows.get(rows.size() - 1).end()));
        if (before.isPresent() && !namesOwn(head())) {
            captioned.put(table.start(), new Captioned(table, before.get()));
        }
        rows.clear();
        above.clear();
    }

    private boolean isNumbered(Span row) {
        return NUMBER.matcher(row.of(text)).find();
    }

    private Span head() {
        int count = 0;
        while (count < rows.size() && !isNumbered(rows.get(count))) {
            count++;
        }
        int start = rows.get(0).start();
        return compact.at(
                new Span(start, count == 0 ? start : rows.get(count - 1).end()));
    }

    /** The whole or the body that the last clause of the line speaks of. */
    private Optional<Span> named(Span line) {
        int start = Math.max(line.start(), line.end() - 1);
        while (start > line.start() && CLAUSE_ENDS.indexOf(compact.charAt(start - 1)) < 0) {
            start--;
        }
        Span clause = new Span(start, line.end());
        if (namesOwn(clause)) {
            return Optional.empty();
        }
        return scopes.widerAt(occurrences, others.behindLeads(clause), clause.end(), level)
                .or(() -> others.last(clause).map(OtherBodies.Named::at))
                .filter(name -> isCaption(new Span(name.end(), clause.end())));
    }

    private boolean isCaption(Span behind) {
        return OtherBodySigns.bundled().patterns(OtherBodySigns.Sign.CAPTION).stream()
                .anyMatch(pattern -> pattern.matcher(compact.text())
                        .region(behind.start(), behind.end())
                        .lookingAt());
    }
}
