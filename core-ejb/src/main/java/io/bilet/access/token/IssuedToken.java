package io.bilet.access.token;

/** A token just made, with its secret, which is shown this once. */
public record IssuedToken(ApiToken token, TokenSecret secret) {}
