package org.fazhi.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report of one fictional body for one year; one row of {@code reports.tsv} with its facts.
 *
 * @param documentNumber 文号, where it has one
 * @param indexNumber 索引号
 * @param isMisprinted whether a rate is stated that its counts contradict
 */
record Report(
        Body body,
        int year,
        State state,
        Form form,
        Damage damage,
        LocalDate published,
        LocalDate written,
        Optional<String> documentNumber,
        String indexNumber,
        String title,
        boolean isMisprinted,
        List<Fact> facts) {

    Report {
        facts = List.copyOf(facts);
    }

    /** What a harvester meets where the report should be. */
    enum State {
        PUBLISHED,
        /** Listed under an address that answers 301. */
        REDIRECTED,
        /** Listed, and the page answers 404. */
        GONE,
        /** Listed, and the page is a stub of status 200 that sends the reader away. */
        SOFT_404,
        /** Listed, and robots.txt forbids the page. */
        DENIED,
        /** Listed, and the page answers 412 with a script. */
        BLOCKED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isReadable() {
            return this == PUBLISHED || this == REDIRECTED;
        }
    }

    /** How the text is divided; see {@code chapters.yml}. */
    enum Form {
        PARTS,
        FIELDS,
        BUREAU
    }

    BodyYear bodyYear() {
        return new BodyYear(body, year);
    }

    int choice(String purpose, int count) {
        return bodyYear().choice(purpose, count);
    }

    <T> T choose(String purpose, List<T> among) {
        return bodyYear().choose(purpose, among);
    }
}
