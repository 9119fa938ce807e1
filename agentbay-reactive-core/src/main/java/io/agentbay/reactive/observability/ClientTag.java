package io.agentbay.reactive.observability;

import io.micrometer.common.docs.KeyName;

/** What a figure is broken down by; each tag has few values, and none is an id, a path or a host. */
public enum ClientTag implements KeyName {
    /** What is called. */
    ACTION(
            "action",
            "the service's action such as `GetContext`, `link:` and a tool's name, `PUT` or `GET`; `other` beyond 128"),
    /** How it ended. */
    OUTCOME(
            "outcome",
            "`success`, `cancelled`, or the type of the error such as `ThrottledException`; `other` for a foreign one"),
    /** What is done. */
    KIND("kind", "the kind of operation: `upload`, `download`, `transfer`, `snapshot`, ..."),
    /** Which part of it. */
    PHASE("phase", "`planning`, `triggered`, `queued`, `transferring`, `confirming`, `verifying`"),
    /** Which way it goes. */
    DIRECTION(
            "direction",
            "`upload` and `download`: between session and context; `in` and `out`: between this machine and the service"),
    /** Where a figure comes from. */
    ORIGIN("origin", "`measured` by this client, `observed` in a listing, `estimated` from what this client wrote"),
    /** Which limit of the client. */
    LIMIT("limit", "`calls`, `polls` or `transfers`"),
    /** Which connections. */
    POOL("pool", "`calls` or `transfers`"),
    /** Which calls fail together. */
    GROUP("group", "`context`, `session`, `sync`, `poll`, `tool` or `link`"),
    /** How a thing is. */
    STATE("state", "of a breaker: `closed`, `half_open`, `open`; of a connection: `active`, `idle`, `pending`"),
    /** How a mount is synced. */
    POLICY("policy", "`auto-sync`, `on-demand`, `upload-only`, `managed` or `manual`");

    private final String label;
    private final String values;

    ClientTag(String label, String values) {
        this.label = label;
        this.values = values;
    }

    @Override
    public String asString() {
        return label;
    }

    /** Returns which values it takes, in Markdown. */
    public String meaning() {
        return values;
    }
}
