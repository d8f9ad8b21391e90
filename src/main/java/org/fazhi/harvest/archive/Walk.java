package org.fazhi.harvest.archive;

import java.util.List;

/**
 * What a walk through the archive came upon.
 *
 * @param captures handed over
 * @param damages a line for each file that could not be read to its end
 */
public record Walk(long captures, List<String> damages) {

    public Walk {
        damages = List.copyOf(damages);
    }
}
