/** Scores what was read against labelled reports: precision, recall and F1. Plain Java. */
@NullMarked
package org.fazhi.evaluation;

import org.jspecify.annotations.NullMarked;
