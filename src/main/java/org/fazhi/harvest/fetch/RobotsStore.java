package org.fazhi.harvest.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps robots.txt files over nights. Implementations are safe for several threads. */
public interface RobotsStore {

    /** @param site scheme, host and port, such as {@code https://www.example.gov.cn:443} */
    Optional<RobotsFile> get(String site);

    void put(String site, RobotsFile file);

    /** Keeps them as long as the program runs. */
    static RobotsStore inMemory() {
        Map<String, RobotsFile> files = new ConcurrentHashMap<>();
        return new RobotsStore() {
            @Override
            public Optional<RobotsFile> get(String site) {
                return Optional.ofNullable(files.get(site));
            }

            @Override
            public void put(String site, RobotsFile file) {
                files.put(site, file);
            }
        };
    }
}
