package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was found missing, corrupt or extra, by name, told as it is found. What is extra does no harm. */
final class Damage {

    private static final int IN_SUMMARY = 3;

    private final ProgressSink sink;
    private final Map<Finding, Set<String>> found = new EnumMap<>(Finding.class);

    Damage(ProgressSink sink) {
        this.sink = sink;
        for (var finding : Finding.values()) {
            found.put(finding, new TreeSet<>());
        }
    }

    synchronized void add(Finding finding, String name) {
        if (names(finding).add(name)) {
            var failure = new Failure(finding.type(), finding.word() + ": " + name, null, null, false);
            sink.itemFailed(name, failure);
        }
    }

    private Set<String> names(Finding finding) {
        return Objects.requireNonNull(found.get(finding));
    }

    synchronized boolean isNone() {
        return names(Finding.MISSING).isEmpty() && names(Finding.CORRUPT).isEmpty();
    }

    synchronized List<String> extra() {
        return first(Finding.EXTRA);
    }

    synchronized VerificationFailedException error(String operation, String what) {
        var words = what + ": " + names(Finding.MISSING).size() + " missing, "
                + names(Finding.CORRUPT).size() + " corrupt" + named();
        return failed(words, first(Finding.MISSING), first(Finding.CORRUPT), extra(), operation);
    }

    private String named() {
        var missing = names(Finding.MISSING);
        var shown = missing.isEmpty() ? names(Finding.CORRUPT) : missing;
        return shown.stream()
                .limit(IN_SUMMARY)
                .collect(Collectors.joining(", ", " (", shown.size() > IN_SUMMARY ? ", ...)" : ")"));
    }

    private List<String> first(Finding finding) {
        return names(finding).stream().limit(Limits.NAMED).toList();
    }

    /** One error that names what each of several names. */
    static VerificationFailedException together(List<VerificationFailedException> errors) {
        var first = errors.get(0);
        return errors.size() == 1
                ? first
                : failed(
                        errors.size() + " documents are damaged, such as: " + first.summary(),
                        all(errors, VerificationFailedException::missing),
                        all(errors, VerificationFailedException::corrupt),
                        List.of(),
                        "read");
    }

    private static List<String> all(
            List<VerificationFailedException> errors, Function<VerificationFailedException, List<String>> names) {
        return errors.stream().map(names).flatMap(List::stream).sorted().toList();
    }

    static VerificationFailedException corrupt(String what, String name) {
        return failed(what, List.of(), List.of(name), List.of(), "read");
    }

    static VerificationFailedException missing(String what, String name) {
        return failed(what, List.of(name), List.of(), List.of(), "read");
    }

    private static VerificationFailedException failed(
            String summary, List<String> missing, List<String> corrupt, List<String> extra, String operation) {
        return new VerificationFailedException(summary, missing, corrupt, extra, ErrorDetails.of(operation));
    }

    /** Whether a read failed because nothing is there. */
    static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException missing && missing.kind() == NotFoundException.Kind.FILE;
    }
}
