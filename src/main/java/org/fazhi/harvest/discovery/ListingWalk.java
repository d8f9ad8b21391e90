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
        /** A page shows rows that only a script opens, or a place for rows that only a script fills. */
        SCRIPT_ROWS,
        /** A page brought nothing new. */
        REPEATED,
        /** A page was a stub. */
        STUB,
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
    private final Set<ListingRequest> asked = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Integer> seriesWithinSince = new HashSet<>();
    private final Set<Integer> unreadFrames = new HashSet<>();
    /** The dates of the rows of each series, in the order they were read. */
    private final Map<Integer, List<LocalDate>> dates = new HashMap<>();

    private final Map<Integer, SeriesTally> tallies = new HashMap<>();
    private Optional<Stop> stop = Optional.empty();
    private Optional<String> dialect = Optional.empty();
    private Stop early = Stop.COMPLETE;
    private int lastSeries;
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
        int series = queue.remove().series();
        pages++;
        ListingContent content = reader.read(response, listing.cms());
        dialect = dialect.or(() -> Optional.of(content.dialect()));
        List<JudgedLink> fresh = new ArrayList<>();
        for (Link link : content.links()) {
            if (seen.size() < MOST_LINKS && seen.add(key(link.url()))) {
                fresh.add(new JudgedLink(link, judge(source, content, link)));
            }
        }
        boolean isBareFrame = unreadFrames.remove(series)
                && content.links().stream().noneMatch(link -> link.date().isPresent());
        if (isBareFrame) {
            // A frame beside the rows without a list in it.
            endIfEmpty();
            return fresh;
        }
        Optional<Stop> reason = reasonToStop(response, content, fresh, series);
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
        List<LocalDate> read = dates.computeIfAbsent(series, number -> new ArrayList<>());
        fresh.forEach(row -> row.link().date().ifPresent(read::add));
        SeriesTally tally = tallies.computeIfAbsent(series, number -> new SeriesTally());
        tally.add(content.links(), content.signs());
        if (content.signs().hasScriptRows()) {
            early = later(Stop.SCRIPT_ROWS);
        }
        // A page that names other lists speaks of theirs.
        boolean isLast = reason.isEmpty()
                && content.beside().isEmpty()
                && queue.stream().noneMatch(step -> step.series() == series);
        if (isLast && tally.leavesMore(content.signs(), this::isAsked)) {
            early = later(Stop.PAGER_UNKNOWN);
        }
        endIfEmpty();
        return fresh;
    }

    private boolean isAsked(URI url) {
        return asked.stream().anyMatch(request -> key(request.url()).equals(key(url)));
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

    /** Pages read so far. */
    public int pages() {
        return pages;
    }

    private Optional<Stop> reasonToStop(
            ListingResponse response, ListingContent content, List<JudgedLink> fresh, int series) {
        boolean goesOn = !content.next().isEmpty() || !content.beside().isEmpty() || !queue.isEmpty();
        if (pages >= mostPages && goesOn || seen.size() >= MOST_LINKS) {
            return Optional.of(Stop.BOUND);
        }
        // A first page may hold no row of its own: some columns only name where their rows are.
        if (pages > 1 && fresh.isEmpty()) {
            boolean isStub = content.links().isEmpty() && response.body().length() < STUB_LENGTH;
            return Optional.of(isStub ? Stop.STUB : Stop.REPEATED);
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

    private void enqueue(ListingRequest request, int series) {
        ListingRequest bare = new ListingRequest(request.url(), request.method(), request.formBody(), Optional.empty());
        boolean isWithinBound = early != Stop.BOUND;
        if (isWithinBound && asked.add(bare)) {
            queue.add(new Step(request, series));
        }
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
        return isOfOther ? new Verdict.Rejected(Verdict.Reason.OTHER_COLUMN) : LinkFilter.judge(source, link);
    }

    /** One page under http and https is one page. */
    private static String key(URI url) {
        return SCHEME.matcher(url.toString()).replaceFirst("");
    }
}
