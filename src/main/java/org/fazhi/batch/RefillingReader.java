package org.fazhi.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads items that the writer takes off a list in the database: when its buffer is empty it asks for what is left. The
 * buffer must be filled with one chunk at most, so that it is never refilled before the chunk before it is committed.
 * Needs no restart position: what is done is no longer on the list.
 */
final class RefillingReader<T> implements ItemReader<T> {

    private final Supplier<List<T>> next;
    private final Deque<T> buffer = new ArrayDeque<>();

    RefillingReader(Supplier<List<T>> next) {
        this.next = next;
    }

    @Override
    public synchronized @Nullable T read() {
        if (buffer.isEmpty()) {
            buffer.addAll(next.get());
        }
        return buffer.poll();
    }
}
