package org.fazhi.app.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads lists in the database one after the other, page by page, each page behind the last item of the one before. Needs
 * no restart position: the lists hold only what is still to be done.
 */
final class KeysetReader<T> implements ItemReader<T> {

    private final Deque<Function<Optional<T>, List<T>>> lists;
    private final Deque<T> page = new ArrayDeque<>();
    private Optional<T> last = Optional.empty();

    /** @param pageAfter the items that follow the given one, or the first; empty at the end */
    KeysetReader(Function<Optional<T>, List<T>> pageAfter) {
        this(List.of(pageAfter));
    }

    /** @param lists a list each, as the items that follow the given one, or the first; empty at the end */
    KeysetReader(List<Function<Optional<T>, List<T>>> lists) {
        this.lists = new ArrayDeque<>(lists);
    }

    @Override
    public synchronized @Nullable T read() {
        while (page.isEmpty() && !lists.isEmpty()) {
            page.addAll(lists.getFirst().apply(last));
            last = Optional.ofNullable(page.peekLast());
            if (page.isEmpty()) {
                lists.removeFirst();
            }
        }
        return page.poll();
    }
}
