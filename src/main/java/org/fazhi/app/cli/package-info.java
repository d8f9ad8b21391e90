/** The command line, a command a class. */
@NullMarked
package org.fazhi.app.cli;

import org.jspecify.annotations.NullMarked;
