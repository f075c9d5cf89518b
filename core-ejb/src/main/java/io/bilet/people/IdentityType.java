package io.bilet.people;

/** By what a person is recognised. */
public enum IdentityType {
    /** A mail address. */
    EMAIL,
    /** A telephone number in international form. */
    PHONE,
    /** A key in another system. */
    EXTERNAL,
    /** An account in a chat network, written {@code network:account}. */
    CHAT
}
