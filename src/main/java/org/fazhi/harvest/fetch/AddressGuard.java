package org.fazhi.harvest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps the crawler from being led to addresses that are not on the public internet (IANA special-purpose registries;
 * RFC 1918, 3927, 4193, 4291, 5214, 6598, 7526, 9637). Every hop of every request is checked before it is made.
 *
 * <p>{@link #refusal} is asked before anything is sent; {@link #checked} gives the addresses that a connection is made
 * to, each checked again in the same moment, so that a name which answers otherwise meanwhile leads nowhere.
 */
final class AddressGuard {

    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private final HostResolver resolver;
    private final Predicate<InetAddress> isOutside;

    AddressGuard(HostResolver resolver) {
        this(resolver, AddressGuard::isPublic);
    }

    /** @param isOutside what counts as the public internet */
    AddressGuard(HostResolver resolver, Predicate<InetAddress> isOutside) {
        this.resolver = resolver;
        this.isOutside = isOutside;
    }

    /** A name that could not be looked up; unlike a refusal it may pass. */
    static final class Unknown extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unknown(String host) {
            super("unknown host " + host);
        }
    }

    /** A name that leads where no connection may go. */
    static final class UnsafeAddress extends UnknownHostException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String reason;

        UnsafeAddress(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /**
     * Why a request must not be made; empty where it may.
     *
     * @param ownPort the port of the address the source names
     * @param onlyLoopback true for samples and tests, which must not leave the machine
     */
    Optional<String> refusal(URI url, int ownPort, boolean onlyLoopback) throws Unknown {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("scheme " + scheme);
        }
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null) {
            return Optional.of("no plain host");
        }
        int port = port(url);
        if (!onlyLoopback && !WEB_PORTS.contains(port) && port != ownPort) {
            return Optional.of("port " + port);
        }
        return unfit(addresses(host), onlyLoopback);
    }

    /**
     * The addresses of a name, all of them fit to be connected to.
     *
     * @throws UnsafeAddress where one of them is not
     */
    List<InetAddress> checked(String host, boolean onlyLoopback) throws Unknown, UnsafeAddress {
        List<InetAddress> addresses = addresses(host);
        Optional<String> reason = unfit(addresses, onlyLoopback);
        if (reason.isPresent()) {
            throw new UnsafeAddress(reason.get());
        }
        return addresses;
    }

    private Optional<String> unfit(List<InetAddress> addresses, boolean onlyLoopback) {
        return addresses.stream()
                .filter(address -> onlyLoopback ? !isLoopback(address) : !isOutside.test(address))
                .map(address -> "address " + address.getHostAddress())
                .findFirst();
    }

    /** The port of an address, the scheme's own where it names none. */
    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private List<InetAddress> addresses(String host) throws Unknown {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            List<InetAddress> addresses = resolver.resolve(bare);
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException e) {
            // Told below, as for a name without addresses.
        }
        throw new Unknown(bare);
    }

    private static boolean isLoopback(InetAddress address) {
        return address.isLoopbackAddress();
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address
                ? isPublicV4(address.getAddress())
                : address instanceof Inet6Address && isPublicV6(address.getAddress());
    }

    private static boolean isPublicV4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        boolean isThisNetwork = a == 0;
        boolean isPrivate = a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168);
        boolean isLocal = a == 127 || (a == 169 && b == 254);
        boolean isCarrier = a == 100 && b >= 64 && b < 128;
        boolean isProtocolOrExample = (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        boolean isBenchmark = a == 198 && (b == 18 || b == 19);
        boolean isRelayAnycast = a == 192 && b == 88 && c == 99;
        boolean isMulticastOrReserved = a >= 224;
        return !(isThisNetwork
                || isPrivate
                || isLocal
                || isCarrier
                || isProtocolOrExample
                || isBenchmark
                || isRelayAnycast
                || isMulticastOrReserved);
    }

    /**
     * Addresses that carry an IPv4 address are what that one is: mapped, compatible, NAT64 (RFC 6052), 6to4 (RFC 3056), and
     * beside what their prefix says ISATAP (RFC 5214 §6.1).
     */
    private static boolean isPublicV6(byte[] bytes) {
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean startsWithZeros = isZero(bytes, 0, 10);
        boolean isMapped = startsWithZeros && (bytes[10] & 0xFF) == 0xFF && (bytes[11] & 0xFF) == 0xFF;
        boolean isCompatible = isZero(bytes, 0, 12);
        boolean isNat64 = first == 0x64 && second == 0xFF9B;
        if (isMapped || isCompatible || isNat64) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean isIsatap = (bytes[8] & 0xFD) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && (bytes[11] & 0xFF) == 0xFE;
        if (isIsatap && !isPublicV4(Arrays.copyOfRange(bytes, 12, 16))) {
            return false;
        }
        boolean isGlobalUnicast = (first & 0xE000) == 0x2000;
        boolean isProtocol = first == 0x2001 && second < 0x200;
        boolean isExample = (first == 0x2001 && second == 0xDB8) || (first == 0x3FFF && second < 0x1000);
        return isGlobalUnicast && !isProtocol && !isExample;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
