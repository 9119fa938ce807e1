package io.agentbay.reactive.examples.quickstart;

/** The steps of a run, in their order. */
enum Phase {
    HASH("hash local files"),
    CONTEXT("find context"),
    OPEN("open session"),
    WRITE("write files"),
    SYNC("sync"),
    CLOSE("close session"),
    REOPEN("open second session"),
    READ_BACK("read back"),
    CLOSE_AGAIN("close second session"),
    SNAPSHOT("take snapshot"),
    RESTORE("change, restore"),
    VERIFY("verify");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
