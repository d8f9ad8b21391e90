package org.fazhi.harvest.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The division codes of GB/T 2260 with their history from 1981 to 2024. The table is github yescallop/areacodes (CC0),
 * kept in {@code warehouse/region}. Codes of the form 99xxxx are fictional and belong to samples and tests.
 */
public final class RegionCodes {

    /** The first year the table knows. */
    public static final int FIRST_YEAR = 1981;

    private static final String TABLE = "/warehouse/region/gb2260-1981-2024.csv";
    private static final String HEADER = "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码";
    private static final Pattern FICTIONAL = Pattern.compile("99\\d{4}");
    private static final Map<String, String> LEVELS = Map.of("省级", "province", "地级", "prefecture", "县级", "county");

    private final Map<String, List<Region>> byCode;
    private final Map<String, List<Region>> byName;

    private RegionCodes(List<Region> regions) {
        byCode = new HashMap<>();
        byName = new HashMap<>();
        for (Region region : regions) {
            byCode.computeIfAbsent(region.code(), code -> new ArrayList<>()).add(region);
            byName.computeIfAbsent(region.name(), name -> new ArrayList<>()).add(region);
        }
    }

    /** Holds the table, which is read once a program. */
    private static final class Table {
        static final RegionCodes CODES = new RegionCodes(readTable());
    }

    /** The table; read once and shared, since it never changes. */
    public static RegionCodes load() {
        return Table.CODES;
    }

    /** True for a fictional code, 99xxxx. */
    public static boolean isFictional(String code) {
        return FICTIONAL.matcher(code).matches();
    }

    /** True for a code that stands or once stood in the table, and for a fictional one. */
    public boolean contains(String code) {
        return byCode.containsKey(code) || isFictional(code);
    }

    /**
     * What the code meant in the year. A year after the table's end counts as its last; empty for fictional codes, for
     * unknown ones and before or after their life.
     */
    public Optional<Region> at(String code, int year) {
        return history(code).stream().filter(region -> region.isValidIn(year)).findFirst();
    }

    /** The name the code had in the year. */
    public Optional<String> name(String code, int year) {
        return at(code, year).map(Region::name);
    }

    /** All that the code ever meant, in the order of years. */
    public List<Region> history(String code) {
        return List.copyOf(byCode.getOrDefault(code, List.of()));
    }

    /** All regions that bear or bore exactly this name, such as the several 鼓楼区; those in use first. */
    public List<Region> named(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .sorted(java.util.Comparator.comparing(
                        region -> region.validTo().isPresent()))
                .toList();
    }

    /** The name of the province a code lies in, by its first two digits; empty for fictional and unknown ones. */
    public Optional<String> provinceName(String code) {
        if (code.length() != 6) {
            return Optional.empty();
        }
        List<Region> province = history(code.substring(0, 2) + "0000");
        return province.isEmpty()
                ? Optional.empty()
                : Optional.of(province.get(province.size() - 1).name());
    }

    /** All rows, in the order of the table. */
    public List<Region> all() {
        return byCode.values().stream()
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparing(Region::code).thenComparing(Region::validFrom))
                .toList();
    }

    private static List<Region> readTable() {
        try (InputStream stream = RegionCodes.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException(TABLE + ": expected it on the class path, got nothing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            String header = Optional.ofNullable(lines.readLine()).orElse("");
            // The file begins with a byte order mark.
            if (!header.endsWith(HEADER)) {
                throw new IllegalStateException(TABLE + ":1: expected " + HEADER + ", got " + header);
            }
            List<Region> regions = new ArrayList<>();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                regions.add(row(line, number));
            }
            return regions;
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + ": cannot be read", e);
        }
    }

    private static Region row(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length != 9) {
            throw new IllegalStateException(TABLE + ":" + number + ": expected 9 cells, got " + cells.length);
        }
        return new Region(
                cells[0],
                cells[3],
                Optional.ofNullable(LEVELS.get(cells[4])).orElse(cells[4]),
                cells[1],
                cells[2],
                Integer.parseInt(cells[6]),
                cells[7].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells[7])),
                successors(cells[8]));
    }

    /** Reads {@code 130102;130108[2001]}. */
    private static List<Region.Successor> successors(String cell) {
        List<Region.Successor> successors = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            int bracket = part.indexOf('[');
            if (bracket > 0) {
                int year = Integer.parseInt(part.substring(bracket + 1, part.length() - 1));
                successors.add(new Region.Successor(part.substring(0, bracket), OptionalInt.of(year)));
            } else if (!part.isEmpty()) {
                successors.add(new Region.Successor(part, OptionalInt.empty()));
            }
        }
        return successors;
    }
}
