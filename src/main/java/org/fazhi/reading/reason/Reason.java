package org.fazhi.reading.reason;

import java.util.Locale;
import org.fazhi.text.ExplainedWord;

/**
 * Why something that was read is quarantined or ignored: {@code fact_reading.reason} and {@code quarantine.reason}. Each
 * says what it means and what to do about it; {@code warehouse/CATALOG.md} prints both.
 */
public enum Reason implements ExplainedWord {
    EMPTY_PAGE(Scope.DOCUMENT, "The page has no visible character.", "Look at it in a browser: a script may fill it."),
    CHROME_ONLY(
            Scope.DOCUMENT,
            "Navigation, footers and buttons, but no text of its own.",
            "Look at it in a browser: a script may fill it, or it is an index."),
    NO_MAIN_TEXT(
            Scope.DOCUMENT,
            "Some text, but too little to be a report's main text.",
            "Look whether the report is a file or pictures that the page only announces."),
    MORE_PAGES(
            Scope.DOCUMENT,
            "It is one part of a report that stands on several pages, and the others are not there; a part is not published as the whole.",
            "Look for the parts that the detail names, or give the address of the whole or of its file under documents:."),
    BODY_IN_FRAME(
            Scope.DOCUMENT,
            "The page shows its text in a frame: another page of the site, or a file.",
            "Give the address that the detail names under documents:."),
    TOO_LARGE(
            Scope.DOCUMENT,
            "More characters or elements than a report's page ever has.",
            "Look whether it is a report at all."),
    NEEDS_OCR(
            Scope.DOCUMENT,
            "The pages of the file, or the page itself, are pictures, or text that no table maps to characters.",
            "Let scans be read (ocr: true in nightly.yml, with tesseract and chi_sim); the pictures of a page are not fetched: look for the report as text or as a file."),
    ENCRYPTED(Scope.DOCUMENT, "The file wants a password.", "Look for another copy."),
    UNSUPPORTED_MEDIA_TYPE(
            Scope.DOCUMENT,
            "Neither a page nor a text, PDF, Word, spreadsheet or OFD file.",
            "Look for the report in another format."),
    ATTACHMENT_DAMAGED(
            Scope.DOCUMENT,
            "The file breaks off or is against the rules of its format.",
            "Open it; where it opens, report it as a fault of the reader."),
    ATTACHMENT_TOO_LARGE(
            Scope.DOCUMENT,
            "The file has more bytes than are read, or more text than any report.",
            "Look whether it is a report at all."),
    ATTACHMENT_TIMEOUT(
            Scope.DOCUMENT,
            "The file was not read in the time given.",
            "Run reprocess on a machine that is less busy."),
    ATTACHMENT_MEMORY(
            Scope.DOCUMENT,
            "The file was not read in the memory given.",
            "Look whether it is a report at all, or for another format."),
    ATTACHMENT_FAULT(
            Scope.DOCUMENT,
            "The process that read the file died, or gave no answer that is one.",
            "Run reprocess; where it stays, report it as a fault of the reader."),
    TRUNCATED(
            Scope.DOCUMENT,
            "The archived page is not the whole one: its record says more bytes, other bytes, or that it was cut.",
            "Harvest it again; an earlier whole version stays the current one."),
    ARCHIVE_LOST(
            Scope.DOCUMENT,
            "The archive no longer has the page, and nothing is kept of what was read from it; the detail names the file.",
            "Put the WARC file back from a copy and run reprocess, or harvest the page again."),
    TOO_SHORT(
            Scope.DOCUMENT,
            "Fewer characters than the shortest report has.",
            "Look whether the page only announces the report."),
    NO_REPORT_YEAR(
            Scope.DOCUMENT,
            "Neither title, text nor dates say which year it covers.",
            "Look whether it is a report; the title of its link is read too."),
    NO_ISSUER(
            Scope.DOCUMENT,
            "Neither title, text, metadata nor source name the body that issues it.",
            "Give the source its publisher."),
    READER_FAULT(
            Scope.DOCUMENT,
            "The reader itself failed on it.",
            "Report it with the trace, which stands in reports/fazhi.log under its URL."),
    OUT_OF_BOUNDS(
            Scope.DOCUMENT,
            "It says that it was fetched, or for which year it reports, when neither can be.",
            "Look at the WARC file it came from, or at the page."),
    LOAD_FAULT(
            Scope.DOCUMENT,
            "The program itself failed to load it.",
            "Report it with the trace, which stands in reports/fazhi.log under its URL; the next night tries again."),
    NO_FACTS(
            Scope.DOCUMENT,
            "It was noted as read, but nothing of it was kept.",
            "Run reprocess, which reads the archive again."),
    UNPAIRED_SURROGATE(
            Scope.DOCUMENT,
            "Its text holds half a character, which no database takes.",
            "Look at the page; its encoding is broken."),
    SPAN_OUTSIDE_TEXT(
            Scope.DOCUMENT_OR_FIGURE,
            "A section, repair or figure stands outside its own text.",
            "Report it as a fault of the reader."),
    SPAN_MISMATCH(
            Scope.FIGURE,
            "The text does not say at the figure's place what the figure says.",
            "Report it as a fault of the reader."),
    VALUE_OUT_OF_RANGE(
            Scope.FIGURE,
            "The value has more digits than the column takes.",
            "Look at the sentence; it is hardly a count."),
    BAD_REGION_CODE(Scope.FIELD, "The region code is not six digits; the source's is taken.", "Look at the page."),
    BAD_WRITTEN_DATE(Scope.FIELD, "The date it was written is no date; it is left empty.", "Look at the page."),
    BAD_PUBLISHED_DATE(Scope.FIELD, "The date it was published is no date; it is left empty.", "Look at the page."),
    BAD_AS_OF(Scope.FIELD, "The month a running total goes to is none; it is left empty.", "Look at the sentence."),
    REPORT_IN_ATTACHMENT(
            Scope.IGNORED,
            "The page only announces the report, or shows it in a frame: a file or a page of its own that was harvested beside it.",
            "Nothing."),
    PART_OF_REPORT(
            Scope.IGNORED,
            "A later page of a report that stands on several, which is read with the first of them.",
            "Nothing."),
    DRAFT(
            Scope.IGNORED,
            "The text as it was put up for opinions or sent up, before it was adopted (征求意见稿, 送审稿).",
            "Nothing; the adopted report is another page."),
    MODEL_ESSAY(
            Scope.IGNORED,
            "A model for reports: its numbers are masked with xx or **.",
            "Nothing; where it is a report after all, report it as a fault of the reader."),
    DUPLICATE_SOURCE(
            Scope.IGNORED,
            "Another source, first by its id, harvested the same address.",
            "Let one of the two sources leave it out."),
    REPEATED_PAYLOAD(Scope.IGNORED, "The same bytes came from the same address before.", "Nothing."),
    SAME_FACTS(
            Scope.IGNORED, "Other bytes, but all that was read from them is what the version before says.", "Nothing."),
    REVIEWED(
            Scope.FIGURE_OR_IGNORED,
            "A person holds it to be no report, or the number to be no figure.",
            "Nothing; the entry stands in fact_review.");

    private final Scope scope;
    private final String meaning;
    private final String remedy;

    Reason(Scope scope, String meaning, String remedy) {
        this.scope = scope;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What the reason is given for, and where it is found. */
    public enum Scope {
        DOCUMENT("fact_reading, quarantine of a document"),
        FIGURE("quarantine of a figure"),
        DOCUMENT_OR_FIGURE("fact_reading, quarantine of a document or a figure"),
        FIELD("quarantine of a field"),
        FIGURE_OR_IGNORED("fact_reading of a document that is ignored, quarantine of a figure"),
        IGNORED("fact_reading of a document that is ignored");

        private final String place;

        Scope(String place) {
            this.place = place;
        }

        /** The tables that show it. */
        public String place() {
            return place;
        }
    }

    public Scope scope() {
        return scope;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** Of a field whose value its column does not take. */
    public static Reason badField(String column) {
        return valueOf("BAD_" + column.toUpperCase(Locale.ROOT));
    }
}
