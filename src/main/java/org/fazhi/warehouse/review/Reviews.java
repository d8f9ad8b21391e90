package org.fazhi.warehouse.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.store.NormalUrl;
import org.fazhi.warehouse.store.WarehouseFiles;

/** All entries that hold for a release. */
public final class Reviews {

    /** Nobody has put anything right. */
    public static final Reviews NONE = new Reviews(List.of(), UnitClasses.none(), Map.of());

    /** The unit of shares; every indicator in it lies between 0 and 100, as the audit rate_out_of_range holds. */
    private static final String SHARE = "%";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    static final int MOST_FILES = 1_000;

    private static final int MOST_ENTRIES = 50_000;

    private static final int FOLDER_DEPTH = 5;

    private final List<Review> entries;
    private final UnitClasses units;
    private final Map<String, String> unitByCode;
    private final Map<String, List<Review>> byDocument = new HashMap<>();

    private Reviews(List<Review> entries, UnitClasses units, Map<String, String> unitByCode) {
        this.entries = List.copyOf(entries);
        this.units = units;
        this.unitByCode = Map.copyOf(unitByCode);
        for (Review entry : entries) {
            DocumentKey key = entry.document();
            String place = key.url().isPresent()
                    ? key.meaning()
                    : DocumentKey.issuerAndYear(
                            key.issuer().orElse(""), key.reportYear().orElse(0));
            byDocument.computeIfAbsent(place, any -> new ArrayList<>()).add(entry);
        }
    }

    /**
     * Reads every {@code *.yml} and {@code *.yaml} below the folders; of a folder named twice once.
     *
     * @param folders each a folder that is there
     * @param unitByCode the indicators of the dictionary and their units
     * @param files with the list of units
     * @param today no review is of a later day
     * @throws ConfigurationException with every problem of every file
     */
    public static Reviews read(
            List<Path> folders, Map<String, String> unitByCode, WarehouseFiles files, LocalDate today) {
        return read(folders, unitByCode, () -> UnitClasses.read(files), today);
    }

    static Reviews read(
            List<Path> folders, Map<String, String> unitByCode, Supplier<UnitClasses> unitClasses, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        Map<Path, String> found = new LinkedHashMap<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            for (Path file : filesBelow(folder, problems)) {
                if (seen.add(file.toAbsolutePath().normalize())) {
                    found.put(file, shown(folder, file));
                }
            }
        }
        if (found.isEmpty() && problems.isEmpty()) {
            return NONE;
        }
        UnitClasses units = unitClasses.get();
        ReviewReader reader = new ReviewReader(unitByCode, units, today, problems);
        List<Review> entries = new ArrayList<>();
        Map<Review, Path> places = new IdentityHashMap<>();
        found.forEach((file, shown) -> {
            for (Review review : reader.read(file, shown)) {
                entries.add(review);
                places.put(review, file);
            }
        });
        reader.refuseReviewsOfNoReport(entries, places);
        if (entries.size() > MOST_ENTRIES) {
            problems.add(new Problem(
                    folders.get(0),
                    0,
                    "reviews",
                    "expected at most " + MOST_ENTRIES + " entries, got " + entries.size()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Reviews(entries, units, unitByCode);
    }

    /** Why a value cannot be one of a share; empty where it can, or where the indicator or the unit is none. */
    static Optional<String> outsideShare(String counted, String unit, BigDecimal value, String code) {
        boolean isShare = counted.equals(SHARE) && unit.equals(SHARE);
        return isShare && value.compareTo(WHOLE) > 0
                ? Optional.of("expected 0 to 100, as " + code + " is a share in %, got " + value.toPlainString())
                : Optional.empty();
    }

    private static List<Path> filesBelow(Path folder, List<Problem> problems) {
        try (Stream<Path> walk = Files.walk(folder, FOLDER_DEPTH)) {
            List<Path> files = walk.filter(Reviews::isReviewFile)
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                problems.add(new Problem(folder, 0, "reviews", "expected at most " + MOST_FILES + " files, got more"));
                return List.of();
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Problem(folder, 0, "reviews", "expected a folder that can be listed, got " + e));
            return List.of();
        }
    }

    private static boolean isReviewFile(Path path) {
        String name = String.valueOf(path.getFileName());
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(path);
    }

    private static String shown(Path folder, Path file) {
        return folder.toAbsolutePath().normalize().getFileName() + "/"
                + folder.relativize(file).toString().replace('\\', '/');
    }

    public List<Review> entries() {
        return entries;
    }

    /** Digest over what the entries say, wherever they stand. */
    public String fingerprint() {
        return Digest.of(String.join(
                        "\n", entries.stream().map(Review::id).sorted().toList()))
                .hex();
    }

    /** Those of a document that is known by its URL, and as that of an issuer on a year. */
    List<Review> of(String url, String issuer, int year) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        byDocument.getOrDefault(NormalUrl.of(url), List.of()).stream(),
                        byDocument.getOrDefault(DocumentKey.issuerAndYear(issuer, year), List.of()).stream())
                .toList();
    }

    boolean areAlike(String unit, String other) {
        return units.areAlike(unit, other);
    }

    /** The unit of an indicator, which is known. */
    String unitOf(String code) {
        return unitByCode.getOrDefault(code, "");
    }
}
