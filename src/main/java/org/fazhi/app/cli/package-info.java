/**
 * The command line, a command a class. Arguments come in; printed lines and an exit code go out. Start at
 * {@link org.fazhi.app.cli.Fazhi}.
 */
@NullMarked
package org.fazhi.app.cli;

import org.jspecify.annotations.NullMarked;
