package org.fazhi.warehouse.review;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.Readings;
import org.fazhi.harvest.source.Settings;
import org.fazhi.harvest.source.Settings.Unexpected;
import org.fazhi.harvest.source.YamlFile;
import org.fazhi.warehouse.store.ReportedValue;

/** Reads files of entries strictly; everything wrong with every entry is a {@link Problem}. */
final class ReviewReader {

    /** Some thousand entries. */
    static final int MAX_BYTES = 1 << 20;

    /** A sentence is cut at 1,200 characters; blanks may be added by who copies it. */
    static final int LONGEST_SENTENCE = 2_000;

    static final int LONGEST_RAW = 100;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_REASON = 1_000;
    static final int MOST_OCCURRENCES = 99;

    private static final List<String> STATEMENTS =
            List.of("code", "value", "unit", "report_year", "issuer", "issuer_kind");
    private static final List<String> QUOTE = List.of("sentence", "raw", "occurrence");
    private static final List<String> KEYS = List.of(
            "document",
            "sentence",
            "raw",
            "occurrence",
            "verdict",
            "code",
            "value",
            "unit",
            "report_year",
            "issuer",
            "issuer_kind",
            "by",
            "on",
            "why");
    private static final List<String> DOCUMENT_KEYS = List.of("url", "title", "issuer", "report_year");

    /** No report on a year before the first of the outlines of 2004 is known. */
    private static final int FIRST_YEAR = 2000;

    /** A negative number is none of a report's; how large one may be, {@link ReportedValue} says of those read, too. */
    private static final Pattern VALUE = Pattern.compile("[0-9]{1," + ReportedValue.DIGITS + "}(\\.[0-9]{1,6})?");

    private final Map<String, String> unitByCode;
    private final UnitClasses units;
    private final LocalDate today;
    private final List<Problem> problems;
    private final Map<String, Review> subjects = new HashMap<>();

    /** @param unitByCode the indicators and their units */
    ReviewReader(Map<String, String> unitByCode, UnitClasses units, LocalDate today, List<Problem> problems) {
        this.unitByCode = unitByCode;
        this.units = units;
        this.today = today;
        this.problems = problems;
    }

    /** @param shownAs what the warehouse names the file */
    List<Review> read(Path file, String shownAs) {
        List<Review> reviews = new ArrayList<>();
        for (Settings entry : YamlFile.readList(file, MAX_BYTES, KEYS, problems)) {
            int before = problems.size();
            Optional<Review> review = review(entry, shownAs);
            if (problems.size() == before && review.isPresent()) {
                refuseDoubled(entry, review.get());
                reviews.add(review.get());
            }
        }
        return reviews;
    }

    private Optional<Review> review(Settings entry, String shownAs) {
        Optional<DocumentKey> document = document(entry);
        Optional<Verdict.Kind> kind = entry.required(
                "verdict",
                Readings.code(
                        Verdict.Kind::ofCode,
                        Arrays.stream(Verdict.Kind.values()).map(Verdict.Kind::code)));
        Optional<Quote> quote = kind.flatMap(found -> quote(entry, found));
        Optional<Verdict> verdict = kind.flatMap(found -> verdict(entry, found));
        Optional<String> by = entry.required("by", said("the reviewer's name", ReviewEntry.NAME, LONGEST_NAME));
        Optional<LocalDate> on = entry.required("on", this::date);
        Optional<String> why = entry.required("why", said("the reason", ReviewEntry.REASON, LONGEST_REASON));
        if (verdict.isEmpty() || document.isEmpty() || by.isEmpty() || on.isEmpty() || why.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Review(shownAs, entry.line(), document.get(), quote, verdict.get(), by.get(), on.get(), why.get()));
    }

    private Optional<DocumentKey> document(Settings entry) {
        if (!entry.has("document")) {
            entry.problem(entry.line(), "document", "expected keys url, or issuer and report_year, got nothing");
            return Optional.empty();
        }
        return entry.mapping("document", DOCUMENT_KEYS).flatMap(this::documentKey);
    }

    private Optional<DocumentKey> documentKey(Settings keys) {
        Optional<String> url = keys.optional("url", text -> url(text).toString());
        Optional<String> title = keys.optional("title", text(LONGEST_SENTENCE));
        Optional<String> issuer = keys.optional("issuer", text(LONGEST_NAME));
        Optional<Integer> year = keys.optional("report_year", year());
        if (keys.has("url")) {
            DOCUMENT_KEYS.stream()
                    .skip(1)
                    .filter(keys::has)
                    .forEach(key -> keys.problem(keys.line(key), key, "expected no other key beside url, got one"));
        } else {
            for (String key : List.of("issuer", "report_year")) {
                if (!keys.has(key)) {
                    keys.problem(keys.line(), key, "expected url, or issuer and report_year, got no " + key);
                }
            }
        }
        return Optional.of(
                new DocumentKey(url, title, issuer, year.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private static URI url(String text) {
        return Readings.url(text);
    }

    private Optional<Quote> quote(Settings entry, Verdict.Kind kind) {
        if (!kind.isOfFigure()) {
            QUOTE.stream()
                    .filter(entry::has)
                    .forEach(key -> entry.problem(
                            entry.line(key), key, "expected no such key beside verdict " + kind.code() + ", got one"));
            return Optional.empty();
        }
        Optional<String> sentence = entry.required("sentence", text(LONGEST_SENTENCE));
        Optional<String> raw = entry.required("raw", ReviewReader::raw);
        Optional<Integer> occurrence = entry.optional("occurrence", Readings.number(1, MOST_OCCURRENCES));
        if (sentence.isEmpty() || raw.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quote(
                sentence.get(), raw.get(), occurrence.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private Optional<Verdict> verdict(Settings entry, Verdict.Kind kind) {
        for (String key : STATEMENTS) {
            if (entry.has(key) && !kind.takes(key)) {
                entry.problem(
                        entry.line(key),
                        key,
                        "expected no such key beside verdict " + kind.code() + ", got "
                                + entry.value(key).map(Settings.Value::text).orElse("keys"));
            } else if (!entry.has(key) && kind.required().contains(key)) {
                entry.problem(
                        entry.line("verdict"), key, "expected it beside verdict " + kind.code() + ", got nothing");
            }
        }
        Optional<String> code = entry.optional("code", this::code);
        Optional<BigDecimal> value = entry.optional("value", ReviewReader::value);
        Optional<String> unit = entry.optional("unit", this::unit);
        Optional<String> correction = entry.optional("report_year", year())
                .map(year -> Integer.toString(year))
                .or(() -> entry.optional("issuer", text(LONGEST_NAME)))
                .or(() -> entry.optional(
                        "issuer_kind",
                        issuerKind -> Readings.code(
                                        IssuerKind::ofCode,
                                        Arrays.stream(IssuerKind.values()).map(IssuerKind::code))
                                .apply(issuerKind)
                                .code()));
        refuseForeignUnit(entry, code, unit);
        code.flatMap(known -> Optional.ofNullable(unitByCode.get(known)))
                .flatMap(counted -> Reviews.outsideShare(
                        counted, unit.orElse(counted), value.orElse(BigDecimal.ZERO), code.orElse("")))
                .ifPresent(detail -> entry.problem(entry.line("value"), "value", detail));
        return Optional.of(new Verdict(kind, code, value, unit, correction));
    }

    /** Holds the unit that is said, that of the indicator and the one printed behind the number against each other. */
    private void refuseForeignUnit(Settings entry, Optional<String> code, Optional<String> unit) {
        String raw = entry.value("raw").map(Settings.Value::text).orElse("");
        Optional<String> printed = PrintedNumber.unit(raw, today.getYear());
        Optional<String> counted = code.filter(known -> !known.equals(Verdict.NO_INDICATOR))
                .flatMap(known -> Optional.ofNullable(unitByCode.get(known)));
        if (unit.isPresent() && printed.isPresent() && !units.areAlike(unit.get(), printed.get())) {
            entry.problem(
                    entry.line("unit"),
                    "unit",
                    "expected a unit alike " + printed.get() + ", as printed in " + raw + ", got " + unit.get());
        } else if (counted.isPresent() && unit.isPresent() && !units.areAlike(counted.get(), unit.get())) {
            entry.problem(
                    entry.line("unit"),
                    "unit",
                    "expected a unit alike " + counted.get() + ", that of " + code.orElse("") + ", got " + unit.get());
        } else if (counted.isPresent() && printed.isPresent() && !units.areAlike(counted.get(), printed.get())) {
            entry.problem(
                    entry.line("code"),
                    "code",
                    "expected an indicator whose unit is alike " + printed.get() + ", as printed in " + raw + ", got "
                            + code.orElse("") + " in " + counted.get());
        }
    }

    private void refuseDoubled(Settings entry, Review review) {
        Review other = subjects.putIfAbsent(review.subject(), review);
        if (other != null) {
            entry.problem(
                    entry.line(),
                    review.quote().isPresent() ? "raw" : "verdict",
                    "expected one review of one " + (review.quote().isPresent() ? "figure" : "field")
                            + ", got another in " + other.file() + ":" + other.line());
        }
    }

    /** A page that is no report has no year, issuer or figures to put right. */
    void refuseReviewsOfNoReport(List<Review> reviews, Map<Review, Path> files) {
        Map<String, Review> noReports = new HashMap<>();
        reviews.stream()
                .filter(review -> review.verdict().kind() == Verdict.Kind.NOT_A_REPORT)
                .forEach(review -> noReports.put(review.document().meaning(), review));
        for (Review review : reviews) {
            Review noReport = noReports.get(review.document().meaning());
            if (noReport != null && review.verdict().kind() != Verdict.Kind.NOT_A_REPORT) {
                problems.add(new Problem(
                        files.getOrDefault(review, Path.of(review.file())),
                        review.line(),
                        "verdict",
                        "expected no review beside that of " + noReport.file() + ":" + noReport.line()
                                + ", by which the document is not a report, got " + review.verdictCode()));
            }
        }
    }

    private static Function<String, String> text(int longest) {
        return text -> {
            if (text.length() > longest || FoldedText.fold(text).isEmpty()) {
                throw new Unexpected("1 to " + longest + " characters");
            }
            return text;
        };
    }

    private static Function<String, String> said(String what, String placeholder, int longest) {
        return text -> {
            if (text.equalsIgnoreCase(placeholder)) {
                throw new Unexpected(what + " in place of the placeholder");
            }
            return text(longest).apply(text);
        };
    }

    private static String raw(String text) {
        if (PrintedNumber.value(FoldedText.fold(text)).isEmpty()) {
            throw new Unexpected("a number as printed");
        }
        return text(LONGEST_RAW).apply(text);
    }

    private static Function<String, Integer> number(int least, int most) {
        return Readings.number(least, most);
    }

    private Function<String, Integer> year() {
        return number(FIRST_YEAR, today.getYear());
    }

    private String code(String text) {
        if (!text.equals(Verdict.NO_INDICATOR) && !unitByCode.containsKey(text)) {
            throw new Unexpected("a code of warehouse/indicators, or " + Verdict.NO_INDICATOR);
        }
        return text;
    }

    private static BigDecimal value(String text) {
        if (!VALUE.matcher(text).matches()) {
            throw new Unexpected(
                    text.startsWith("-")
                            ? "a number of zero or more, for a decrease is told by the figure's change and not by a sign"
                            : "a number of at most " + ReportedValue.DIGITS + " digits and 6 after the point");
        }
        return new BigDecimal(text);
    }

    private String unit(String text) {
        if (!units.lists(text)) {
            throw new Unexpected("a unit of dim_unit");
        }
        return text;
    }

    private LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isAfter(today) && date.getYear() >= FIRST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            throw new Unexpected("a date as 2026-11-30");
        }
        throw new Unexpected("a date from " + FIRST_YEAR + "-01-01 to today, " + today);
    }
}
