package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Rows that lead to one address and yet to several documents, as those that differ in the fragment alone do: {@code detail.html#/art/12}
 * beside {@code detail.html#/art/11}. The address is asked once, and what it gives is one of them at most.
 */
final class SharedAddress {

    private static final int LONGEST_NAME = 100;

    private static final Pattern NOT_IN_FRAGMENT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** {@code #/art/12}, {@code #!art}: what a script shows on the page itself. */
    private static final Pattern ROUTE = Pattern.compile("^\\s*#(?:/|!).{1,200}");

    private SharedAddress() {}

    /** True of an address that is a fragment of its own page, and that a script makes a page of. */
    static boolean isRoute(String href) {
        return ROUTE.matcher(href).matches();
    }

    /** True where two rows of one address are surely of two years: by their titles, or else by their dates. */
    static boolean isOfAnotherYear(Link one, Link other) {
        OptionalInt year = year(one);
        OptionalInt otherYear = year(other);
        return year.isPresent() && otherYear.isPresent() && year.getAsInt() != otherYear.getAsInt();
    }

    /**
     * True where a further row of an address is one of its own: of another year, or of a year where the known one names none
     * or is surely no report.
     */
    static boolean isAnother(Link known, Link link) {
        boolean isNamed = DoubtfulTitles.year(link.title()).isPresent();
        boolean isKnownNamed = DoubtfulTitles.year(known.title()).isPresent()
                && DoubtfulTitles.bundled().mayBeReport(known.title(), Verdict.Reason.TITLE_PATTERN.code());
        return isOfAnotherYear(known, link) || isNamed && !isKnownNamed;
    }

    /** The row under an address of its own, which is not asked: that of all of them with the title and the date behind it. */
    static Link apart(Link link) {
        String title = link.title() + link.date().map(LocalDate::toString).orElse("");
        String name = NOT_IN_FRAGMENT.matcher(title).replaceAll("-");
        String fragment = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return new Link(
                URI.create(link.url() + "#" + fragment), link.title(), link.date(), link.row(), link.showsDay());
    }

    /** Of the year before its date is what names none. */
    private static OptionalInt year(Link link) {
        OptionalInt named = DoubtfulTitles.year(link.title());
        return named.isPresent()
                ? named
                : link.date().map(date -> OptionalInt.of(date.getYear() - 1)).orElse(OptionalInt.empty());
    }
}
