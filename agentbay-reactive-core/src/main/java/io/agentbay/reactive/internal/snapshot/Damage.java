package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found missing or corrupt, by name, told as it is found. */
final class Damage {

    private static final int IN_SUMMARY = 3;

    private final ProgressSink sink;
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> corrupt = new TreeSet<>();

    Damage(ProgressSink sink) {
        this.sink = sink;
    }

    synchronized void missing(String name) {
        if (missing.add(name)) {
            tell(name, "missing");
        }
    }

    synchronized void corrupt(String name) {
        if (corrupt.add(name)) {
            tell(name, "corrupt");
        }
    }

    private void tell(String name, String what) {
        sink.itemFailed(name, new Failure("VerificationFailedException", what + ": " + name, null, null, false));
    }

    synchronized boolean isNone() {
        return missing.isEmpty() && corrupt.isEmpty();
    }

    synchronized VerificationFailedException error(String operation, String what) {
        var words = what + ": " + missing.size() + " missing, " + corrupt.size() + " corrupt" + named();
        return failed(words, first(missing), first(corrupt), operation);
    }

    private String named() {
        var names = missing.isEmpty() ? corrupt : missing;
        return names.stream()
                .limit(IN_SUMMARY)
                .collect(Collectors.joining(", ", " (", names.size() > IN_SUMMARY ? ", ...)" : ")"));
    }

    private static List<String> first(Set<String> names) {
        return names.stream().limit(Limits.NAMED).toList();
    }

    static VerificationFailedException corrupt(String what, String name) {
        return failed(what, List.of(), List.of(name), "read");
    }

    static VerificationFailedException missing(String what, String name) {
        return failed(what, List.of(name), List.of(), "read");
    }

    private static VerificationFailedException failed(
            String summary, List<String> missing, List<String> corrupt, String operation) {
        return new VerificationFailedException(summary, missing, corrupt, List.of(), ErrorDetails.of(operation));
    }

    /** Whether a read failed because nothing is there. */
    static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException missing && missing.kind() == NotFoundException.Kind.FILE;
    }
}
