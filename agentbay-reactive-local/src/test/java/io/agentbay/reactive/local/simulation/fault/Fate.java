package io.agentbay.reactive.local.simulation.fault;

/** What becomes of one exchange with the service. */
public enum Fate {
    /** It is answered. */
    FINE(true, true),
    /** No connection is made. */
    NO_CONNECTION(false, false),
    /** The request is lost on its way. */
    LOST_BEFORE(false, false),
    /** The work is done, the answer is lost. */
    LOST_AFTER(true, false),
    /** The request is lost and nobody says so. */
    SILENT_BEFORE(false, false),
    /** The work is done and nobody says so. */
    SILENT_AFTER(true, false),
    /** An error instead of the work. */
    REFUSED(false, true),
    /** Too many calls, it says, instead of the work. */
    THROTTLED(false, true),
    /** The work, and then an error. */
    FAILED_AFTER(true, true),
    /** The work, and an answer nobody can parse. */
    GARBAGE(true, true),
    /** The work, and half of the answer. */
    HALF(true, false),
    /** The request arrives twice, some time apart. */
    TWICE(true, true);

    private final boolean works;
    private final boolean answers;

    Fate(boolean works, boolean answers) {
        this.works = works;
        this.answers = answers;
    }

    /** Whether the request reaches the service. */
    public boolean works() {
        return works;
    }

    /** Whether the caller gets an HTTP answer. */
    public boolean answers() {
        return answers;
    }
}
