package org.fazhi.benchmark;

import org.fazhi.reading.PageInput;

/**
 * A page to measure on.
 *
 * @param bytes as a server would send it
 * @param input the same page decoded, with what a night knows of it
 */
record ReportPage(String name, byte[] bytes, PageInput input) {}
