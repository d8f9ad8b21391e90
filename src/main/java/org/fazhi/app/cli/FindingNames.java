package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;

/** Prints the row of a table that says how many findings the release that stands has, and of which audits; none, too. */
final class FindingNames {

    private FindingNames() {}

    /**
     * @param width of the names before the counts
     * @param count how many the manifest of the release says
     */
    static void print(PrintWriter out, int width, Path home, int count) {
        String names = count == 0 ? "" : "  " + String.join(", ", names(home));
        out.printf(Locale.ROOT, "  %-" + width + "s %8d%s%n", "findings", count, Terminal.plain(names));
    }

    private static List<String> names(Path home) {
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(home))) {
            return reports.findings();
        } catch (WarehouseException e) {
            // The count stands; what else cannot be read is told by status.
            return List.of("of audits that cannot be read: " + e.getMessage());
        }
    }
}
