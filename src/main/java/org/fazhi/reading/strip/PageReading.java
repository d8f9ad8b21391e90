package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;

/** The reading of a page's lines that HTML pages and plain texts share: metadata, headline, chrome, signature. */
final class PageReading {

    /** Less than this many Chinese characters is no report; the shortest of the genre run to several hundred. */
    private static final int FEWEST_HAN = 60;

    /** Furniture comes in more lines than this: navigation, breadcrumb, footer. */
    private static final int FEWEST_CHROME_LINES = 5;

    private static final Pattern BRACKETED = Pattern.compile("[（(].{8,20}[)）]");

    private PageReading() {}

    /**
     * Reads a draft to its end.
     *
     * @param fromHead what the document's head says
     * @throws UnreadablePageException where no main text is left
     */
    static StrippedPage read(PageDraft draft, List<Entry> fromHead, String container) {
        StrippedPage page = readPart(draft, fromHead, container);
        requireMainText(draft, page);
        return page;
    }

    /** As {@link #read}, of a part that may hold as little as the signature of a report. */
    static StrippedPage readPart(PageDraft draft, List<Entry> fromHead, String container) {
        MetadataBlock.readAndCut(draft);
        Byline.readAndCut(draft);
        ChromeCutter.cutHead(draft);
        List<String> hints = new ArrayList<>(draft.said(Field.TITLE));
        fromHead.stream()
                .filter(entry -> entry.field() == Field.TITLE)
                .map(Entry::value)
                .forEach(hints::add);
        Headline.read(draft, hints);
        ChromeCutter.cutTail(draft);
        Signature.read(draft);
        readHeadOfBody(draft);
        fromHead.forEach(entry -> draft.say(entry.field(), entry.value(), entry.origin()));
        return draft.finish(container);
    }

    /** The document number's own line and the date in brackets under the title. */
    private static void readHeadOfBody(PageDraft draft) {
        int headEnd = Math.min(draft.headEnd(), draft.end());
        for (int i = draft.start(); i < headEnd; i++) {
            String text = draft.text(i);
            if (draft.isCut(i) || text.length() > 80) {
                continue;
            }
            DocumentNumber.atStart(PageLine.compact(text))
                    .ifPresent(number -> draft.say(Field.DOCUMENT_NUMBER, number, Origin.BODY));
            if (BRACKETED.matcher(text).matches()) {
                PageDate.only(text.substring(1, text.length() - 1))
                        .ifPresent(date -> draft.say(Field.WRITTEN_DATE, date, Origin.BODY));
            }
        }
    }

    private static void requireMainText(PageDraft draft, StrippedPage page) {
        int kept = hanCount(page.text());
        boolean hasSentence = page.text().indexOf('。') >= 0;
        if (kept >= FEWEST_HAN && (hasSentence || !page.container().equals("body"))) {
            return;
        }
        if (draft.size() == 0) {
            throw new UnreadablePageException(
                    Reason.EMPTY_PAGE, "expected text, got no visible character", page.metadata());
        }
        // Text in a frame of its own, but too little; or nothing but short lines and links.
        Reason reason = hasSentence || kept > 0 && draft.size() <= FEWEST_CHROME_LINES
                ? Reason.NO_MAIN_TEXT
                : Reason.CHROME_ONLY;
        throw new UnreadablePageException(
                reason,
                "expected sentences of at least " + FEWEST_HAN + " Chinese characters, got " + kept + " characters in "
                        + page.blocks().size() + " of " + draft.size() + " lines",
                page.metadata());
    }

    private static int hanCount(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3400 && c <= 0x9FFF) {
                count++;
            }
        }
        return count;
    }
}
