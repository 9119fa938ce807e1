package io.agentbay.reactive.local.simulation.history;

import io.agentbay.reactive.error.AgentBayException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation of one client: when it began, how it ended, and what its success would claim. */
public final class Op {

    /** How an operation ended. */
    public enum Outcome {
        OPEN,
        OK,
        FAIL,
        INFO,
        CANCELLED,
        SKIPPED
    }

    private final String client;
    private final String step;
    private final String what;
    private final long invoked;
    private final List<Claim> claims = new ArrayList<>();
    private Outcome outcome = Outcome.OPEN;
    private long ended = Long.MAX_VALUE;
    private String told = "";
    private @Nullable Throwable error;

    Op(String client, String step, String what, long invoked) {
        this.client = client;
        this.step = step;
        this.what = what;
        this.invoked = invoked;
    }

    void end(Outcome how, long at, @Nullable Throwable failure) {
        outcome = how;
        ended = at;
        error = failure;
    }

    static Outcome outcomeOf(Throwable error) {
        return error instanceof AgentBayException known && !known.mayHaveHappened() ? Outcome.FAIL : Outcome.INFO;
    }

    /** What must be true if this succeeded; looked at when the world is at rest. */
    public void claims(String invariant, Supplier<@Nullable String> violation) {
        claims.add(new Claim(invariant, violation));
    }

    /** What it returned, for the history. */
    public void tells(String value) {
        told = " -> " + value;
    }

    public List<Claim> claims() {
        return claims;
    }

    public String client() {
        return client;
    }

    public String step() {
        return step;
    }

    public String what() {
        return what;
    }

    /** The first word of what it does. */
    public String kind() {
        int space = what.indexOf(' ');
        return space < 0 ? what : what.substring(0, space);
    }

    public long invoked() {
        return invoked;
    }

    public long ended() {
        return ended;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable Throwable error() {
        return error;
    }

    String told() {
        return told;
    }

    /** Something a success says. */
    public record Claim(String invariant, Supplier<@Nullable String> violation) {}
}
