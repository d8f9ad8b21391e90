package org.fazhi.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads items that the writer takes off a list in the database: a chunk at a time, when the chunk before it is committed.
 * A fill that is not full is the last one, since what it holds stays on the list until its chunk is committed. Needs no
 * restart position: what is done is no longer on the list.
 */
final class RefillingReader<T> implements ItemReader<T> {

    private final int chunk;
    private final IntFunction<List<T>> next;
    private final Deque<T> buffer = new ArrayDeque<>();
    private boolean isLast;

    /**
     * @param chunk items of the step's chunk
     * @param next the first items of the list, at most so many
     */
    RefillingReader(int chunk, IntFunction<List<T>> next) {
        this.chunk = chunk;
        this.next = next;
    }

    @Override
    public synchronized @Nullable T read() {
        if (buffer.isEmpty() && !isLast) {
            buffer.addAll(next.apply(chunk));
            isLast = buffer.size() < chunk;
        }
        return buffer.poll();
    }
}
