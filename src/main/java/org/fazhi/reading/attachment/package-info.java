/**
 * Files that stand in for a page. The bytes of a PDF, Word, spreadsheet or OFD file come in; lines of text go out, or why not.
 * Each is read by a child process of its own that has little memory, little time and no network, so that a hostile file costs
 * its own reading and nothing else. Start at {@link org.fazhi.reading.attachment.AttachmentReader}.
 */
@NullMarked
package org.fazhi.reading.attachment;

import org.jspecify.annotations.NullMarked;
