/**
 * Files that stand in for a page (PDF, Word, spreadsheets, OFD) to lines of text, each read by a child process of its own
 * that has little memory, little time and no network, so that a hostile file costs its own reading and nothing else.
 */
@NullMarked
package org.fazhi.reading.attachment;

import org.jspecify.annotations.NullMarked;
