package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.SessionModel;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The embedded service as a program of its own. */
@Command(
        name = "agentbay-local",
        description = "AgentBay on this machine: contexts in a directory, the same protocol as the service.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Where contexts are kept; created when missing.")
    private Path data = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on; 0 takes any free one.")
    private int port;

    @Option(
            names = "--key",
            paramLabel = "K",
            description = "The API key that exists; without it one is made and kept in DIR.")
    private @Nullable String key;

    @Option(names = "--https", description = "HTTPS with a certificate kept in DIR, as official SDKs need it.")
    private boolean https;

    @Option(
            names = "--reachable-as",
            paramLabel = "HOST",
            description = "Listen where other machines reach it; needs --key.")
    private @Nullable String host;

    @Option(
            names = "--connections",
            paramLabel = "WAYS",
            defaultValue = "WEB_SOCKET",
            description = "Ways to sessions beside CallMcpTool that they offer: ${COMPLETION-CANDIDATES}; default"
                    + " ${DEFAULT-VALUE}.")
    private SessionModel.Connections connections = SessionModel.Connections.WEB_SOCKET;

    @Option(
            names = "--unconfined-commands",
            description = "Run commands of sessions without a sandbox, with all the rights of this user.")
    private boolean unconfined;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Runs until SIGTERM or Ctrl-C; exit code 0 after a clean end, 1 when it cannot start, 2 for bad arguments. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "warn");
        }
        System.exit(run(arguments, printer(System.out), printer(System.err)));
    }

    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Main::badArguments)
                .setExecutionExceptionHandler(Main::cannotRun)
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        AgentBayLocal local = AgentBayLocal.start(data, options());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(local), "agentbay-local-end"));
        out().print(new Banner(local, data, https).text());
        out().flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** A signal is the way this program is meant to end, so the JVM must not report it as a failure. */
    private static void end(AgentBayLocal local) {
        int code = 1;
        try {
            local.close();
            code = 0;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private LocalOptions options() {
        LocalOptions options = LocalOptions.defaults()
                .port(port)
                .model(model -> model.sessions(sessions -> sessions.connections(connections)));
        options = https ? options.https() : options;
        options = unconfined ? options.unconfinedCommands() : options;
        options = key == null ? options : options.apiKey(key);
        return host == null ? options : options.reachableAs(host);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static PrintWriter printer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int badArguments(CommandLine.ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println("agentbay-local: " + oneLine(e) + " (--help shows the options)");
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int cannotRun(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("agentbay-local: " + oneLine(e));
        return e instanceof IllegalArgumentException
                ? command.getCommandSpec().exitCodeOnInvalidInput()
                : command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    /** The version the jar says it has. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"agentbay-local " + (version == null ? "of unknown version" : version)};
        }
    }
}
