package org.fazhi.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads a list in the database page by page, each page behind the last item of the one before. Needs no restart position:
 * the list holds only what is still to be done.
 */
final class KeysetReader<T> implements ItemReader<T> {

    private final Function<Optional<T>, List<T>> pageAfter;
    private final Deque<T> page = new ArrayDeque<>();
    private Optional<T> last = Optional.empty();
    private boolean isAtEnd;

    /** @param pageAfter the items that follow the given one, or the first; empty at the end */
    KeysetReader(Function<Optional<T>, List<T>> pageAfter) {
        this.pageAfter = pageAfter;
    }

    @Override
    public synchronized @Nullable T read() {
        if (page.isEmpty() && !isAtEnd) {
            page.addAll(pageAfter.apply(last));
            isAtEnd = page.isEmpty();
            last = Optional.ofNullable(page.peekLast());
        }
        return page.poll();
    }
}
