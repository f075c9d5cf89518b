package io.bilet.platform.idempotency;

/**
 * Names one call.
 *
 * @param principal who calls; keys of different callers have nothing to do with each other
 * @param route what is called
 * @param key what the caller names the call; 1 to 255 printable ASCII characters
 */
public record CallKey(String principal, String route, String key) {}
