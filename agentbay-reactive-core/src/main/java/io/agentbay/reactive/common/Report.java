package io.agentbay.reactive.common;

/** What a finished operation hands back: a value, safe to print, to share and to serialise. */
public interface Report {}
