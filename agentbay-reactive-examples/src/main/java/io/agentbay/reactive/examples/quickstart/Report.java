package io.agentbay.reactive.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What the run did, for people. */
final class Report {

    private static final int NAMES_SHOWN = 10;

    private final PrintStream out;
    private final SourceTree source;
    private final Stopwatch stopwatch;

    Report(PrintStream out, SourceTree source, Stopwatch stopwatch) {
        this.out = out;
        this.source = source;
        this.stopwatch = stopwatch;
    }

    void print(Outcome outcome, Meters meters) {
        out.println();
        stopwatch.times().forEach((phase, time) -> line(phase.title(), Amounts.seconds(time) + note(phase, outcome)));
        line("all", Amounts.seconds(stopwatch.total()));
        out.println();
        line("context", outcome.context().name() + context(outcome));
        line("files", Amounts.files(source.files().size()) + ", " + Amounts.bytes(source.bytes()));
        line("requests", outcome.meters().toString());
        var more = meters.calls() - outcome.meters().calls();
        line("snapshot", outcome.broughtBack() + ", " + Amounts.counted(more, "call", "calls"));
        names("not kept", source.emptyDirectories(), "without files, and a context holds files only");
        names("not copied", source.skipped(), "links or special files");
        if (outcome.verdict().more() > 0) {
            line("also there", Amounts.files(outcome.verdict().more()) + " of earlier runs, left alone");
        }
        names("not restored", outcome.broughtBack().different(), "files");
        verdict(outcome.verdict());
    }

    private String note(Phase phase, Outcome outcome) {
        var written = outcome.saved().written();
        return switch (phase) {
            case WRITE ->
                "   " + Amounts.files(written.filesMoved()) + " written, "
                        + Amounts.number(written.filesUnchanged()) + " already there"
                        + (written.bytesMoved() == 0
                                ? ""
                                : ", " + Amounts.rate(written.bytesMoved(), stopwatch.time(phase)));
            case SYNC ->
                "   "
                        + outcome.saved().synced().mounts().stream()
                                .map(mount -> (mount.outcome().state() + ", "
                                                + mount.outcome().level())
                                        .toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("; "));
            case READ_BACK -> "   " + Amounts.rate(source.bytes(), stopwatch.time(phase));
            default -> "";
        };
    }

    private static String context(Outcome outcome) {
        return " (" + outcome.context().id().value() + "), "
                + (outcome.contextFromBefore() ? "found: an earlier run made it" : "new");
    }

    private void verdict(Verdict verdict) {
        out.println();
        if (verdict.everyByteMatched()) {
            out.println(Ansi.AUTO.string("  @|bold,green Every byte matched.|@ "
                    + Amounts.files(source.files().size())
                    + " came back from a second session after the first was gone."));
        } else {
            names("missing", verdict.missing(), "files");
            names("different", verdict.different(), "files");
            out.println(Ansi.AUTO.string("  @|bold,red Not every byte matched.|@"));
        }
    }

    private void names(String title, List<String> names, String what) {
        if (!names.isEmpty()) {
            var shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
            var more = names.size() > NAMES_SHOWN ? ", ..." : "";
            line(title, Amounts.number(names.size()) + " " + what + ": " + shown + more);
        }
    }

    private void line(String title, String text) {
        out.printf("  %-22s %s%n", title, text);
    }
}
