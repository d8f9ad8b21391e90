/**
 * From a capture to a document's facts. Captures come in; what became of each goes out: facts, a quarantine with its reason, or
 * an ignore. The rooms are the stages, in the order of the data: {@code reason}, {@code attachment}, {@code strip}, {@code repair},
 * {@code outline}, {@code figures}, {@code indicators}; the classes here put them together. Start at
 * {@link org.fazhi.reading.ReportReader}. Plain Java.
 */
@NullMarked
package org.fazhi.reading;

import org.jspecify.annotations.NullMarked;
