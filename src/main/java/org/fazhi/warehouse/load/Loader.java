package org.fazhi.warehouse.load;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.fazhi.harvest.source.PlaceNames;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.review.Review;
import org.fazhi.warehouse.review.ReviewDesk;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.UnfitValue;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;

/**
 * Appends what was read to the tables of {@code warehouse/schema}, within the transaction that the caller has begun. One
 * extract is in memory at a time.
 */
public final class Loader {

    private final DuckDBConnection connection;
    private final LoadInput input;
    private final LoadProgress progress;

    public Loader(DuckDBConnection connection, LoadInput input, LoadProgress progress) {
        this.connection = connection;
        this.input = input;
        this.progress = progress;
    }

    /** Documents on which the program fails are noted with the plan's, and then what was written is of no use. */
    public void load(WarehouseFiles files, ReadingPlan plan) throws SQLException {
        RegionTable regionTable = new RegionTable(files);
        PlaceNames places = PlaceNames.of(regionTable.regions());
        Issuers issuers = new Issuers(new IssuerResolver(places, IssuerWords.read(files)), input.sources());
        loadSources(issuers);
        loadIndicators();
        try (TableWriter regions = new TableWriter(connection, "dim_region")) {
            progress.on("regions", regionTable.load(regions));
            regions.flush();
        }
        loadExtracts(plan, issuers);
        try (TableWriter writer = new TableWriter(connection, "dim_issuer")) {
            issuers.write(writer);
            writer.flush();
            progress.on("issuers", writer.rows());
        }
        loadFetches();
        loadLinks();
        loadWalks();
        loadUntaken();
    }

    private void loadSources(Issuers issuers) throws SQLException {
        try (TableWriter writer = new TableWriter(connection, "dim_source")) {
            for (Source source : input.sources()) {
                writer.row()
                        .text("source_id", source.id())
                        .text("publisher", source.publisher())
                        .text("region_code", source.region())
                        .text("issuer_kind", source.issuerKind().code())
                        .text("report_kind", source.reportKind().code())
                        .integer("since_year", source.since())
                        .text("issuer_key", issuers.keyOf(source))
                        .text("unchecked_place", issuers.uncheckedPlaceOf(source))
                        .end();
            }
            writer.flush();
        }
    }

    private void loadIndicators() throws SQLException {
        try (TableWriter writer = new TableWriter(connection, "dim_indicator")) {
            for (IndicatorEntry entry : input.indicators()) {
                writer.row()
                        .text("indicator_code", entry.code())
                        .text("domain", entry.domain())
                        .text("indicator_name", entry.name())
                        .text("definition", entry.definition())
                        .text("unit", entry.unit())
                        .text("kind", entry.kind())
                        .flag("is_additive", entry.isAdditive())
                        .text("task", entry.task())
                        .text("indicator_name_en", entry.nameEn())
                        .text("definition_en", entry.definitionEn())
                        .text("direction", entry.direction())
                        .text("measure_type", entry.measureType())
                        .integer("valid_from_year", entry.validFromYear())
                        .text("series_break_basis", entry.seriesBreakBasis())
                        .end();
            }
            writer.flush();
        }
    }

    private void loadExtracts(ReadingPlan plan, Issuers issuers) throws SQLException {
        Unloadable unloadable = plan.unloadable();
        Map<String, Source> sources = new HashMap<>();
        input.sources().forEach(source -> sources.put(source.id(), source));
        ReviewDesk reviews = new ReviewDesk(input.reviews());
        int before = unloadable.count();
        CaptureTally captures = CaptureTally.of(input.captures().get());
        try (DocumentWriter documents = new DocumentWriter(connection, issuers, reviews, unloadable, captures);
                Stream<Extract> extracts = input.extracts().get()) {
            for (Extract extract : (Iterable<Extract>) extracts::iterator) {
                try {
                    if (unloadable.of(extract).isEmpty()) {
                        progress.loading(extract.sourceId(), extract.url());
                    }
                    documents.write(extract, Optional.ofNullable(sources.get(extract.sourceId())), plan);
                } catch (RuntimeException | StackOverflowError e) {
                    unloadable.add(extract, e);
                }
                if (documents.extracts() % 100 == 0) {
                    progress.on("documents", documents.extracts());
                }
            }
            documents.finish();
            progress.on("documents", documents.extracts());
            if (unloadable.count() == before && documents.extracts() != plan.extractCount()) {
                throw new WarehouseException("extracts: expected the " + plan.extractCount()
                        + " that were there when they were numbered, got " + documents.extracts());
            }
        }
        if (unloadable.count() == before) {
            tellUnread(captures);
        }
        loadReviews(reviews);
    }

    /** The audit load_sum refuses the release; here is of what. */
    private void tellUnread(CaptureTally tally) {
        try (Stream<CaptureKey> captures = input.captures().get()) {
            captures.filter(tally::isOfNone)
                    .forEach(capture -> progress.failed(
                            capture.sourceId(),
                            capture.url(),
                            new WarehouseException(capture.url() + " " + capture.payloadDigest()
                                    + ": expected what was read from this page, got none")));
        }
    }

    private void loadReviews(ReviewDesk reviews) throws SQLException {
        reviews.refuseProblems();
        try (TableWriter entries = new TableWriter(connection, "fact_review");
                TableWriter matches = new TableWriter(connection, "fact_review_match")) {
            for (ReviewDesk.Fate fate : reviews.fates()) {
                Review review = fate.review();
                entries.row()
                        .text("review_id", review.id())
                        .text("file", review.file())
                        .integer("line", review.line())
                        .text("document", review.documentText())
                        .text("sentence", review.sentence())
                        .text("raw", review.raw())
                        .integer("occurrence", review.occurrence())
                        .text("verdict", review.verdictCode())
                        .text("said", review.said())
                        .text("reviewed_by", review.by())
                        .date("reviewed_on", review.on())
                        .text("why", review.why())
                        .text("outcome", fate.outcome().code())
                        .text("detail", fate.detail())
                        .integer("document_count", fate.documents())
                        .integer("figure_count", fate.figures())
                        .end();
            }
            for (ReviewDesk.Match match : reviews.matches()) {
                matches.row()
                        .text("review_id", match.review().id())
                        .text("document_id", match.document())
                        .integer("version", match.version())
                        .integer("ordinal", match.ordinal())
                        .text("indicator_read", match.read())
                        .text("indicator_code", match.held())
                        .end();
            }
            entries.flush();
            matches.flush();
            progress.on("reviews", entries.rows());
        }
    }

    private void loadFetches() throws SQLException {
        each(
                "fact_fetch",
                "fetches",
                input.fetches(),
                (writer, fetch) -> writer.row()
                        .date("night", fetch.night())
                        .instant("night_started_at", fetch.nightStartedAt())
                        .text("source_id", fetch.sourceId())
                        .text("url", fetch.url())
                        .text("kind", fetch.kind())
                        .text("state", fetch.state())
                        .integer("http_status", fetch.httpStatus())
                        .instant("started_at", fetch.startedAt())
                        .bigint("duration_ms", fetch.duration().toMillis())
                        .bigint("bytes", fetch.bytes())
                        .integer("attempts", fetch.attempts())
                        .text("reason", fetch.reason())
                        .integer("taken_count", fetch.takenCount())
                        .end());
    }

    private void loadLinks() throws SQLException {
        each(
                "fact_link",
                "links",
                input.links(),
                (writer, link) -> writer.row()
                        .text("source_id", link.sourceId())
                        .text("document_id", DocumentIds.document(link.url()))
                        .text("url", link.url())
                        .text("title", link.title())
                        .integer("report_year", link.reportYear())
                        .text("state", link.state())
                        .instant("first_seen_at", link.firstSeenAt())
                        .text("payload_digest", link.payloadDigest())
                        .date("listed_on", link.listedOn())
                        .instant("unlisted_since", link.unlistedSince())
                        .end());
    }

    /** A listing of which no walk is known has a row too: nobody looked there. */
    private void loadWalks() throws SQLException {
        Set<String> unwalked = new LinkedHashSet<>();
        input.sources()
                .forEach(source ->
                        source.listings().forEach(listing -> unwalked.add(source.id() + "\t" + listing.url())));
        try (TableWriter writer = new TableWriter(connection, "fact_listing")) {
            try (Stream<WalkedListing> walks = input.walks().get()) {
                for (WalkedListing walk : (Iterable<WalkedListing>) walks::iterator) {
                    unwalked.remove(walk.sourceId() + "\t" + walk.listing());
                    writer.row()
                            .text("source_id", walk.sourceId())
                            .text("listing_url", walk.listing())
                            .flag("is_last", walk.isLast())
                            .flag("is_whole", walk.isWhole())
                            .text("ended_as", walk.end())
                            .instant("began_at", walk.beganAt())
                            .instant("ended_at", walk.endedAt())
                            .date("began_on", walk.beganOn())
                            .integer("page_count", walk.pages())
                            .integer("row_count", walk.rows())
                            .integer("dated_row_count", walk.dated())
                            .integer("taken_count", walk.taken())
                            .date("oldest_date", walk.oldest())
                            .date("newest_date", walk.newest())
                            .text("settings", walk.settings())
                            .end();
                }
            }
            for (String key : unwalked) {
                int tab = key.indexOf('\t');
                writer.row()
                        .text("source_id", key.substring(0, tab))
                        .text("listing_url", key.substring(tab + 1))
                        .flag("is_last", true)
                        .flag("is_whole", false)
                        .text("ended_as", WalkLog.NOT_WALKED)
                        .integer("page_count", 0)
                        .integer("row_count", 0)
                        .integer("dated_row_count", 0)
                        .integer("taken_count", 0)
                        .end();
            }
            writer.flush();
            progress.on("walks", writer.rows());
        }
    }

    private void loadUntaken() throws SQLException {
        each(
                "fact_untaken_link",
                "untaken links",
                input.untaken(),
                (writer, link) -> writer.row()
                        .text("source_id", link.sourceId())
                        .text("url", link.url())
                        .text("title", link.title())
                        .integer("report_year", link.reportYear())
                        .date("listed_on", link.listedOn())
                        .text("reason", link.reason())
                        .end());
    }

    private interface RowWriter<T> {
        void write(TableWriter writer, T row) throws SQLException;
    }

    private <T> void each(String table, String stage, Supplier<Stream<T>> source, RowWriter<T> rows)
            throws SQLException {
        try (TableWriter writer = new TableWriter(connection, table);
                Stream<T> stream = source.get()) {
            for (T row : (Iterable<T>) stream::iterator) {
                try {
                    rows.write(writer, row);
                } catch (UnfitValue | ArithmeticException e) {
                    progress.failed(table, String.valueOf(row), e);
                }
            }
            writer.flush();
            progress.on(stage, writer.rows());
        }
    }

    /** The tables that {@link DocumentWriter} fills, for its own use and its tests. */
    public static final List<String> DOCUMENT_TABLES = List.of(
            "dim_document",
            "document_text",
            "fact_section",
            "fact_figure",
            "fact_check",
            "fact_repair",
            "fact_part",
            "fact_reading",
            "quarantine",
            "load_count");
}
