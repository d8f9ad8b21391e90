package org.fazhi.reading.strip;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageRenderer.Rendered;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML to main content and page metadata. The page is parsed once and rendered into lines once; the main content is a
 * stretch of these lines, and what stands before and after it is read for metadata only. Out of scope: decoding bytes,
 * running scripts; what a page keeps for a script to show is read as data.
 */
public final class HtmlStripper {

    /** Characters of the longest page parsed; report pages with pictures inlined reach some millions. */
    static final int LONGEST_PAGE = 8_000_000;

    /** Markup of the largest page parsed, counted in {@code <}: what a heap of 512 MB holds as a tree several times. */
    static final int MOST_TAGS = 400_000;

    /** The class of an element that has what a frame of the page shows. */
    public static final String FRAMED = "framed-body";

    /** Containers that are guessed by their text and not known by their name. */
    private static final Set<String> GUESSED = Set.of("density", "body");

    /** A report of fewer characters, white space aside, has no prose to read; the shortest of townships run to several hundred. */
    public static final int LEAST_CHARACTERS = 150;

    /** Elements nested deeper than this are attached to the one at this depth. */
    private static final int DEEPEST = 256;

    /**
     * Strips one page.
     *
     * @param url where the page was fetched; only its path is read, for a date
     * @throws UnreadablePageException where the page holds no report to read
     */
    public StrippedPage strip(String html, URI url) {
        return strip(html, url, address -> Optional.empty());
    }

    /**
     * Strips one page, or the article of which it is the first part.
     *
     * @param url where the page was fetched; only its path is read
     * @param beside gives the page at an address that this one names, decoded; empty where it is not to be had
     * @throws UnreadablePageException where the page holds no report to read, or not the whole of it
     */
    public StrippedPage strip(String html, URI url, Function<String, Optional<String>> beside) {
        requireBounded(html);
        Document document = parse(html);
        List<Entry> fromHead = new ArrayList<>();
        ScriptedDetail.in(html).ifPresent(detail -> {
            fromHead.addAll(detail.entries());
            document.body().appendChild(container(detail));
        });
        NamedElements named = NamedElements.of(document);
        fromHead.addAll(HeadElements.read(named, document.title(), url));
        Optional<PageParts> parts = PageParts.in(named, url);
        return parts.isEmpty() ? shownOrKept(document, fromHead) : joined(document, fromHead, parts.get(), url, beside);
    }

    /**
     * The parts of which the page is one; empty where it is a whole.
     *
     * @throws UnreadablePageException where the page is too large
     */
    public Optional<PageParts> parts(String html, URI url) {
        requireBounded(html);
        return PageParts.in(NamedElements.of(parse(html)), url);
    }

    private static StrippedPage joined(
            Document document,
            List<Entry> fromHead,
            PageParts parts,
            URI url,
            Function<String, Optional<String>> beside) {
        List<String> missing = new ArrayList<>();
        List<StrippedPage> pages = new ArrayList<>();
        if (parts.isCounted() && parts.own() == 0) {
            part(document, fromHead, Optional.empty()).ifPresent(pages::add);
        }
        for (String address : pages.isEmpty() ? List.<String>of() : parts.others()) {
            beside.apply(address)
                    .flatMap(html -> part(html, url, pages.get(0).container()))
                    .ifPresentOrElse(pages::add, () -> missing.add(address));
        }
        if (pages.size() < parts.addresses().size()) {
            throw new UnreadablePageException(
                    Reason.MORE_PAGES,
                    "expected the whole text, got " + parts
                            + (missing.isEmpty() ? "" : "; there is nothing to read of " + String.join(", ", missing)));
        }
        return PartJoin.of(pages);
    }

    private static Optional<StrippedPage> part(String html, URI url, String container) {
        requireBounded(html);
        Document document = parse(html);
        return part(
                document, HeadElements.read(NamedElements.of(document), document.title(), url), Optional.of(container));
    }

    /**
     * A part; the last may be a signature and nothing else, which only a container tells that is known by its name.
     *
     * @param container that of the first part
     */
    private static Optional<StrippedPage> part(Document document, List<Entry> fromHead, Optional<String> container) {
        Rendered rendered = PageRenderer.render(document.body(), PageStyles.of(document));
        MainContent main = MainContent.of(rendered.lines(), rendered.elements());
        PageDraft draft = new PageDraft(rendered.lines(), main.start(), main.end());
        boolean isKnown = !GUESSED.contains(main.container())
                && container.orElse(main.container()).equals(main.container());
        try {
            StrippedPage page = isKnown
                    ? PageReading.readPart(draft, fromHead, main.container())
                    : PageReading.read(draft, fromHead, main.container());
            return Optional.of(page).filter(read -> !read.text().isBlank());
        } catch (UnreadablePageException e) {
            return Optional.empty();
        }
    }

    /** What the page shows, where that is a report; else what it keeps for a script to show. */
    private static StrippedPage shownOrKept(Document document, List<Entry> fromHead) {
        PageMetadata metadata;
        Optional<StrippedPage> shown = Optional.empty();
        UnreadablePageException unread = null;
        try {
            StrippedPage page = read(document, fromHead);
            if (PageLine.compact(page.text()).length() >= LEAST_CHARACTERS) {
                return page;
            }
            shown = Optional.of(page);
            metadata = page.metadata();
        } catch (UnreadablePageException e) {
            unread = e;
            metadata = e.metadata();
        }
        List<String> titles =
                metadata.all(Field.TITLE).stream().map(Entry::value).toList();
        Optional<KeptBody> kept = KeptBody.in(document, titles);
        if (kept.isPresent()) {
            kept.get().show(document);
            List<Entry> entries = new ArrayList<>(fromHead);
            entries.addAll(kept.get().entries());
            return read(document, entries);
        }
        PagePictures pictures = PagePictures.in(document);
        if (!pictures.isEmpty()) {
            throw new UnreadablePageException(Reason.NEEDS_OCR, "expected text, got " + pictures, metadata);
        }
        if (unread != null) {
            throw unread;
        }
        return shown.orElseThrow();
    }

    private static StrippedPage read(Document document, List<Entry> fromHead) {
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

    static Document parse(String html) {
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
        int tags = tags(html);
        if (tags > MOST_TAGS) {
            throw new UnreadablePageException(Reason.TOO_LARGE, "expected at most " + MOST_TAGS + " tags, got " + tags);
        }
    }

    /** Whether a tree of the markup has a size that is built at all. */
    static boolean isBounded(String html) {
        return tags(html) <= MOST_TAGS;
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }
}
