package org.fazhi.app.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fazhi.text.Digest;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition a host, so that each host is asked by one thread and slow hosts do not hold up others. Which host a worker is
 * for says its name alone: a context that was to be saved when the night was killed comes back empty.
 */
final class HostPartitioner implements Partitioner {

    /** Spring Batch keeps a step's name in 100 characters. */
    private static final int NAME_LENGTH = 60;

    private static final char SEPARATOR = ':';

    private final Supplier<List<String>> authorities;

    HostPartitioner(Supplier<List<String>> authorities) {
        this.authorities = authorities;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String authority : authorities.get()) {
            partitions.put(nameOf(authority), new ExecutionContext());
        }
        return partitions;
    }

    /**
     * The host that a worker is for.
     *
     * @param worker the name of its step, such as {@code discoverHost:www.linjiang.example}
     * @param known all hosts there are
     * @throws IllegalStateException where it is for none of them
     */
    static String authorityOf(String worker, Collection<String> known) {
        String name = worker.substring(worker.indexOf(SEPARATOR) + 1);
        return known.stream()
                .filter(authority -> nameOf(authority).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        worker + ": expected one of the " + known.size() + " hosts of the night, got none"));
    }

    private static String nameOf(String authority) {
        return authority.length() <= NAME_LENGTH
                ? authority
                : Digest.of(authority).hex().substring(0, NAME_LENGTH);
    }
}
