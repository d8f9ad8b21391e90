package org.fazhi.app.batch;

import org.fazhi.harvest.state.Captures;
import org.fazhi.reading.Extract;

/** One item of the extract step: a capture and what was read from it. */
record ReadCapture(Captures.Entry entry, Extract extract) {}
