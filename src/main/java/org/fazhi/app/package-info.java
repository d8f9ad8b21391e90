/**
 * What a person starts. A command comes in; a night, a listing or a page of text goes out. Rooms: {@code batch}, the wiring of
 * Spring Batch, and {@code cli}, a command a class. May know every wing. Start at {@link org.fazhi.app.cli.Fazhi}.
 */
@NullMarked
package org.fazhi.app;

import org.jspecify.annotations.NullMarked;
