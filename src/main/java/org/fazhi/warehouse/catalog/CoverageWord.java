package org.fazhi.warehouse.catalog;

import java.util.Locale;
import org.fazhi.text.ExplainedWord;

/**
 * A word of {@code mart_coverage} that is not the state of a fetch, the end of a walk or the reason of a quarantine. Each says
 * what it means and what to do about it; {@code warehouse/CATALOG.md} prints both.
 */
public enum CoverageWord implements ExplainedWord {
    PUBLISHED(
            Place.STATE,
            "The report was read, and nothing says that it came after the day for publishing.",
            "Nothing."),
    LATE(
            Place.STATE,
            "The report was read; by the earliest date that its pages or rows give it came after the day for publishing.",
            "Before it is quoted, open the page: the date printed may be that of a later edition."),
    MISSING(
            Place.STATE,
            "Every listing of the source was walked to its end after the day for publishing, and none has it.",
            "Before it is quoted, open listing_url; where the body lists its reports elsewhere, name that listing."),
    UNSEEN(
            Place.STATE,
            "It is due, and nobody can say whether it was published.",
            "Look at unseen_reason; say nothing of the body until it is mended."),
    UNREAD(Place.STATE, "The report is known by its address, and was not read.", "Look at unread_reason."),
    BLOCKED(
            Place.STATE,
            "The report is known by its address, which is behind a wall or forbidden by robots.txt.",
            "Look at unread_reason; it was published as far as its row says."),
    GONE(
            Place.STATE,
            "A row names the report, and its address answers that it is not there.",
            "Look for its new address; it was published once as far as its row says."),
    NOT_DUE(
            Place.STATE,
            "The day for publishing has not passed, or no rule names one for such a body in that year.",
            "Nothing; ask again after public_due_date."),
    NO_LISTING(
            Place.UNSEEN_REASON,
            "The source names documents only.",
            "Name the listing that shows them (listings:), or what it lacks stays unseen."),
    NOT_WALKED(
            Place.UNSEEN_REASON,
            "A listing of the source was not tried yet under its settings.",
            "Nothing; the next night tries it."),
    BEFORE_DUE_DATE(
            Place.UNSEEN_REASON,
            "The listing was walked to its end, but not since the day for publishing; the nights since could not read it.",
            "Look in fact_listing how its last walk ended."),
    BEGINS_LATER(
            Place.UNSEEN_REASON,
            "The rows of the listing do not reach back to the due date, so that it cannot show what is older.",
            "Name the listing of earlier years as well; where there is none, what is older cannot be told."),
    YEAR_UNKNOWN(
            Place.UNSEEN_REASON,
            "A document of the source was not read, nothing tells its year, and it may be this report.",
            "Look at unread_reason; mend what keeps it from being read, or give it a review of report_year."),
    BODY_UNKNOWN(
            Place.UNSEEN_REASON,
            "A report on the year may be this one: its body cannot be told, or it is signed with another name than the source's.",
            "Look at the source's documents of the year; put the issuer right by a review, or the publisher of the source."),
    ISSUER_ELSEWHERE(
            Place.UNSEEN_REASON,
            "The row that may be this report leads to one of a body of another place.",
            "Open it; put the issuer right by a review where it is misprinted, else tell the site."),
    ROW_NOT_TAKEN(
            Place.UNSEEN_REASON,
            "A row of the listing was not taken and may be the report under another name (untaken_title).",
            "Open untaken_url; where it is the report, let title: of the source match it or name it under documents:."),
    NOT_READ(
            Place.UNREAD_REASON,
            "Its page was had, and what was read from it is not in this release.",
            "Run reprocess, which reads the archive again."),
    WITHDRAWN(
            Place.UNREAD_REASON,
            "The report was read, and its site has taken the page away since (withdrawn_on); the captured text stays.",
            "Nothing; it was published, and is no longer."),
    NO_YEAR(
            Place.UNREAD_REASON,
            "Its page was read, and nothing in it tells the year.",
            "Give it a review of report_year.");

    /** The column of {@code mart_coverage} where a word stands. */
    private enum Place {
        STATE,
        UNSEEN_REASON,
        UNREAD_REASON
    }

    private final Place place;
    private final String meaning;
    private final String remedy;

    CoverageWord(Place place, String meaning, String remedy) {
        this.place = place;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Table and column that show it. */
    public String place() {
        return "mart_coverage." + place.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
