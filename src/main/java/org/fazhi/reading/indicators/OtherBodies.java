package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.Span;

/**
 * Where a report's clauses open with a body that is not the one that reports: 栖川县受理310件 in the report of 松陂县. What
 * such a body counts is kept as a figure and is no value of the report's. Clauses are looked at once, a bounded stretch each.
 */
final class OtherBodies {

    /** From the beginning of a clause to the end of what names its body. */
    private static final int LONGEST_OPENING = 48;

    private static final int MOST_LEADS = 3;
    /** 省, 市 and 县, one in the other. */
    private static final int MOST_NESTED = 3;

    private static final String CLAUSE_ENDS = ",;:。\n(";

    /** Levels of places and kinds of firms, as {@link OtherBodySigns} has them. */
    private static final String MARKS = "县区旗市州盟省镇乡道木地村社业司团厂各级";

    /** A lead may have a comma of its own: 2023年,栖川县受理. */
    private static final int LONGEST_LEAD = 8;

    /** A name of a place, where a body's name begins with it. */
    private static final Pattern PLACE_OF_BODY = Pattern.compile("\\G\\p{IsHan}{2,8}?(?:自治[县州旗区]|[县区旗市州盟省]|镇|乡|街道|苏木)");

    private static final Pattern PARTY = Pattern.compile("^(?:中国共产党|中共)");

    private static final int PROVINCE = 1;
    private static final int CITY = 2;
    private static final int COUNTY = 3;

    /**
     * In the order of the text.
     *
     * @param isOwn whether it is the body that reports
     * @param isOfClause whether it holds no farther than the clause: 指导各乡镇办理35件,举办讲座6场
     */
    record Named(Span at, boolean isOwn, boolean isOfClause) {}

    private final String text;
    private final String issuer;
    private final int level;
    private final Optional<String> own;
    private final boolean isBureau;
    private final Predicate<String> isListed;
    private final List<Named> named = new ArrayList<>();

    private OtherBodies(String text, String issuer, int level, Predicate<String> isListed) {
        this.isListed = isListed;
        this.text = text;
        this.issuer = issuer;
        this.level = level;
        this.own = placeOf(issuer);
        this.isBureau = OtherBodySigns.bundled().patterns(OtherBodySigns.Sign.BUREAU).stream()
                .anyMatch(pattern -> pattern.matcher(issuer).find());
    }

    /**
     * @param compact the report's text, as {@link CompactText} gives it
     * @param issuer the name of the body that reports
     * @param level of that body, as {@link Scopes#levelOf} tells
     * @param isListed whether a table of regions has the name
     */
    static OtherBodies in(CompactText compact, String issuer, int level, Predicate<String> isListed) {
        OtherBodies bodies = new OtherBodies(compact.text(), issuer, level, isListed);
        bodies.readOpening(0);
        for (int i = 0; i < compact.length(); i++) {
            if (CLAUSE_ENDS.indexOf(compact.charAt(i)) >= 0) {
                bodies.readOpening(i + 1);
            }
        }
        return bodies;
    }

    private static Optional<String> placeOf(String issuer) {
        Optional<String> last = Optional.empty();
        Matcher place = PLACE_OF_BODY.matcher(PARTY.matcher(issuer).replaceFirst(""));
        while (place.find()) {
            last = Optional.of(place.group());
        }
        return last;
    }

    /** The body that a clause of the stretch opens with, the last of them. */
    Optional<Named> last(Span stretch) {
        int low = 0;
        int high = named.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (named.get(middle).at().end() <= stretch.end()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && named.get(low - 1).at().start() >= stretch.start()
                ? Optional.of(named.get(low - 1))
                : Optional.empty();
    }

    /** Whether the place of the body that reports is named in the stretch. */
    boolean namesOwn(Span stretch) {
        return own.filter(place -> stretch.of(text).contains(place)).isPresent();
    }

    /** Where that begins which a clause speaks of: behind 表一 and 2023年. */
    int behindLeads(Span clause) {
        int from = clause.start();
        for (int i = 0; i < MOST_LEADS; i++) {
            from = end(OtherBodySigns.Sign.LEAD, from, clause.end()).orElse(from);
        }
        return from;
    }

    private void readOpening(int start) {
        int limit = Math.min(text.length(), start + LONGEST_OPENING);
        if (!mayName(start, limit)) {
            return;
        }
        int from = start;
        boolean isPointedAt = false;
        for (int i = 0; i < MOST_LEADS; i++) {
            from = end(OtherBodySigns.Sign.LEAD, from, limit).orElse(from);
            Optional<Integer> pointer = end(OtherBodySigns.Sign.POINTER, from, limit);
            isPointedAt = isPointedAt || pointer.isPresent();
            from = pointer.orElse(from);
        }
        Optional<Integer> another = end(OtherBodySigns.Sign.ANOTHER, from, limit);
        for (int at : new int[] {start, from}) {
            another = another.isPresent() ? another : wider(OtherBodySigns.Sign.SUPERIOR, at, limit);
        }
        Optional<Integer> told = another.isPresent() ? another : told(from, limit);
        if (told.isPresent()) {
            named.add(new Named(new Span(Math.min(from, told.get()), told.get()), false, another.isEmpty()));
        } else if (own.isPresent()) {
            Optional<Named> place = place(from, limit, isPointedAt);
            (place.isPresent() ? place : firm(from, limit)).ifPresent(named::add);
        }
    }

    /** Whether a character stands in the clause without which nothing of {@link OtherBodySigns} fits. */
    private boolean mayName(int start, int limit) {
        for (int i = start; i < limit && (i < start + LONGEST_LEAD || CLAUSE_ENDS.indexOf(text.charAt(i)) < 0); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Integer> end(OtherBodySigns.Sign sign, int from, int limit) {
        for (Pattern pattern : OtherBodySigns.bundled().patterns(sign)) {
            Matcher found = at(pattern, from, limit);
            if (found.lookingAt()) {
                return Optional.of(found.end());
            }
        }
        return Optional.empty();
    }

    private Matcher at(Pattern pattern, int from, int limit) {
        return pattern.matcher(text).region(from, limit).useTransparentBounds(true);
    }

    /** Who does what the body tells of as a helper or as a guide: 协助市局办理, 指导各乡镇办理 in the report of a bureau. */
    private Optional<Integer> told(int from, int limit) {
        return wider(OtherBodySigns.Sign.ASSISTED, from, limit)
                .or(() -> isBureau ? end(OtherBodySigns.Sign.BELOW, from, limit) : Optional.empty())
                .filter(end -> end(OtherBodySigns.Sign.DEED, end, limit).isPresent());
    }

    private Optional<Integer> wider(OtherBodySigns.Sign sign, int from, int limit) {
        for (Pattern pattern : OtherBodySigns.bundled().patterns(sign)) {
            Matcher found = at(pattern, from, limit);
            if (found.lookingAt() && levelOf(found.group("level")) < level) {
                return Optional.of(found.end());
            }
        }
        return Optional.empty();
    }

    private static int levelOf(String word) {
        return switch (word) {
            case "省" -> PROVINCE;
            case "市", "州", "盟" -> CITY;
            case "县", "区", "旗" -> COUNTY;
            default -> 0;
        };
    }

    /** The place at the offset; of 青砚市松陂县 the last. */
    private Optional<Named> place(int from, int limit, boolean isPointedAt) {
        Optional<Named> last = Optional.empty();
        int at = from;
        for (int i = 0; i < MOST_NESTED; i++) {
            Optional<Span> name = name(OtherBodySigns.Sign.PLACE, at, limit, isPointedAt);
            if (name.isEmpty()) {
                name = name(OtherBodySigns.Sign.TOWN, at, limit, isPointedAt);
            }
            if (name.isEmpty()) {
                return last;
            }
            last = Optional.of(
                    new Named(new Span(from, name.get().end()), isOwn(name.get().of(text)), false));
            at = name.get().end();
        }
        return last;
    }

    private Optional<Named> firm(int from, int limit) {
        return name(OtherBodySigns.Sign.FIRM, from, limit, true).map(name -> new Named(name, false, false));
    }

    private Optional<Span> name(OtherBodySigns.Sign sign, int from, int limit, boolean isPointedAt) {
        for (Pattern pattern : OtherBodySigns.bundled().patterns(sign)) {
            Matcher found = at(pattern, from, limit);
            if (found.lookingAt() && !isCommon(found.group("name"))) {
                Span name = new Span(found.start("name"), found.end("name"));
                return Optional.of(name).filter(at -> isPointedAt || isPlace(at, limit));
            }
        }
        return Optional.empty();
    }

    /** 督促县司法局 begins like 栖川县司法局: the tables, a character of place names, or what is told of it set them apart. */
    private boolean isPlace(Span name, int limit) {
        String word = name.of(text);
        return isListed.test(word)
                || OtherBodySigns.bundled().patterns(OtherBodySigns.Sign.TOPONYM).stream()
                        .anyMatch(pattern -> pattern.matcher(word).find())
                || end(OtherBodySigns.Sign.DEED, name.end(), limit).isPresent();
    }

    /** A branch bears the name of its district without the level: 江陌分局 in the report of 江陌区. */
    private boolean isOwn(String name) {
        return issuer.contains(name.substring(0, name.length() - 1))
                && own.filter(place -> name.endsWith(place) || place.endsWith(name) || !issuer.contains(name))
                        .isPresent();
    }

    private static boolean isCommon(String name) {
        return OtherBodySigns.bundled().patterns(OtherBodySigns.Sign.COMMON).stream()
                .anyMatch(pattern -> pattern.matcher(name).find());
    }
}
