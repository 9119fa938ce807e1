package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.tool.CodeResult;
import io.agentbay.reactive.tool.CommandOperations.Language;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.io.PrintStream;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Commands and code in a session. */
final class CommandsAndCode implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    CommandsAndCode(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.sessions()
                .use(
                        SessionRequest.ephemeral(),
                        session -> command(session)
                                .doOnNext(done ->
                                        out.println("stdout: " + done.stdout().strip()))
                                .then(exitCode(session))
                                .doOnNext(code -> out.println("exit code: " + code))
                                .then(code(session))
                                .doOnNext(done ->
                                        out.println("python: " + done.stdout().strip()))
                                .then());
    }

    // tag::commands[]
    Mono<CommandResult> command(Session session) {
        return session.commands()
                .run(CommandRequest.of("echo \"$GREETING from $PWD\"")
                        .in("/tmp")
                        .environment("GREETING", "Hello")
                        .timeout(Duration.ofSeconds(30)));
    }

    Mono<Integer> exitCode(Session session) { // an exit code that is not 0 is an error, with all the output in it
        return session.commands()
                .run("ls /no/such/directory")
                .map(CommandResult::exitCode)
                .onErrorResume(CommandFailedException.class, failed -> Mono.just(failed.exitCode()));
    }
    // end::commands[]

    // tag::code[]
    Mono<CodeResult> code(Session session) {
        return session.commands().code(Language.PYTHON, "print(6 * 7)");
    }
    // end::code[]
}
