package org.fazhi.indicators;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every occurrence of every word of the dictionary in one pass over a text, in time linear in text and
 * occurrences (A. V. Aho, M. J. Corasick, Efficient string matching, CACM 18/6, 1975). Words are plain strings, so no
 * dictionary can make it slow.
 */
final class WordScanner {

    private final List<String> words;
    /** Edges by open addressing: {@code (state << 16 | character) + 1}, 0 where free, and the state each leads to. */
    private final long[] edgeKeys;

    private final int[] edgeTargets;
    private final int[] fail;
    /** Word that ends in a state, or -1. */
    private final int[] ending;
    /** Nearest state along the fail links in which a word ends, or 0. */
    private final int[] next;

    private WordScanner(List<String> words, Map<Long, Integer> edges, int[] fail, int[] ending, int[] next) {
        this.words = words;
        int capacity = Integer.highestOneBit(Math.max(8, edges.size() * 2)) * 2;
        this.edgeKeys = new long[capacity];
        this.edgeTargets = new int[capacity];
        edges.forEach((edge, target) -> {
            int slot = slot(edge + 1);
            edgeKeys[slot] = edge + 1;
            edgeTargets[slot] = target;
        });
        this.fail = fail;
        this.ending = ending;
        this.next = next;
    }

    /** A scanner for distinct, non-empty words; a word's id is its index. */
    static WordScanner of(List<String> words) {
        Map<Long, Integer> edges = new HashMap<>();
        List<Integer> ending = new ArrayList<>(List.of(-1));
        for (int id = 0; id < words.size(); id++) {
            int state = 0;
            String word = words.get(id);
            for (int i = 0; i < word.length(); i++) {
                long edge = edge(state, word.charAt(i));
                Integer target = edges.get(edge);
                if (target == null) {
                    target = ending.size();
                    ending.add(-1);
                    edges.put(edge, target);
                }
                state = target;
            }
            ending.set(state, id);
        }
        int[] ends = ending.stream().mapToInt(Integer::intValue).toArray();
        int[] fail = new int[ends.length];
        int[] next = new int[ends.length];
        link(edges, ends, fail, next);
        return new WordScanner(List.copyOf(words), edges, fail, ends, next);
    }

    private static void link(Map<Long, Integer> edges, int[] ending, int[] fail, int[] next) {
        Map<Integer, List<Map.Entry<Character, Integer>>> children = new HashMap<>();
        edges.forEach((edge, target) -> children.computeIfAbsent((int) (edge >> 16), state -> new ArrayList<>())
                .add(Map.entry((char) (edge & 0xFFFF), target)));
        Deque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (Map.Entry<Character, Integer> child : children.getOrDefault(state, List.of())) {
                int target = child.getValue();
                fail[target] = state == 0 ? 0 : step(edges, fail, fail[state], child.getKey());
                next[target] = ending[fail[target]] >= 0 ? fail[target] : next[fail[target]];
                queue.add(target);
            }
        }
    }

    private static int step(Map<Long, Integer> edges, int[] fail, int from, char character) {
        int state = from;
        while (true) {
            Integer target = edges.get(edge(state, character));
            if (target != null) {
                return target;
            }
            if (state == 0) {
                return 0;
            }
            state = fail[state];
        }
    }

    private int step(int from, char character) {
        int state = from;
        while (true) {
            int slot = slot(edge(state, character) + 1);
            if (edgeKeys[slot] != 0) {
                return edgeTargets[slot];
            }
            if (state == 0) {
                return 0;
            }
            state = fail[state];
        }
    }

    /** Where the key stands, or the free slot where it would. */
    private int slot(long key) {
        int mask = edgeKeys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (edgeKeys[slot] != 0 && edgeKeys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long edge(int state, char character) {
        return ((long) state << 16) | character;
    }

    String word(int id) {
        return words.get(id);
    }

    Occurrences scan(String text) {
        int[][] starts = new int[words.size()][0];
        int[] counts = new int[words.size()];
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int at = ending[state] >= 0 ? state : next[state]; at != 0; at = next[at]) {
                int id = ending[at];
                if (counts[id] == starts[id].length) {
                    starts[id] = Arrays.copyOf(starts[id], Math.max(4, counts[id] * 2));
                }
                starts[id][counts[id]++] = i + 1 - words.get(id).length();
            }
        }
        for (int id = 0; id < starts.length; id++) {
            starts[id] = Arrays.copyOf(starts[id], counts[id]);
        }
        return new Occurrences(this, starts);
    }

    /** Where the words stand in one text. */
    static final class Occurrences {

        private final WordScanner scanner;
        private final int[][] starts;

        private Occurrences(WordScanner scanner, int[][] starts) {
            this.scanner = scanner;
            this.starts = starts;
        }

        /** Start of the first occurrence that lies within {@code from..to}, or -1. */
        int first(int word, int from, int to) {
            int[] found = starts[word];
            if (found.length == 0) {
                return -1;
            }
            int at = Arrays.binarySearch(found, from);
            int index = at >= 0 ? at : -at - 1;
            return index < found.length && found[index] + length(word) <= to ? found[index] : -1;
        }

        /** Start of the last occurrence that lies within {@code from..to}, or -1. */
        int last(int word, int from, int to) {
            int[] found = starts[word];
            if (found.length == 0) {
                return -1;
            }
            int at = Arrays.binarySearch(found, to - length(word));
            int index = at >= 0 ? at : -at - 2;
            return index >= 0 && found[index] >= from ? found[index] : -1;
        }

        boolean isAnywhere(int word) {
            return starts[word].length > 0;
        }

        int length(int word) {
            return scanner.word(word).length();
        }

        /** All starts, ascending. */
        int[] all(int word) {
            return starts[word].clone();
        }
    }
}
