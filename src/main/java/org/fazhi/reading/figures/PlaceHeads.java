package org.fazhi.reading.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of heads that name places, those whose numbers are not the reporting body's: of 全省 | 全市 | 本县 all but its own level, and of
 * 柏溪区 | 栖川县 all but its own name.
 */
final class PlaceHeads {

    /** From the widest; a body stands below its place. As {@link Reporter#level} counts. */
    private static final List<String> LEVELS = List.of("国", "省 自治区", "市 州 盟", "县 区 旗", "镇 乡 街道", "局 委 办");

    private final Map<String, Integer> scopes = new HashMap<>();
    private final Map<String, Integer> named = new HashMap<>();

    private PlaceHeads() {}

    /**
     * @param head rows of cells; a single place among them that is not the body's by its name says nothing
     * @param reporter where its level is not known, the narrowest of several is its own
     */
    static Set<String> others(List<List<String>> head, Reporter reporter) {
        PlaceHeads places = new PlaceHeads();
        head.forEach(row -> row.forEach(cell -> places.read(cell, reporter)));
        return places.others(reporter.level());
    }

    /** Whether a cell of a row names a place that is wider than the body's. */
    static boolean isOfWider(List<String> row, Reporter reporter) {
        return row.stream()
                .anyMatch(cell -> level(TableSigns.Sign.SCOPE, cell)
                        .filter(level -> level < reporter.level())
                        .isPresent());
    }

    private void read(String cell, Reporter reporter) {
        Optional<Integer> place = level(TableSigns.Sign.PLACE, cell);
        boolean isOwn = place.isPresent() && reporter.name().contains(CellTime.plain(cell));
        level(TableSigns.Sign.SCOPE, cell).ifPresent(level -> scopes.put(cell, level));
        place.ifPresent(level -> (isOwn ? scopes : named).put(cell, level));
    }

    private Set<String> others(int level) {
        int narrowest = Math.max(greatest(scopes), greatest(named));
        // Of a county's bureau 本局 is its own beside 全县.
        boolean isBody = greatest(scopes) == LEVELS.size() - 1;
        int own = scopes.containsValue(level) && !isBody ? level : narrowest;
        Set<String> others = new HashSet<>();
        scopes.forEach((cell, at) -> {
            if (at != own || at < level) {
                others.add(cell);
            }
        });
        boolean isOneOwn = scopes.containsValue(own)
                || named.values().stream().filter(at -> at == own).count() > 1;
        named.forEach((cell, at) -> {
            if (at < own || isOneOwn) {
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
