package org.fazhi.app.batch;

import org.fazhi.reading.Extract;
import org.fazhi.harvest.state.Captures;

/** One item of the extract step: a capture and what was read from it. */
record ReadCapture(Captures.Entry entry, Extract extract) {}
