package io.agentbay.reactive.local.core;

/** Decides how the clear of a context goes wrong; asked once for every accepted clear, by the context's name. */
public interface ClearFaults {
    /** The fault of a clear accepted just now. */
    ClearFault decide(String contextName);
}
