package io.bilet.access.token;

/** What a token is for. */
public enum TokenKind {
    /** Signs in until it expires or is revoked. */
    LASTING,
    /** Makes one other token and is void by that. */
    FIRST_ADMIN
}
