/**
 * The only sockets of the program. A request comes in; a result that names its state goes out, and with it robots rules, delay,
 * retries, conditional requests and the address guard are kept. Start at {@link org.fazhi.harvest.fetch.Fetcher}.
 */
@NullMarked
package org.fazhi.harvest.fetch;

import org.jspecify.annotations.NullMarked;
