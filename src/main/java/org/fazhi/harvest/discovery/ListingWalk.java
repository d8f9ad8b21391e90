package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.Source;

/**
 * The walk through one listing, page by page, without I/O: the caller fetches {@link #next} and hands the answer to
 * {@link #accept} or its absence to {@link #miss}, until {@link #next} is empty. Not for use by several threads.
 */
public final class ListingWalk {

    /** Two hundred pages hold some 4,000 rows, more than a column of yearly reports ever has. */
    public static final int MOST_PAGES = 200;

    private static final int MOST_LINKS = 20_000;

    /** Deep pages of static lists often answer with a stub of 300 to 400 characters. */
    private static final int STUB_LENGTH = 600;

    /** A page that says it has no rows has little else to say. */
    private static final int LONGEST_EMPTY = 200_000;

    /** Why a walk ended, from what left nothing unseen to what left the most. */
    public enum Stop {
        /** No page follows. */
        COMPLETE,
        /**
         * All rows of a page were dated before {@code since}, rows of a page before it were not, and none is newer than those
         * before it: the newest come first.
         */
        SINCE_REACHED,
        /** All rows of a first page were dated before {@code since}; where the oldest come first, newer ones may follow. */
        BEFORE_SINCE,
        /** No page follows that a dialect could ask for, but the last one says that there is more. */
        PAGER_UNKNOWN,
        /** What would bring a further page is longer than is sent: its address, or its form. */
        TOO_LONG,
        /** A page shows rows that only a script opens, or a place for rows that only a script fills. */
        SCRIPT_ROWS,
        /** A page brought nothing new. */
        REPEATED,
        /** A page was a stub. */
        STUB,
        /** The address of a later page led on to another, or what it answered is no further page of this list. */
        STRAYED,
        /** A frame that is not walked stands in the place of the list. */
        FRAME_UNREAD,
        /** A page says that it is not there, that the site is shut, or that it was asked too often. */
        NO_LIST,
        /** A page could not be had. */
        MISSED,
        /** As many pages as are allowed, or as many links. */
        BOUND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The column a row stands in, as Hanweb writes it into addresses. */
    private static final Pattern COLUMN_OF_ROW = Pattern.compile("/art_(\\d{1,12})_");

    private static final Pattern SCHEME = Pattern.compile("^https?:");

    /** A request with the series of pages it belongs to: what ends one series does not end the others. */
    private record Step(ListingRequest request, int series) {}

    private final Source source;
    private final Source.Listing listing;
    private final ListingReader reader;
    private final int mostPages;
    private final Deque<Step> queue = new ArrayDeque<>();
    private final Set<String> unwanted = new HashSet<>();
    private final Set<ListingRequest> asked = new HashSet<>();
    /** The row that each address was first judged by, or that took it. */
    private final Map<String, JudgedLink> seen = new HashMap<>();

    private final Set<Integer> seriesWithinSince = new HashSet<>();
    private final Set<Integer> unreadFrames = new HashSet<>();
    private final Map<Integer, ListPart> unreadParts = new HashMap<>();
    /** What the first page of each series calls the list. */
    private final Map<Integer, ListName> names = new HashMap<>();
    /** Titles and dates of the dated rows of each page. */
    private final Set<List<String>> pagesRead = new HashSet<>();
    /** The dates of the rows of each series, in the order they were read. */
    private final Map<Integer, List<LocalDate>> dates = new HashMap<>();

    private final Map<Integer, SeriesTally> tallies = new HashMap<>();
    private Optional<Stop> stop = Optional.empty();
    private Optional<String> dialect = Optional.empty();
    private Stop early = Stop.COMPLETE;
    private int lastSeries;
    private boolean showsDays;
    private int pages;

    public ListingWalk(Source source, Source.Listing listing) {
        this(source, listing, new ListingReader(), MOST_PAGES);
    }

    public ListingWalk(Source source, Source.Listing listing, ListingReader reader, int mostPages) {
        this.source = source;
        this.listing = listing;
        this.reader = reader;
        this.mostPages = mostPages;
        enqueue(ListingRequest.get(listing.url()), 0);
    }

    /** What to fetch next; empty when the walk has ended. The same until it is answered. */
    public Optional<ListingRequest> next() {
        return Optional.ofNullable(queue.peek()).map(Step::request);
    }

    /** Takes the answer to {@link #next}: the rows that were not seen before, each judged. */
    public List<JudgedLink> accept(ListingResponse response) {
        Step step = queue.remove();
        int series = step.series();
        pages++;
        ListingContent content = reader.read(response, listing.cms());
        dialect = dialect.or(() -> Optional.of(content.dialect()));
        showsDays = showsDays || content.links().stream().anyMatch(Link::showsDay);
        Optional<ListPart> part = Optional.ofNullable(unreadParts.remove(series));
        Optional<Link> document = part.flatMap(ListPart::row).filter(row -> !isColumn(row, content));
        if (document.isPresent()) {
            // The row is of a document that has a folder of its own.
            endIfEmpty();
            return ownRow(content, document.get());
        }
        boolean isBareFrame = unreadFrames.remove(series) && isUndated(content);
        if (!isBareFrame && isAstray(step, response, content)) {
            // Its rows are of another list, and so are their dates.
            end(Stop.STRAYED, series);
            endIfEmpty();
            return List.of();
        }
        List<JudgedLink> fresh = fresh(content, content.links());
        if (pages == 1) {
            content.traits()
                    .document()
                    .map(own -> new JudgedLink(own, LinkFilter.judge(source, own)))
                    .filter(own -> own.verdict() instanceof Verdict.Taken)
                    .ifPresent(own -> add(fresh, own));
        }
        if (isBareFrame) {
            // A frame beside the rows without a list in it.
            endIfEmpty();
            return fresh;
        }
        Optional<Stop> reason = isAtBound(content)
                ? Optional.of(Stop.BOUND)
                : part.isPresent()
                        ? reasonToStop(part.get(), response, content, fresh)
                        : reasonToStop(response, content, fresh, series);
        if (reason.isPresent()) {
            end(reason.get(), series);
        } else {
            content.next().forEach(request -> enqueue(request, series));
        }
        for (List<ListingRequest> beside : content.beside()) {
            lastSeries++;
            beside.forEach(request -> enqueue(request, lastSeries));
            // The first rows of a list that is named beside stand on this page.
            tallies.computeIfAbsent(lastSeries, number -> new SeriesTally()).add(content.links(), PagerSigns.NONE);
        }
        for (ListingRequest frame : content.frames()) {
            lastSeries++;
            unreadFrames.add(lastSeries);
            enqueue(frame, lastSeries);
        }
        content.parts().forEach(further -> fresh.addAll(part(content, further)));
        if (content.hasUnreadFrame()) {
            early = later(Stop.FRAME_UNREAD);
        }
        List<LocalDate> read = dates.computeIfAbsent(series, number -> new ArrayList<>());
        fresh.forEach(row -> row.link().date().ifPresent(read::add));
        pagesRead.add(content.links().stream()
                .filter(link -> link.date().isPresent())
                .map(link -> link.date().orElseThrow() + " " + link.title())
                .toList());
        ListingTraits traits = content.traits();
        SeriesTally tally = tallies.computeIfAbsent(series, number -> new SeriesTally());
        tally.add(content.links(), traits.signs());
        if (traits.signs().hasScriptRows() || traits.hiddenBodies().stream().anyMatch(this::isOwnBody)) {
            early = later(Stop.SCRIPT_ROWS);
        }
        if (traits.signs().isNoList()) {
            early = later(Stop.NO_LIST);
        }
        // A page that names other lists speaks of theirs.
        boolean isLast = reason.isEmpty()
                && content.beside().isEmpty()
                && queue.stream().noneMatch(waiting -> waiting.series() == series);
        if (isLast && tally.leavesMore(traits.signs(), this::isAsked)) {
            early = later(Stop.PAGER_UNKNOWN);
        }
        endIfEmpty();
        return fresh;
    }

    /** Those that were not seen before, each judged. */
    private List<JudgedLink> fresh(ListingContent content, List<Link> links) {
        List<JudgedLink> fresh = new ArrayList<>();
        for (Link link : links) {
            if (seen.size() >= MOST_LINKS) {
                break;
            }
            JudgedLink judged = new JudgedLink(link, judge(source, content, link));
            Optional<JudgedLink> known = Optional.ofNullable(seen.get(key(link.url())));
            if (known.isPresent()) {
                addFurther(fresh, known.get(), judged);
            } else if (isOfOwnPage(judged)) {
                addApart(fresh, link);
            } else {
                add(fresh, judged);
            }
        }
        return fresh;
    }

    /** The row of a folder that is no list of this walk, though it was asked for as one or would have been. */
    private List<JudgedLink> ownRow(ListingContent content, Link row) {
        if (seen.containsKey(key(row.url()))) {
            return fresh(content, List.of(row));
        }
        List<JudgedLink> fresh = new ArrayList<>();
        add(fresh, new JudgedLink(row, judge(source, content, row)));
        return fresh;
    }

    private void add(List<JudgedLink> fresh, JudgedLink judged) {
        seen.put(key(judged.link().url()), judged);
        fresh.add(judged);
    }

    /** A row of a year that leads to a page of the listing is shown there by a script. */
    private boolean isOfOwnPage(JudgedLink judged) {
        return isAsked(judged.link().url())
                && isCandidate(judged)
                && DoubtfulTitles.year(judged.link().title()).isPresent();
    }

    /** Of rows that share an address, each that may be a report of a year of its own is noted, whatever the address gives. */
    private void addFurther(List<JudgedLink> fresh, JudgedLink known, JudgedLink further) {
        boolean isKnownTaken = known.verdict() instanceof Verdict.Taken;
        if (!isCandidate(further) || !SharedAddress.isAnother(known.link(), further.link())) {
            return;
        }
        if (!isKnownTaken && further.verdict() instanceof Verdict.Taken) {
            if (isCandidate(known)) {
                addApart(fresh, known.link());
            }
            add(fresh, further);
        } else if (!isKnownTaken || SharedAddress.isOfAnotherYear(known.link(), further.link())) {
            addApart(fresh, further.link());
            if (isKnownTaken) {
                addApart(fresh, known.link());
            }
        }
    }

    private void addApart(List<JudgedLink> fresh, Link link) {
        Link apart = SharedAddress.apart(link);
        if (!seen.containsKey(key(apart.url()))) {
            add(fresh, new JudgedLink(apart, new Verdict.Rejected(Verdict.Reason.SHARED_ADDRESS)));
        }
    }

    /** True of a row that is a report by its title, or may be one. */
    private static boolean isCandidate(JudgedLink judged) {
        return !(judged.verdict() instanceof Verdict.Rejected rejected)
                || DoubtfulTitles.bundled()
                        .mayBeReport(judged.link().title(), rejected.reason().code());
    }

    /** Asks for a page of a year, unless nothing of that year is wanted; then its row, where there is one, is a row. */
    private List<JudgedLink> part(ListingContent content, ListPart part) {
        if (part.year() < source.since()) {
            unwanted.add(key(part.request().url()));
            return part.row().map(row -> ownRow(content, row)).orElse(List.of());
        }
        lastSeries++;
        if (enqueue(part.request(), lastSeries)) {
            unreadParts.put(lastSeries, part);
        }
        return List.of();
    }

    /** True where a row leads to a list: dated rows stand below it. A document may have dated links beside it. */
    private static boolean isColumn(Link row, ListingContent content) {
        String folder = Places.folder(row.url());
        return content.links().stream()
                .anyMatch(link -> link.date().isPresent()
                        && String.valueOf(link.url().getRawPath()).startsWith(folder));
    }

    /** A tab names a body of the place without the place: 教育局, 县教育局. */
    private boolean isOwnBody(String tab) {
        return source.publisher().endsWith(tab);
    }

    private boolean isAsked(URI url) {
        return unwanted.contains(key(url))
                || asked.stream().anyMatch(request -> key(request.url()).equals(key(url)));
    }

    /** The answer to {@link #next} was no page: gone, blocked, failed. What was found so far stands. */
    public void miss() {
        end(Stop.MISSED, queue.remove().series());
        endIfEmpty();
    }

    /** Why the walk ended; empty while it goes on. */
    public Optional<Stop> stop() {
        return stop;
    }

    /** The dialect of the first page, once it was read. */
    public Optional<String> dialect() {
        return dialect;
    }

    /** True where rows show the day they were published and no year: they are rows of a list. */
    public boolean showsDays() {
        return showsDays;
    }

    /** Pages read so far. */
    public int pages() {
        return pages;
    }

    private boolean isAtBound(ListingContent content) {
        boolean goesOn = !content.next().isEmpty()
                || !content.beside().isEmpty()
                || !content.parts().isEmpty()
                || !queue.isEmpty();
        return pages >= mostPages && goesOn || seen.size() >= MOST_LINKS;
    }

    private Optional<Stop> reasonToStop(
            ListingResponse response, ListingContent content, List<JudgedLink> fresh, int series) {
        // A first page may hold no row of its own: some columns only name where their rows are.
        if (pages > 1 && (fresh.isEmpty() || isRepeated(content, fresh))) {
            return Optional.of(isStub(response, content) ? Stop.STUB : Stop.REPEATED);
        }
        if (isBeforeSince(content.links())) {
            if (!seriesWithinSince.contains(series)) {
                return Optional.of(Stop.BEFORE_SINCE);
            }
            if (isInOrder(content.links(), series)) {
                return Optional.of(Stop.SINCE_REACHED);
            }
        }
        boolean isWithin = content.links().stream()
                .anyMatch(link -> link.date()
                        .filter(date -> date.getYear() >= source.since())
                        .isPresent());
        if (isWithin) {
            seriesWithinSince.add(series);
        }
        return Optional.empty();
    }

    /** Of a year: all its rows may have stood on the page of all years; and a year may have none, where the page says so. */
    private Optional<Stop> reasonToStop(
            ListPart part, ListingResponse response, ListingContent content, List<JudgedLink> fresh) {
        if (isUndated(content)) {
            boolean saysNone = response.body().length() < LONGEST_EMPTY
                    && PagerWords.bundled().tells(PagerSign.EMPTY_LIST, response.body());
            return saysNone ? Optional.empty() : Optional.of(Stop.STUB);
        }
        boolean isFresh = fresh.stream().anyMatch(row -> row.link().date().isPresent());
        boolean isOfYear = content.links().stream()
                .flatMap(link -> link.date().stream())
                .anyMatch(date -> date.getYear() == part.year() || date.getYear() == part.year() + 1);
        return isFresh || isOfYear ? Optional.empty() : Optional.of(Stop.REPEATED);
    }

    private static boolean isUndated(ListingContent content) {
        return content.links().stream().noneMatch(link -> link.date().isPresent());
    }

    private static boolean isStub(ListingResponse response, ListingContent content) {
        return content.links().isEmpty() && response.body().length() < STUB_LENGTH;
    }

    /** The rows of a page before: the same addresses, or the same titles and dates under others; beside them may stand new links. */
    private boolean isRepeated(ListingContent content, List<JudgedLink> fresh) {
        List<String> rows = content.links().stream()
                .filter(link -> link.date().isPresent())
                .map(link -> link.date().orElseThrow() + " " + link.title())
                .toList();
        boolean isFresh = fresh.stream().anyMatch(row -> row.link().date().isPresent());
        return !rows.isEmpty() && (!isFresh || pagesRead.contains(rows));
    }

    /**
     * True where an answer is no further page of its list: it came from another address, calls its list something else than the
     * first page does, or has rows newer than all before it in a list whose newest come first.
     */
    private boolean isAstray(Step step, ListingResponse response, ListingContent content) {
        boolean isFirst = pages == 1;
        if (!isFirst && !Places.isSame(step.request().url(), response.url())) {
            return true;
        }
        ListName first =
                names.computeIfAbsent(step.series(), series -> content.traits().name());
        List<LocalDate> before = dates.getOrDefault(step.series(), List.of());
        List<LocalDate> fresh = content.links().stream()
                .filter(link -> !seen.containsKey(key(link.url())))
                .flatMap(link -> link.date().stream())
                .toList();
        return first.contradicts(content.traits().name()) || RowOrder.isBroken(before, fresh);
    }

    /** Lists are not sorted strictly, so one late row keeps the walk going. */
    private boolean isBeforeSince(List<Link> links) {
        List<Link> dated =
                links.stream().filter(link -> link.date().isPresent()).toList();
        return !dated.isEmpty()
                && dated.size() * 2 > links.size()
                && dated.stream().allMatch(link -> link.date().orElseThrow().getYear() < source.since());
    }

    /** In a list without order the rows that are wanted may follow on ones that are not. */
    private boolean isInOrder(List<Link> links, int series) {
        Optional<LocalDate> newest =
                links.stream().flatMap(link -> link.date().stream()).max(LocalDate::compareTo);
        Optional<LocalDate> reach = RowOrder.reach(dates.getOrDefault(series, List.of()));
        return newest.isPresent() && reach.filter(newest.get()::isAfter).isEmpty();
    }

    private boolean enqueue(ListingRequest request, int series) {
        if (!request.fits()) {
            early = later(Stop.TOO_LONG);
            return false;
        }
        ListingRequest bare = new ListingRequest(request.url(), request.method(), request.formBody(), Optional.empty());
        boolean isWithinBound = early != Stop.BOUND;
        boolean isNew = isWithinBound && asked.add(bare);
        if (isNew) {
            queue.add(new Step(request, series));
        }
        return isNew;
    }

    private void endIfEmpty() {
        if (queue.isEmpty()) {
            stop = Optional.of(early);
        }
    }

    /** Ends a series, or at a bound all of them; of several reasons the one is told that left the most unseen. */
    private void end(Stop reason, int series) {
        queue.removeIf(step -> reason == Stop.BOUND || step.series() == series);
        early = later(reason);
    }

    private Stop later(Stop reason) {
        return reason.compareTo(early) > 0 ? reason : early;
    }

    private static Verdict judge(Source source, ListingContent content, Link link) {
        Matcher row =
                COLUMN_OF_ROW.matcher(Optional.ofNullable(link.url().getPath()).orElse(""));
        boolean isOfOther = content.column().isPresent()
                && row.find()
                && !row.group(1).equals(content.column().get());
        return isOfOther
                ? new Verdict.Rejected(Verdict.Reason.OTHER_COLUMN)
                : LinkFilter.judge(source, link, content.traits().name().isOfGenre());
    }

    /** One page under http and https is one page. */
    private static String key(URI url) {
        return SCHEME.matcher(url.toString()).replaceFirst("");
    }
}
