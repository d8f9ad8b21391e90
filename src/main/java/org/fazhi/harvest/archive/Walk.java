package org.fazhi.harvest.archive;

import java.util.List;

/**
 * What a walk through the archive came upon.
 *
 * @param captures handed over
 * @param damages a line for each stretch that could not be read
 */
public record Walk(long captures, List<String> damages) {

    public Walk {
        damages = List.copyOf(damages);
    }
}
