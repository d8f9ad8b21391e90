package org.fazhi.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fazhi.harvest.discovery.FrameLinks;
import org.fazhi.harvest.discovery.FrameLinks.Frame;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.HtmlStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The text of a report that its page shows in a frame: another page of the site, or a file. */
final class FramedBody {

    /** Reasons for which a page has no report of its own to read. */
    static final Set<Reason> WITHOUT_TEXT =
            Set.of(Reason.EMPTY_PAGE, Reason.CHROME_ONLY, Reason.NO_MAIN_TEXT, Reason.TOO_SHORT, Reason.NEEDS_OCR);

    private static final HtmlStripper STRIPPER = new HtmlStripper();

    private FramedBody() {}

    /** How a page without a report of its own ends: its body is in a frame, where it has one that may hold it. */
    static Reading.Quarantined ending(PageInput page, Reading.Quarantined own) {
        if (!page.isHtml() || !WITHOUT_TEXT.contains(own.reason())) {
            return own;
        }
        List<Frame> frames = FrameLinks.in(STRIPPER.document(page.content()), page.url());
        String addresses = frames.stream().map(Frame::address).collect(Collectors.joining(", "));
        return frames.isEmpty()
                ? own
                : new Reading.Quarantined(
                        Reason.BODY_IN_FRAME, "expected the text, got a frame that shows " + addresses);
    }

    /** The frames of a page. */
    static List<Frame> frames(PageInput page) {
        return FrameLinks.in(STRIPPER.document(page.content()), page.url());
    }

    /** The page with the content of another in place of its frame; empty where it has no such frame. */
    static Optional<PageInput> joined(PageInput page, Frame frame, String framed) {
        Document document = STRIPPER.document(page.content());
        for (Element element : document.select("iframe, frame")) {
            if (FrameLinks.in(element, page.url()).contains(frame)) {
                Element body = new Element("div").attr("class", HtmlStripper.FRAMED);
                body.appendChildren(STRIPPER.document(framed).body().childNodes());
                element.replaceWith(body);
                document.outputSettings().prettyPrint(false);
                return Optional.of(page.with(document.outerHtml(), true));
            }
        }
        return Optional.empty();
    }
}
