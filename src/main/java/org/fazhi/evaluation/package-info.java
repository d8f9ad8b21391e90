/**
 * How well reports are read. Labels and what was found come in; precision, recall, F1 and every difference go out. Start at
 * {@link org.fazhi.evaluation.Evaluation}. Plain Java.
 */
@NullMarked
package org.fazhi.evaluation;

import org.jspecify.annotations.NullMarked;
