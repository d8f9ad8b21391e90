package org.fazhi.reading.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of heads that name places, those whose numbers are not the reporting body's: of 全省 | 全市 | 本县 all but the narrowest, and of
 * 柏溪区 | 栖川县, of which one may be its own, both.
 */
final class PlaceHeads {

    /** From the widest; a body stands below its place. */
    private static final List<String> LEVELS = List.of("国", "省 自治区", "市 州 盟", "县 区 旗", "镇 乡 街道", "局 委 办");

    private PlaceHeads() {}

    /** @param head rows of cells; a single place among them says nothing, as it may be the body's own */
    static Set<String> others(List<List<String>> head) {
        Map<String, Integer> own = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (List<String> row : head) {
            for (String cell : row) {
                level(TableSigns.Sign.SCOPE, cell).ifPresent(level -> own.put(cell, level));
                level(TableSigns.Sign.PLACE, cell).ifPresent(level -> named.put(cell, level));
            }
        }
        int narrowest = Math.max(greatest(own), greatest(named));
        Set<String> others = new HashSet<>();
        own.forEach((cell, level) -> {
            if (level < narrowest) {
                others.add(cell);
            }
        });
        boolean isOneOwn = own.containsValue(narrowest)
                || named.values().stream().filter(level -> level == narrowest).count() > 1;
        named.forEach((cell, level) -> {
            if (level < narrowest || isOneOwn) {
                others.add(cell);
            }
        });
        return others;
    }

    private static int greatest(Map<String, Integer> levels) {
        return levels.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    private static Optional<Integer> level(TableSigns.Sign sign, String cell) {
        return TableSigns.bundled().level(sign, CellTime.plain(cell)).map(word -> {
            int level = 0;
            while (!List.of(LEVELS.get(level).split(" ")).contains(word)) {
                level++;
            }
            return level;
        });
    }
}
