package org.fazhi.reading.strip;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageRenderer.Rendered;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML to main content and page metadata. The page is parsed once and rendered into lines once; the main content is a
 * stretch of these lines, and what stands before and after it is read for metadata only. Out of scope: decoding bytes,
 * running scripts; the data of a gkmlpt page stands in its script and is read as data.
 */
public final class HtmlStripper {

    /** Characters of the longest page parsed; report pages with pictures inlined reach some millions. */
    static final int LONGEST_PAGE = 8_000_000;

    /** Markup of the largest page parsed, counted in {@code <}: what a heap of 512 MB holds as a tree several times. */
    static final int MOST_TAGS = 400_000;

    /** Elements nested deeper than this are attached to the one at this depth. */
    private static final int DEEPEST = 256;

    /**
     * Strips one page.
     *
     * @param url where the page was fetched; only its path is read, for a date
     * @throws UnreadablePageException where the page holds no report to read
     */
    public StrippedPage strip(String html, URI url) {
        requireBounded(html);
        Document document = parse(html);
        NamedElements named = NamedElements.of(document);
        PageTurn.in(named.links(), url).ifPresent(other -> {
            throw new UnreadablePageException(
                    Reason.MORE_PAGES, "expected the whole text, got a link to its page " + other);
        });
        List<Entry> fromHead = new ArrayList<>();
        Optional<ScriptedDetail> detail = ScriptedDetail.in(html);
        if (detail.isPresent()) {
            fromHead.addAll(detail.get().entries());
            document.body().appendChild(container(detail.get()));
            named = NamedElements.of(document);
        }
        fromHead.addAll(HeadElements.read(named.metas(), document.title(), url));
        Rendered rendered = PageRenderer.render(document.body(), PageStyles.of(document));
        MainContent main = MainContent.of(rendered.lines(), rendered.elements());
        PageDraft draft = new PageDraft(rendered.lines(), main.start(), main.end());
        return PageReading.read(draft, fromHead, main.container());
    }

    /**
     * The page as a tree, for who looks for something else than its text; of a gkmlpt page with what its script would
     * show.
     *
     * @throws UnreadablePageException where the page is too large
     */
    public Document document(String html) {
        requireBounded(html);
        Document document = parse(html);
        ScriptedDetail.in(html).ifPresent(detail -> document.body().appendChild(container(detail)));
        return document;
    }

    private static Document parse(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
    }

    /** The text a script would show, put where the renderer finds it. */
    private static Element container(ScriptedDetail detail) {
        Element container = new Element("div").attr("class", ScriptedDetail.CONTAINER);
        container.appendChildren(parse(detail.content()).body().childNodes());
        return container;
    }

    private static void requireBounded(String html) {
        if (html.length() > LONGEST_PAGE) {
            throw new UnreadablePageException(
                    Reason.TOO_LARGE, "expected at most " + LONGEST_PAGE + " characters, got " + html.length());
        }
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        if (tags > MOST_TAGS) {
            throw new UnreadablePageException(Reason.TOO_LARGE, "expected at most " + MOST_TAGS + " tags, got " + tags);
        }
    }
}
