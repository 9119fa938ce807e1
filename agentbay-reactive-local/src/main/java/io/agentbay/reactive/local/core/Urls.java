package io.agentbay.reactive.local.core;

/** How the front makes addresses; it alone knows where it listens and how it signs. */
public interface Urls {

    /** A signed address for one method on one object of a context, valid until the grant ends. */
    String signed(UrlGrant grant);

    /** The front's own address without a trailing slash, such as {@code http://127.0.0.1:8080}. */
    String endpoint();
}
