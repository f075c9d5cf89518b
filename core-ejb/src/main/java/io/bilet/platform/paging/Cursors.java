package io.bilet.platform.paging;

import io.bilet.platform.error.InvalidParameter;
import io.bilet.platform.key.InstanceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes positions in lists as opaque texts and reads them back.
 *
 * <p>A text is signed, together with the list it belongs to, so that a client can neither make one up nor carry it to a
 * list with another order or other filters.
 */
@ApplicationScoped
public class Cursors {

    private static final String PURPOSE = "cursor";
    private static final int SIGNATURE_BYTES = 16;
    private static final int ID_BYTES = 16;

    @Inject
    InstanceKeys keys;

    /**
     * Writes a position as text.
     *
     * @param list everything that decides which rows are in the list and in which order
     */
    public String seal(Position position, String list) {
        byte[] key = position.key().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(ID_BYTES + key.length)
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(key)
                .array();
        byte[] sealed = ByteBuffer.allocate(SIGNATURE_BYTES + content.length)
                .put(signature(content, list))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Reads a text made by {@link #seal} for the same list.
     *
     * @throws InvalidParameter if it is anything else
     */
    public Position open(String text, String list) {
        byte[] sealed = decode(text);
        if (sealed.length < SIGNATURE_BYTES + ID_BYTES) {
            throw invalid();
        }
        byte[] content = Arrays.copyOfRange(sealed, SIGNATURE_BYTES, sealed.length);
        byte[] claimed = Arrays.copyOf(sealed, SIGNATURE_BYTES);
        if (!MessageDigest.isEqual(claimed, signature(content, list))) {
            throw invalid();
        }
        ByteBuffer reader = ByteBuffer.wrap(content);
        UUID id = new UUID(reader.getLong(), reader.getLong());
        return new Position(new String(content, ID_BYTES, content.length - ID_BYTES, StandardCharsets.UTF_8), id);
    }

    private byte[] signature(byte[] content, String list) {
        byte[] name = list.getBytes(StandardCharsets.UTF_8);
        byte[] signed = ByteBuffer.allocate(Integer.BYTES + name.length + content.length)
                .putInt(name.length)
                .put(name)
                .put(content)
                .array();
        return Arrays.copyOf(keys.sign(PURPOSE, signed), SIGNATURE_BYTES);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static InvalidParameter invalid() {
        return new InvalidParameter(
                "cursor", "invalid_cursor", "The cursor does not belong to this list; begin again without one.");
    }
}
