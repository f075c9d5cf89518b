package io.bilet.dev;

/** The ports of one installation on this machine. */
public record Ports(int offset) {

    private static final int OFFSET_MAX = 50_000;

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

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
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
