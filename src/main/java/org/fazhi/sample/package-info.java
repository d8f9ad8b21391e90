/**
 * Fictional counties and the small site that serves their reports on loopback. Tables of truth come in; pages go out, and
 * what a harvest of them must find. Start at {@link org.fazhi.sample.SampleSite}.
 *
 * <p>The truth stands in tables among the resources of this package: {@code bodies.tsv} (who reports), {@code reports.tsv}
 * (each report owed, what a harvester meets in its place, which damage its page carries) and {@code facts.tsv} (every
 * figure of every report). {@code sentences.yml}, {@code chapters.yml} and {@code lookalikes.yml} say them in the genre's
 * manner, {@code frames/} holds the pages around them. {@link org.fazhi.sample.SampleGenerator} renders at build time,
 * {@link org.fazhi.sample.SampleSite} serves, {@link org.fazhi.sample.SampleTruth} tells what a harvest must find. Places and
 * figures are invented; none of the names is in GB/T 2260.
 */
@NullMarked
package org.fazhi.sample;

import org.jspecify.annotations.NullMarked;
