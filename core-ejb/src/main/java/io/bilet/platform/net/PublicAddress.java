package io.bilet.platform.net;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie on the open internet. The JDK's own questions (loopback, site local, …) miss the networks of
 * carriers, clouds and tunnels; therefore the registries of special-purpose addresses (RFC 6890) as a table.
 */
final class PublicAddress {

    private static final List<Network> SPECIAL = List.of(
            network(8, 0),
            network(8, 10),
            network(10, 100, 64),
            network(8, 127),
            network(16, 169, 254),
            network(12, 172, 16),
            network(24, 192, 0, 0),
            network(24, 192, 0, 2),
            network(24, 192, 88, 99),
            network(16, 192, 168),
            network(15, 198, 18),
            network(24, 198, 51, 100),
            network(24, 203, 0, 113),
            network(4, 224),
            network(4, 240));

    /** Of version 6 only global unicast is public, and of that not Teredo and its kin, documentation and 6to4. */
    private static final Network GLOBAL_UNICAST = network6(3, 0x20);

    private static final List<Network> SPECIAL6 =
            List.of(network6(23, 0x20, 0x01), network6(32, 0x20, 0x01, 0x0d, 0xb8), network6(16, 0x20, 0x02));

    private static final class Network {

        private final byte[] start;
        private final int bits;

        Network(int bits, byte[] start) {
            this.bits = bits;
            this.start = start;
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? SPECIAL.stream().noneMatch(network -> network.holds(bytes))
                : GLOBAL_UNICAST.holds(bytes) && SPECIAL6.stream().noneMatch(network -> network.holds(bytes));
    }

    private static Network network(int bits, int... start) {
        return new Network(bits, bytes(4, start));
    }

    private static Network network6(int bits, int... start) {
        return new Network(bits, bytes(16, start));
    }

    private static byte[] bytes(int length, int... start) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        return bytes;
    }
}
