package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The one text a page keeps that reads like a report: sentences in chapters, or many of them, in the words of the genre. So
 * a search box, the rules of a comment form, the words of a share button and a table of messages are none. Looked for only
 * where the page itself shows no report.
 *
 * @param container holds the text as a page would
 * @param at the element that keeps it
 * @param entries title and date beside it
 */
record KeptBody(Element container, Element at, List<Entry> entries) {

    static final String CONTAINER = "kept-body";

    /** A text that is shorter and has no chapters may be a note, or a rule of the site. Reports begin at several hundred. */
    private static final int SHORTEST_WITHOUT_CHAPTERS = 800;

    private static final int SHORTEST = 150;
    private static final int FEWEST_CHAPTERS = 2;
    private static final int FEWEST_SENTENCES = 2;
    private static final int FEWEST_GENRE_WORDS = 3;

    private static final Pattern CHAPTER =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]).*");
    private static final Pattern GENRE = Pattern.compile("法治|依法行政|依法治|执法|行政复议");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s?年");

    /** Characters of the shortest title that is one article's and no column's. */
    private static final int LEAST_TITLE = 8;

    /**
     * The body a page keeps.
     *
     * @param titles what the page calls its article
     * @return empty where it keeps none, or several of which not one alone bears the page's title
     */
    static Optional<KeptBody> in(Document document, List<String> titles) {
        List<String> called = titles.stream().map(PageLine::compact).toList();
        Map<String, Found> reports = new LinkedHashMap<>();
        for (KeptTexts.Kept kept : KeptTexts.of(document)) {
            if (kept.text().indexOf('。') < 0 || isOfOtherYear(kept.title(), called)) {
                continue;
            }
            Optional<Element> container = container(kept);
            List<PageLine> lines = container
                    .map(element ->
                            PageRenderer.render(element, PageStyles.of(element)).lines())
                    .orElse(List.of());
            String text = PageLine.compact(lines.stream().map(PageLine::text).collect(Collectors.joining()));
            if (isReport(lines, text)) {
                reports.computeIfAbsent(text, first -> new Found(container.orElseThrow(), new ArrayList<>()))
                        .same()
                        .add(kept);
            }
        }
        List<Found> chosen = reports.size() == 1
                ? List.copyOf(reports.values())
                : reports.values().stream()
                        .filter(found -> found.same().stream().anyMatch(kept -> isCalled(kept.title(), called)))
                        .toList();
        return chosen.size() == 1 ? Optional.of(of(chosen.get(0))) : Optional.empty();
    }

    /** A report, and all places that keep it. */
    private record Found(Element container, List<KeptTexts.Kept> same) {}

    private static KeptBody of(Found found) {
        List<Entry> entries = new ArrayList<>();
        for (KeptTexts.Kept kept : found.same()) {
            MetadataBlock.normal(Field.TITLE, kept.title())
                    .ifPresent(title -> entries.add(new Entry(Field.TITLE, title, Origin.META_TAG)));
            PageDate.find(kept.date())
                    .ifPresent(date -> entries.add(new Entry(Field.PUBLISHED_DATE, date, Origin.META_TAG)));
        }
        return new KeptBody(found.container(), found.same().get(0).at(), entries);
    }

    /** Puts the body where it is seen: behind whatever hides the place it is kept in. */
    void show(Document document) {
        Element body = document.body();
        Element behind = null;
        for (Element element = at; element != null && element != body; element = element.parent()) {
            behind = behind == null || PageRenderer.isUnseen(element) ? element : behind;
        }
        if (behind == null || at.closest("body") == null) {
            body.appendChild(container);
        } else {
            behind.after(container);
        }
    }

    private static Optional<Element> container(KeptTexts.Kept kept) {
        Element container = new Element("div").attr("class", CONTAINER);
        if (kept.isMarkup()) {
            return HtmlStripper.isBounded(kept.text())
                    ? Optional.of(container.appendChildren(
                            HtmlStripper.parse(kept.text()).body().childNodes()))
                    : Optional.empty();
        }
        kept.text().lines().forEach(line -> container.appendElement("p").text(line));
        return Optional.of(container);
    }

    private static boolean isReport(List<PageLine> lines, String text) {
        long chapters = lines.stream()
                .filter(line -> line.linkLength() == 0)
                .filter(line -> CHAPTER.matcher(line.text()).matches())
                .limit(FEWEST_CHAPTERS)
                .count();
        return text.length() >= (chapters < FEWEST_CHAPTERS ? SHORTEST_WITHOUT_CHAPTERS : SHORTEST)
                && text.chars().filter(c -> c == '。').limit(FEWEST_SENTENCES).count() == FEWEST_SENTENCES
                && GENRE.matcher(text).results().limit(FEWEST_GENRE_WORDS).count() == FEWEST_GENRE_WORDS;
    }

    private static boolean isCalled(String title, List<String> called) {
        String compact = PageLine.compact(title);
        return compact.length() >= LEAST_TITLE
                && called.stream()
                        .filter(name -> name.length() >= LEAST_TITLE)
                        .anyMatch(name -> name.contains(compact) || compact.contains(name));
    }

    /** The state of a page holds its neighbours too: a report of another year than the page's title names is not its own. */
    private static boolean isOfOtherYear(String title, List<String> called) {
        Optional<String> year = year(title);
        List<String> years =
                called.stream().flatMap(name -> year(name).stream()).toList();
        return year.isPresent() && !years.isEmpty() && !years.contains(year.get());
    }

    private static Optional<String> year(String title) {
        Matcher year = YEAR.matcher(title);
        return year.find() ? Optional.of(year.group(1)) : Optional.empty();
    }
}
