package org.fazhi.reading.strip;

/** Cuts page furniture at the two ends of the main content, never between its paragraphs. */
final class ChromeCutter {

    private static final String HEAD_RULE = "head_chrome";
    private static final String TAIL_RULE = "tail_chrome";

    private ChromeCutter() {}

    /** Cuts furniture lines above the body, and everything above the last of them that precedes the title. */
    static void cutHead(PageDraft draft) {
        int headEnd = draft.headEnd();
        int lastAboveTitle = -1;
        boolean titleSeen = false;
        for (int i = draft.start(); i < headEnd; i++) {
            String text = draft.text(i);
            if (draft.isHeadChrome(i)) {
                draft.cut(i, HEAD_RULE);
                lastAboveTitle = titleSeen ? lastAboveTitle : i;
            } else if (!draft.isCut(i) && belongsToDocument(text)) {
                titleSeen = true;
            }
        }
        for (int i = draft.start(); i < lastAboveTitle; i++) {
            draft.cut(i, HEAD_RULE);
        }
    }

    /** A title, a document number, an issuing body: what may stand above the body of an official document. */
    private static boolean belongsToDocument(String text) {
        return text.length() >= 12
                || OrganName.matches(text)
                || DocumentNumber.find(text).isPresent();
    }

    /** Cuts from the first furniture line after which no line of the report follows. */
    static void cutTail(PageDraft draft) {
        int cutFrom = draft.end();
        int headEnd = draft.headEnd();
        for (int i = draft.end() - 1; i >= headEnd; i--) {
            if (draft.isCut(i)) {
                continue;
            }
            if (ChromeLines.isTail(draft.text(i))) {
                cutFrom = i;
            } else if (isReport(draft, i)) {
                break;
            }
        }
        for (int i = cutFrom; i < draft.end(); i++) {
            draft.cut(i, TAIL_RULE);
        }
    }

    /** Prose, a numbered heading, the date of a signature: behind these nothing was furniture. */
    private static boolean isReport(PageDraft draft, int index) {
        String text = draft.text(index);
        return draft.line(index).isProse()
                || draft.isNumbered(index)
                || text.length() <= 40
                        && text.indexOf('年') > 0
                        && PageDate.only(text).isPresent();
    }
}
