package io.bilet.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The ports of one installation on this machine. */
public record Ports(int offset) {

    private static final int OFFSET_MAX = 50_000;
    private static final int OFFSET_FREE_MIN = 1_000;
    /** Below the ports the system hands out by itself. */
    private static final int OFFSET_FREE_MAX = 20_000;

    public Ports {
        if (offset < 0 || offset > OFFSET_MAX) {
            throw new IllegalArgumentException(
                    "A port offset lies between 0 and " + OFFSET_MAX + ", not at " + offset + ".");
        }
    }

    /** Reads {@code BILET_DEV_PORT_OFFSET}; 0 where it is not set. */
    static Ports fromEnvironment() {
        return new Ports(Integer.parseInt(System.getenv().getOrDefault("BILET_DEV_PORT_OFFSET", "0")));
    }

    /** Ports that nobody listens on at this moment, away from the usual ones. */
    public static Ports free() {
        return ThreadLocalRandom.current()
                .ints(OFFSET_FREE_MIN, OFFSET_FREE_MAX)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    private boolean areFree() {
        return IntStream.of(http(), management(), payaraAdministration(), database(), smtp(), imap())
                .noneMatch(Ports::isTaken);
    }

    /** Whether somebody listens on a port of this machine. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int payaraAdministration() {
        return 8048 + offset;
    }

    public int database() {
        return 3317 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }
}
