package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Selector;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A real directory outlives its session: no key, no network needed. */
@Command(
        name = "quick-start",
        mixinStandardHelpOptions = true,
        description = "Saves a directory through one AgentBay session and reads every byte back in a second one; then"
                + " takes a snapshot of it, changes the copy, and restores and verifies it.",
        exitCodeListHeading = "%nExit code: 0 when every byte matched, 1 when not, 2 for wrong arguments.%n")
public final class QuickStart implements Callable<Integer> {

    @Mixin
    private Options options = new Options();

    private final PrintStream out;
    private final PrintStream err;

    QuickStart(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs and exits with 0 only when every byte matched. */
    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return new CommandLine(new QuickStart(out, err))
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .execute(args);
    }

    @Override
    public Integer call() {
        try {
            return saveAndCheck() ? 0 : 1;
        } catch (Trouble trouble) {
            err.println("quick-start: " + trouble.getMessage());
            if (options.stacktrace && trouble.getCause() != null) {
                trouble.getCause().printStackTrace(err);
            }
            return 1;
        }
    }

    private boolean saveAndCheck() throws Trouble {
        var stopwatch = new Stopwatch();
        var meters = new SimpleMeterRegistry();
        try (var view = view()) {
            var progression = new Progression(stopwatch, view);
            progression.enter(Phase.HASH);
            var source = SourceReader.read(options.source(), selector());
            progression.stop();
            text().println("  " + source.root() + ": "
                    + Amounts.files(source.files().size()) + ", " + Amounts.bytes(source.bytes()));
            var outcome = run(source, progression, meters);
            new Report(text(), source, stopwatch).print(outcome, Meters.of(meters));
            return outcome.isGood();
        }
    }

    private Outcome run(SourceTree source, Progression progression, MeterRegistry meters) throws Trouble {
        try (var service = Service.open(options, meters);
                var interrupt = Interrupt.closing(service)) {
            interrupt.arm();
            try {
                return Objects.requireNonNull(
                        new Steps(service.client(), source, options, progression, () -> Meters.of(meters))
                                .run()
                                .block());
            } catch (RuntimeException e) {
                progression.stop();
                service.abandonSessions();
                throw Trouble.of(e, service.address());
            }
        }
    }

    /** The embedded service's own data is never part of what it saves. */
    private Selector selector() {
        var selector = options.directory == null ? Selector.all().except(".git", "target") : Selector.all();
        var data = options.dataDirectory();
        return options.embedded() && data.startsWith(options.source()) && !data.equals(options.source())
                ? selector.except(options.source().relativize(data).toString().replace('\\', '/'))
                : selector;
    }

    private PrintStream text() {
        return options.json ? err : out;
    }

    private ProgressView view() {
        if (options.json) {
            return new JsonView(out);
        }
        return System.console() == null ? new PlainView(out) : new TerminalView(out);
    }
}
