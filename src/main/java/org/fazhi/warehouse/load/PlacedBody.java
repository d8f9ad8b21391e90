package org.fazhi.warehouse.load;

import java.util.Optional;

/**
 * A body, and the region whose it is.
 *
 * @param region GB/T 2260 code; empty where the name leaves open which region is meant, so that it is nobody's
 * @param body its name behind the region's
 */
record PlacedBody(Optional<String> region, String body) {}
