/** The command line, a command a class. */
@NullMarked
package org.fazhi.cli;

import org.jspecify.annotations.NullMarked;
