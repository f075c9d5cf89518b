package io.bilet.platform.error;

/**
 * One place in a request that was refused.
 *
 * @param pointer JSON Pointer into the body (RFC 6901), or the name of a parameter
 * @param code stable, lower snake case, for programs
 * @param detail one English sentence for people; never repeats the value
 */
public record FieldError(String pointer, String code, String detail) {}
