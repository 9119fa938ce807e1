package io.agentbay.reactive.local.simulation.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What happened, line by line, as Jepsen writes it: what each client invoked, and how it ended. */
public final class History {

    private final LongSupplier now;
    private final StringBuilder text = new StringBuilder();
    private final List<Op> ops = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    public History(LongSupplier now) {
        this.now = now;
    }

    /** Counts something that is worth knowing of all runs together. */
    public void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    public Map<String, Integer> counts() {
        return counts;
    }

    /** Something that happened to the world. */
    public void note(String what) {
        long micros = now.getAsLong() / 1_000;
        text.append(String.format(Locale.ROOT, "%6d.%06d  ", micros / 1_000_000, micros % 1_000_000))
                .append(what)
                .append('\n');
    }

    /** A client begins something. */
    public Op invoke(String client, String step, String what) {
        var op = new Op(client, step, what, now.getAsLong());
        ops.add(op);
        note(step + " invoke " + what);
        return op;
    }

    /** It ended well. */
    public void ok(Op op) {
        op.end(Op.Outcome.OK, now.getAsLong(), null);
        note(op.step() + " ok     " + op.what() + op.told());
        count("op " + op.kind() + " ok");
    }

    /** It ended with an error. */
    public void failed(Op op, Throwable error) {
        op.end(Op.outcomeOf(error), now.getAsLong(), error);
        note(op.step() + (op.outcome() == Op.Outcome.INFO ? " info   " : " fail   ") + op.what() + ": " + words(error));
        count("op " + op.kind() + " " + (op.outcome() == Op.Outcome.INFO ? "info" : "fail"));
    }

    /** It was given up by its caller. */
    public void cancelled(Op op) {
        op.end(Op.Outcome.CANCELLED, now.getAsLong(), null);
        note(op.step() + " cancel " + op.what());
        count("op " + op.kind() + " cancelled");
    }

    /** It made no sense when its turn came. */
    public void skipped(Op op) {
        op.end(Op.Outcome.SKIPPED, now.getAsLong(), null);
        note(op.step() + " skip   " + op.what());
    }

    private static String words(Throwable error) {
        return error.getClass().getSimpleName() + " "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    public List<Op> ops() {
        return ops;
    }

    public String text() {
        return text.toString();
    }

    public String hash() {
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
