package org.fazhi.warehouse.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.Region;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;

/**
 * Reads the tables of regions under {@code warehouse/region/} into {@code dim_region}: GB/T 2260 from 1981 on, with the
 * codes that succeeded, and the sample's fictional regions where their table stands.
 */
final class RegionTable {

    private static final String REAL = "region/gb2260-1981-2024.csv";
    private static final String FICTIONAL = "region/fictional.csv";

    /** A real region under the code: governed by the province itself. */
    private static final String GOVERNED_BY_PROVINCE = "直辖";

    private static final int REAL_CELLS = 9;
    private static final int FICTIONAL_CELLS = 6;
    private static final int FIRST_YEAR = 1981;

    /** A successor; with a year where only a part went to it, then. */
    private static final Pattern SUCCESSOR = Pattern.compile("([0-9]{6})(\\[[0-9]{4}])?");

    private final WarehouseFiles files;

    RegionTable(WarehouseFiles files) {
        this.files = files;
    }

    long load(TableWriter writer) throws SQLException {
        List<String[]> real = rows(REAL, files.text(REAL), REAL_CELLS);
        for (String[] row : real) {
            real(writer, row);
        }
        Optional<String> fictional = files.find(FICTIONAL);
        if (fictional.isPresent()) {
            for (String[] row : rows(FICTIONAL, fictional.get(), FICTIONAL_CELLS)) {
                fictional(writer, row);
            }
        }
        return writer.rows();
    }

    /** The same rows, as names are looked up in them. */
    List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        for (String[] row : rows(REAL, files.text(REAL), REAL_CELLS)) {
            List<Region.Successor> successors = new ArrayList<>();
            Matcher matcher = SUCCESSOR.matcher(row[8]);
            while (matcher.find()) {
                successors.add(new Region.Successor(matcher.group(1), OptionalInt.empty()));
            }
            regions.add(new Region(
                    row[0], row[3], level(row[4]), row[1], row[2], Integer.parseInt(row[6]), year(row[7]), successors));
        }
        for (String[] row : files.find(FICTIONAL)
                .map(text -> rows(FICTIONAL, text, FICTIONAL_CELLS))
                .orElse(List.of())) {
            regions.add(new Region(
                    row[0], row[1], level(row[2]), row[4], row[5], FIRST_YEAR, OptionalInt.empty(), List.of()));
        }
        return regions;
    }

    private static OptionalInt year(String cell) {
        return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
    }

    /** 代码, 一级行政区, 二级行政区, 名称, 级别, 状态, 启用时间, 变更/弃用时间, 新代码. */
    private static void real(TableWriter writer, String[] row) throws SQLException {
        List<String> successors = new ArrayList<>();
        List<String> splits = new ArrayList<>();
        Matcher matcher = SUCCESSOR.matcher(row[8]);
        while (matcher.find()) {
            (matcher.group(2) == null ? successors : splits).add(matcher.group(1));
        }
        write(
                writer,
                row[0],
                row[3],
                level(row[4]),
                row[0].substring(0, 2) + "0000",
                row[1],
                row[2],
                Integer.parseInt(row[6]),
                year(row[7]),
                successors,
                splits,
                false);
    }

    /** code, name, level, province_code, province_name, prefecture_name. */
    private static void fictional(TableWriter writer, String[] row) throws SQLException {
        write(
                writer,
                row[0],
                row[1],
                level(row[2]),
                row[3],
                row[4],
                row[5],
                FIRST_YEAR,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                true);
    }

    private static void write(
            TableWriter writer,
            String code,
            String name,
            String level,
            String provinceCode,
            String provinceName,
            String prefectureName,
            int from,
            OptionalInt to,
            List<String> successors,
            List<String> splits,
            boolean isFictional)
            throws SQLException {
        Optional<String> prefecture = Optional.of(prefectureName)
                .filter(text -> !text.isEmpty() && !text.equals(GOVERNED_BY_PROVINCE) && level.equals("county"));
        writer.row()
                .text("region_key", code + "-" + from)
                .text("region_code", code)
                .text("region_name", name)
                .text("region_level", level)
                .text("province_code", provinceCode)
                .text("province_name", provinceName)
                .text("prefecture_name", prefecture)
                .integer("valid_from_year", from)
                .integer("valid_to_year", to)
                .texts("successor_codes", successors)
                .texts("split_codes", splits)
                .flag("is_fictional", isFictional)
                .flag("is_listed", true)
                .end();
    }

    private static String level(String word) {
        return switch (word) {
            case "省级", "province" -> "province";
            case "地级", "prefecture" -> "prefecture";
            default -> "county";
        };
    }

    /** The tables hold no quotes and no commas inside a cell. */
    private static List<String[]> rows(String path, String text, int columns) {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).strip().split(",", -1);
            if (cells.length != columns || !cells[0].matches("[0-9]{6}")) {
                throw new WarehouseException("warehouse/" + path + ":" + (i + 1) + ": expected " + columns
                        + " cells with a code of six digits first, got " + lines.get(i));
            }
            rows.add(cells);
        }
        return rows;
    }
}
