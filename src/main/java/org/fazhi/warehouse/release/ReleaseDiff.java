package org.fazhi.warehouse.release;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Says what differs between any two kept releases, by the SQL that makes {@code mart_change}. Reads both, writes nothing.
 */
public final class ReleaseDiff {

    /** In the order of {@link ReleaseChange}. */
    private static final String COLUMNS =
            "subject, change, document_id, url, region_code, issuer_kind, report_year, indicator_code, field, value_before,"
                    + " value_after, reason, issuer_name";

    /** What {@link #SCRIPT} looks regions up with. */
    private static final String REGION_IN_YEAR = "transforms/05_region_in_year.sql";

    private static final String SCRIPT = "marts/40_mart_change.sql";

    /** What {@link #SCRIPT} reads of the release after. */
    private static final List<String> READ =
            List.of("mart_document", "mart_observation", "fact_reading", "dim_source", "dim_region", "dim_indicator");

    /** Columns of these that a release of an earlier program does not have. */
    private static final Map<String, List<String>> LATER = Map.of(
            "mart_document",
            List.of("same_as VARCHAR", "withdrawn_on DATE"),
            "dim_region",
            List.of("prefecture_code VARCHAR"),
            "dim_indicator",
            List.of("indicator_name_en VARCHAR"));

    private final WarehouseHome home;
    private final WarehouseFiles files;
    private final DuckSettings settings;

    public ReleaseDiff(WarehouseHome home, WarehouseFiles files, DuckSettings settings) {
        this.home = home;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Hands on every row that differs, documents first, each kind in the order of its documents' ids.
     *
     * @throws WarehouseException where one of the releases is not kept or cannot be compared
     */
    public void between(String before, String after, Consumer<ReleaseChange> reader) {
        Releases releases = new Releases(home);
        Manifest former = releases.find(before);
        Manifest latter = releases.find(after);
        if (!before.equals(after)) {
            boolean isBackward = latter.publishedAt().isBefore(former.publishedAt());
            between(former, releases.file(latter), isBackward, reader);
        }
    }

    /**
     * Hands on every row in which what the last night built and did not publish differs from a release.
     *
     * @throws WarehouseException where the release is not kept, nothing was refused, or they cannot be compared
     */
    public void refused(String before, Consumer<ReleaseChange> reader) {
        Manifest former = new Releases(home).find(before);
        RefusedBuild refused = RefusedBuild.of(home)
                .orElseThrow(() -> new WarehouseException(home.build()
                        + ": expected what the last night built and did not publish, got nothing refused"));
        between(former, refused.file(), false, reader);
    }

    private void between(Manifest former, Path to, boolean isBackward, Consumer<ReleaseChange> reader) {
        String before = former.release();
        Path from = new Releases(home).file(former);
        try (WorkingFile file = WorkingFile.inMemory(settings, List.of(home.release(before), to.getParent()))) {
            Optional<String> problem = ReleaseBefore.attach(file, from, before, former.rows());
            if (problem.isPresent()) {
                throw new WarehouseException(from + ": expected a release to compare with, got: " + problem.get());
            }
            file.execute("ATTACH " + WorkingFile.literal(to) + " AS after (READ_ONLY)");
            for (String view : READ) {
                file.execute("CREATE VIEW " + view + " AS FROM "
                        + ReleaseBefore.withLater("after." + view, LATER.getOrDefault(view, List.of())));
            }
            ReleaseBefore.layLaterTables(file, "after");
            file.execute("SET VARIABLE is_backward = " + isBackward);
            file.execute(files.text(REGION_IN_YEAR));
            file.execute(files.text(SCRIPT));
            file.each("SELECT " + COLUMNS + " FROM mart_change", row -> reader.accept(change(row)));
        } catch (SQLException e) {
            throw new WarehouseException(to + ": could not be compared with " + before + ": " + e.getMessage(), e);
        }
    }

    private static ReleaseChange change(List<String> row) {
        return new ReleaseChange(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12));
    }
}
