package io.agentbay.reactive.local.core;

/**
 * A content that objects refer to.
 *
 * @param hash SHA-256 of the content, lower-case hex
 * @param size its bytes
 * @param file path of its file on the {@link Disk}, used for this content only and never again
 */
public record BlobRow(String hash, long size, String file) {}
