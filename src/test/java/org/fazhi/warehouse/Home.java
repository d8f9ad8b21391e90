package org.fazhi.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.audit.Auditor;
import org.fazhi.warehouse.load.CaptureKey;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.load.IndicatorEntry;
import org.fazhi.warehouse.load.LinkState;
import org.fazhi.warehouse.load.LoadInput;
import org.fazhi.warehouse.load.PageAnswer;
import org.fazhi.warehouse.load.UntakenLink;
import org.fazhi.warehouse.load.WalkedListing;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.release.Publisher;
import org.fazhi.warehouse.release.ReleaseBuilder;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;

/** A home folder in a temporary place, with a warehouse folder that is a copy of the real one. */
public final class Home {

    public static final DuckSettings SETTINGS = new DuckSettings(256, 1);

    public static final List<IndicatorEntry> INDICATORS = List.of(
            new IndicatorEntry(
                    "reconsideration.accepted",
                    "reconsideration",
                    "行政复议受理数",
                    "Cases accepted",
                    "受理的案件数。",
                    "Cases accepted.",
                    "件",
                    "count",
                    true,
                    Optional.empty(),
                    "neutral",
                    "flow",
                    OptionalInt.of(2024),
                    Optional.of("行政复议法（2023年修订）")),
            new IndicatorEntry(
                    "reconsideration.correction_rate",
                    "reconsideration",
                    "行政复议纠错率",
                    "Correction rate",
                    "纠错的比例。",
                    "Share corrected.",
                    "%",
                    "rate",
                    false,
                    Optional.of("7"),
                    "lower_is_better",
                    "flow",
                    OptionalInt.empty(),
                    Optional.empty()),
            new IndicatorEntry(
                    "publicity.events",
                    "publicity",
                    "普法活动数",
                    "Events",
                    "活动场次。",
                    "Events held.",
                    "场次",
                    "count",
                    true,
                    Optional.empty(),
                    "neutral",
                    "flow",
                    OptionalInt.empty(),
                    Optional.empty()));

    public final WarehouseHome home;
    public final Path folder;
    public LocalDate night = LocalDate.of(2026, 1, 10);
    public List<Source> sources = new ArrayList<>();
    public List<Extract> extracts = new ArrayList<>();
    public List<CaptureKey> captures = new ArrayList<>();
    public List<FetchAttempt> fetches = new ArrayList<>();
    public List<LinkState> links = new ArrayList<>();
    public List<UntakenLink> untaken = new ArrayList<>();
    public List<PageAnswer> answers = new ArrayList<>();
    public int withdrawnAfter = 3;

    /** Empty: every listing is walked to its end in the night itself. */
    public Optional<List<WalkedListing>> walks = Optional.empty();

    public List<IndicatorEntry> indicators = INDICATORS;
    public String codeVersion = "test";
    public Reviews reviews = Reviews.NONE;
    public int keep = 3;
    /** Audits whose errors are accepted. */
    public Set<String> accepted = Set.of();

    private int publishCount;

    public Home(Path root) {
        this(root, root.resolve("warehouse"));
    }

    /** @param folder a place of its own for the copy, where several share one home */
    public Home(Path root, Path folder) {
        home = new WarehouseHome(root.resolve("home"));
        this.folder = folder;
        copy(Path.of("warehouse"), folder);
        write("region/fictional.csv", """
                code,name,level,province_code,province_name,prefecture_name
                990000,青岚省,province,990000,青岚省,
                990101,云溪县,county,990000,青岚省,
                990102,松坪县,county,990000,青岚省,
                990103,白鹭县,county,990000,青岚省,
                991000,沧屿省,province,991000,沧屿省,
                991101,石桥县,county,991000,沧屿省,
                """);
    }

    public void write(String path, String text) {
        try {
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LoadInput input() {
        return new LoadInput(
                night,
                Instant.parse("2026-01-10T17:00:00Z"),
                sources,
                extracts::stream,
                captures::stream,
                fetches::stream,
                links::stream,
                () -> walks.map(List::stream).orElseGet(this::walkedTonight),
                untaken::stream,
                answers::stream,
                withdrawnAfter,
                indicators,
                codeVersion,
                reviews);
    }

    private Stream<WalkedListing> walkedTonight() {
        return sources.stream()
                .flatMap(source -> source.listings().stream()
                        .map(listing -> Walks.whole(source.id(), listing.url().toString(), night)));
    }

    public ReleaseBuilder builder() {
        return new ReleaseBuilder(home, WarehouseFiles.of(folder), SETTINGS);
    }

    public Auditor auditor() {
        return new Auditor(home, WarehouseFiles.of(folder), SETTINGS);
    }

    public Publisher publisher() {
        Clock clock =
                Clock.fixed(night.atTime(20, 0).toInstant(ZoneOffset.UTC).plusSeconds(++publishCount), ZoneOffset.UTC);
        return new Publisher(home, WarehouseFiles.of(folder), SETTINGS, clock, keep);
    }

    public BuiltRelease build() {
        return ((BuildOutcome.Built) builder().build(input(), LoadProgress.NONE)).release();
    }

    /** One whole night after the reading. */
    public Publication night() {
        BuildOutcome outcome = builder().build(input(), LoadProgress.NONE);
        if (outcome instanceof BuildOutcome.NothingNew nothing) {
            return new Publication.Unchanged(nothing.standing());
        }
        BuiltRelease release = ((BuildOutcome.Built) outcome).release();
        return publisher()
                .publish(release, auditor().audit(release.file(), accepted, LoadProgress.NONE), LoadProgress.NONE);
    }

    public Manifest published() {
        Publication publication = night();
        if (publication instanceof Publication.Published published) {
            return published.manifest();
        }
        throw new AssertionError("expected a publish, got " + publication);
    }

    /** Rows of the published file, cells joined by a bar; NULL is "-". */
    public List<String> rows(String sql) {
        return rows(home.published(), sql);
    }

    public static List<String> rows(Path file, String sql) {
        try (Connection connection = reader(file)) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public static Connection reader(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty("jdbc_instance_cache", "false");
        return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    }

    public static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    Object cell = result.getObject(column);
                    cells.add(cell == null ? "-" : cell.toString());
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    /** Runs a statement on a file that nobody reads. */
    public static void execute(Path file, String sql) {
        Properties properties = new Properties();
        properties.setProperty("jdbc_instance_cache", "false");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static void copy(Path from, Path to) {
        for (String path : WarehouseFiles.of(from).paths()) {
            try {
                Path target = to.resolve(path);
                Files.createDirectories(target.getParent());
                Files.copy(from.resolve(path), target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
