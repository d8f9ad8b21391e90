package org.fazhi.reading.indicators;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fazhi.text.Span;

/**
 * Finds every occurrence of every word of the dictionary in one pass over a text, in time linear in text and
 * occurrences (A. V. Aho, M. J. Corasick, Efficient string matching, CACM 18/6, 1975). Words are plain strings, so no
 * dictionary can make it slow.
 */
final class WordScanner {

    private static final int STATE_BITS = 20;
    private static final int MOST_STATES = (1 << STATE_BITS) - 1;

    private final List<String> words;
    private final int[] lengths;
    /** By character the state after it at the start of a word, 0 where no word begins with it. */
    private final int[] firstStates = new int[Character.MAX_VALUE + 1];
    /**
     * Edges by open addressing: {@code (state << 16 | character) + 1}, 0 where free, and in the low bits the state it
     * leads to.
     */
    private final long[] edges;

    private final int[] fail;
    /** Word that ends in a state, or -1. */
    private final int[] ending;
    /** Nearest state along the fail links in which a word ends, or 0. */
    private final int[] next;

    private WordScanner(List<String> words, Map<Long, Integer> edges, int[] fail, int[] ending, int[] next) {
        this.words = words;
        this.lengths = words.stream().mapToInt(String::length).toArray();
        int capacity = Integer.highestOneBit(Math.max(8, edges.size() * 2)) * 2;
        this.edges = new long[capacity];
        edges.forEach((edge, target) -> {
            this.edges[slot(edge + 1)] = edge + 1 << STATE_BITS | target;
            if (edge >> 16 == 0) {
                firstStates[(int) (edge & 0xFFFF)] = target;
            }
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
        if (ending.size() > MOST_STATES) {
            throw new IllegalArgumentException(
                    "words: expected at most " + MOST_STATES + " characters in all, got " + ending.size());
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
        for (int state = from; state != 0; state = fail[state]) {
            long found = edges[slot(edge(state, character) + 1)];
            if (found != 0) {
                return (int) found & MOST_STATES;
            }
        }
        return firstStates[character];
    }

    /** Where the key stands, or the free slot where it would. */
    private int slot(long key) {
        int mask = edges.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (edges[slot] != 0 && edges[slot] >>> STATE_BITS != key) {
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

    /** Every occurrence of every word. */
    Occurrences scan(String text) {
        Hits hits = new Hits(text.length());
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int at = ending[state] >= 0 ? state : next[state]; at != 0; at = next[at]) {
                hits.add(ending[at], i + 1);
            }
        }
        return new Occurrences(this, text.length(), hits);
    }

    /** Words and where they end, in the order of the text; grows as it is filled. */
    private static final class Hits {

        private int[] words;
        private int[] ends;
        private int size;

        private Hits(int room) {
            this.words = new int[room + 16];
            this.ends = new int[room + 16];
        }

        private void add(int word, int end) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            words[size] = word;
            ends[size++] = end;
        }
    }

    /** Where the words stand in one text. */
    static final class Occurrences {

        private final WordScanner scanner;
        private final Hits hits;
        /** By offset the first hit that ends there or later. */
        private final int[] hitAt;
        /** All starts, word by word, ascending; those of a word begin at its entry in {@link #from}. */
        private final int[] starts;

        private final int[] from;

        private Occurrences(WordScanner scanner, int length, Hits hits) {
            this.scanner = scanner;
            this.hits = hits;
            this.hitAt = new int[length + 2];
            this.from = new int[scanner.words.size() + 1];
            for (int i = 0; i < hits.size; i++) {
                hitAt[hits.ends[i] + 1]++;
                from[hits.words[i] + 1]++;
            }
            for (int offset = 1; offset < hitAt.length; offset++) {
                hitAt[offset] += hitAt[offset - 1];
            }
            for (int word = 1; word < from.length; word++) {
                from[word] += from[word - 1];
            }
            this.starts = new int[hits.size];
            int[] filled = Arrays.copyOf(from, from.length);
            for (int i = 0; i < hits.size; i++) {
                int word = hits.words[i];
                starts[filled[word]++] = hits.ends[i] - length(word);
            }
        }

        /** Start of the first occurrence that lies within {@code start..end}, or -1. */
        int first(int word, int start, int end) {
            if (from[word] == from[word + 1]) {
                return -1;
            }
            int at = Arrays.binarySearch(starts, from[word], from[word + 1], start);
            int index = at >= 0 ? at : -at - 1;
            return index < from[word + 1] && starts[index] + length(word) <= end ? starts[index] : -1;
        }

        /** Start of the last occurrence that lies within {@code start..end}, or -1. */
        int last(int word, int start, int end) {
            if (from[word] == from[word + 1]) {
                return -1;
            }
            int at = Arrays.binarySearch(starts, from[word], from[word + 1], end - length(word));
            int index = at >= 0 ? at : -at - 2;
            return index >= from[word] && starts[index] >= start ? starts[index] : -1;
        }

        /** The words of which an occurrence lies within one of the stretches. */
        WordSet words(List<Span> stretches) {
            WordSet found = new WordSet(scanner.words.size());
            for (Span stretch : stretches) {
                for (int i = hitAt[stretch.start()]; i < hitAt[stretch.end() + 1]; i++) {
                    if (hits.ends[i] - length(hits.words[i]) >= stretch.start()) {
                        found.add(hits.words[i]);
                    }
                }
            }
            return found;
        }

        int length(int word) {
            return scanner.lengths[word];
        }

        /** All starts, ascending. */
        int[] all(int word) {
            return Arrays.copyOfRange(starts, from[word], from[word + 1]);
        }
    }
}
