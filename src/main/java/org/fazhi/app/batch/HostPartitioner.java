package org.fazhi.app.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fazhi.text.Digest;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition a host, so that each host is asked by one thread and slow hosts do not hold up others. */
final class HostPartitioner implements Partitioner {

    static final String AUTHORITY = "authority";

    /** Spring Batch keeps a step's name in 100 characters. */
    private static final int NAME_LENGTH = 60;

    private final Supplier<List<String>> authorities;

    HostPartitioner(Supplier<List<String>> authorities) {
        this.authorities = authorities;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String authority : authorities.get()) {
            partitions.put(nameOf(authority), new ExecutionContext(Map.of(AUTHORITY, authority)));
        }
        return partitions;
    }

    private static String nameOf(String authority) {
        return authority.length() <= NAME_LENGTH
                ? authority
                : Digest.of(authority).hex().substring(0, NAME_LENGTH);
    }
}
