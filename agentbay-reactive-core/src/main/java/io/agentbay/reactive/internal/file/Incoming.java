package io.agentbay.reactive.internal.file;

/**
 * One file on its way into a session.
 *
 * @param target its path in the session
 * @param bytes what it is to hold
 */
record Incoming(String target, Bytes bytes) {}
