/** The only sockets: robots rules, delay, retries, conditional requests, address guard. */
@NullMarked
package org.fazhi.harvest.fetch;

import org.jspecify.annotations.NullMarked;
