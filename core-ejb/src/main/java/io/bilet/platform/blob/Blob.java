package io.bilet.platform.blob;

/** A stored file: its digest, under which it is found again, and its size in bytes. */
public record Blob(Sha256 sha256, long bytes) {}
