package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rows of a listing that are no documents but columns of a year below it: {@code /ndbg/2023n/} under 2023年法治政府建设年度报告.
 * They have no date, their address is a folder below the listing's own, and the folder is named by the year of the title.
 */
final class SubColumns {

    /** One such row alone is a document that has a folder. */
    private static final int FEWEST = 2;

    private static final int MOST = 40;

    private SubColumns() {}

    /** Those of the rows that are columns, each with its year; empty where there are not several. */
    static List<ListPart> of(ListingPage page, List<Link> rows) {
        List<ListPart> parts = rows.stream()
                .filter(row -> row.date().isEmpty() && isColumn(page.url(), row))
                .limit(MOST)
                .map(row -> new ListPart(
                        ListingRequest.get(row.url(), page.url()),
                        ReportTitle.year(row.title()).orElse(0),
                        Optional.of(row)))
                .toList();
        return parts.stream().map(ListPart::year).distinct().count() >= FEWEST ? parts : List.of();
    }

    private static boolean isColumn(URI listing, Link row) {
        OptionalInt year = ReportTitle.year(row.title());
        String own = Optional.ofNullable(listing.getPath()).orElse("/");
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        String path = Places.folder(row.url());
        return year.isPresent()
                && folder.length() > 1
                && PlainDialect.sameHost(listing, row.url())
                && path.endsWith("/")
                && path.startsWith(folder)
                && path.substring(folder.length()).contains(Integer.toString(year.getAsInt()));
    }
}
