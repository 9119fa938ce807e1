package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Moves inside a session; after a lost answer both names say whether it happened. */
final class Mover {

    private final FileTools tools;

    Mover(FileTools tools) {
        this.tools = tools;
    }

    /** Puts a complete file in its place, over what is there. */
    Mono<Void> place(String staged, String target, long bytes) {
        var touches = Touches.path(target, bytes);
        return move(staged, target, touches)
                .onErrorResume(Mover::isTaken, taken -> tools.delete(target).then(move(staged, target, touches)));
    }

    Mono<Void> move(String from, String to, Touches touches) {
        return tools.move(from, to, touches)
                .onErrorResume(
                        AgentBayException.class,
                        error -> error.mayHaveHappened() ? reconcile(from, to, touches, error) : Mono.error(error));
    }

    private Mono<Void> reconcile(String from, String to, Touches touches, AgentBayException error) {
        var retry = Mono.defer(() -> isTaken(error) ? Mono.<Void>error(error) : tools.move(from, to, touches));
        return tools.stat(from)
                .hasElement()
                .flatMap(stillThere -> stillThere ? retry : arrived(to, error))
                .onErrorMap(unclear -> unclear == error ? error : suppressed(error, unclear));
    }

    private Mono<Void> arrived(String to, AgentBayException error) {
        return tools.stat(to).hasElement().flatMap(there -> there ? Mono.empty() : Mono.error(error));
    }

    private static AgentBayException suppressed(AgentBayException error, Throwable later) {
        error.addSuppressed(later);
        return error;
    }

    /** Some file tools refuse to replace what is there. */
    private static boolean isTaken(Throwable error) {
        if (!(error instanceof ToolFailedException failed)) {
            return false;
        }
        var said = failed.summary().toLowerCase(Locale.ROOT);
        return said.contains("exist") && !said.contains("not exist");
    }
}
