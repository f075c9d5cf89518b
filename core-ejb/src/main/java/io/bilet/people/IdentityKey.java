package io.bilet.people;

import io.bilet.platform.error.Require;

/**
 * What a person is recognised by, in the one form in which it is compared.
 *
 * <p>Two keys are equal byte for byte or they are different people: nothing is padded, folded or transliterated by the
 * database.
 *
 * @param value as it was given, for people to read
 * @param normalized as it is compared
 */
public record IdentityKey(IdentityType type, String value, String normalized) {

    private static final int OPAQUE_LENGTH_MAX = 190;

    /** Reads a value of the given type; refuses what is not one, naming {@code pointer}. */
    public static IdentityKey of(IdentityType type, String value, String pointer) {
        return switch (type) {
            case EMAIL -> EmailAddress.parse(value, pointer).key();
            case PHONE -> PhoneNumber.parse(value, pointer).key();
            case EXTERNAL, CHAT -> {
                String key = Require.key(value, OPAQUE_LENGTH_MAX, pointer);
                yield new IdentityKey(type, key, key);
            }
        };
    }

    /** Whether both recognise the same person, whatever the spelling. */
    public boolean isSameAs(IdentityKey other) {
        return type == other.type && normalized.equals(other.normalized);
    }

    /** Of a mail address, what stands behind the last {@code @}. */
    public MailDomain mailDomain() {
        return new MailDomain(normalized.substring(normalized.lastIndexOf('@') + 1));
    }
}
