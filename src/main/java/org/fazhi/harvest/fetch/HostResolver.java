package org.fazhi.harvest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host name up. Tests hand in one that answers from a table. */
public interface HostResolver {

    /** All addresses of the host; at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The machine's resolver, through the address cache of the Java platform. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
