package io.bilet.journey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One message in the wire format of Protocol Buffers: its texts, bytes and parts by field number; numbers are skipped. */
final class Protobuf {

    private final Map<Integer, List<byte[]>> fields = new HashMap<>();

    private Protobuf(ByteBuffer message) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            switch (tag & 7) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case 2 -> {
                    byte[] value = new byte[(int) varint(message)];
                    message.get(value);
                    fields.computeIfAbsent(tag >>> 3, field -> new ArrayList<>())
                            .add(value);
                }
                case 5 -> message.position(message.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("No wire type: " + (tag & 7));
            }
        }
    }

    static Protobuf of(byte[] message) {
        return new Protobuf(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The values of a field, in order. */
    List<byte[]> bytes(int field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The messages in a field, in order. */
    List<Protobuf> parts(int field) {
        return bytes(field).stream().map(Protobuf::of).toList();
    }

    /** The value of a field as text; empty where it is not there. */
    String text(int field) {
        return bytes(field).stream()
                .findFirst()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The value of a field in hexadecimal digits; empty where it is not there. */
    String hex(int field) {
        return bytes(field).stream().findFirst().map(HexFormat.of()::formatHex).orElse("");
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = message.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
