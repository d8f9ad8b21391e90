/**
 * Benchmarks beside a floor or a peer, read as ratios within one run. Not part of {@code mvn verify}; run by {@code mvn
 * -Pbenchmark test-compile exec:exec -Dbenchmark=ExtractionBenchmark}.
 */
@NullMarked
package org.fazhi.benchmark;

import org.jspecify.annotations.NullMarked;
