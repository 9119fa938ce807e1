package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AgentBayLocalTest
class CommandsAndCodeTests {

    private final Output out = new Output();

    @Test
    void aCommandHasItsDirectoryItsEnvironmentAndItsOutput(AgentBayClient client) {
        var done = inSession(client, (section, session) -> section.command(session));
        assertThat(done.stdout()).isEqualTo("Hello from /tmp\n");
        assertThat(done.exitCode()).isZero();
    }

    @Test
    void anExitCodeThatIsNotZeroIsAnErrorWithTheCode(AgentBayClient client) {
        int code = inSession(client, (section, session) -> section.exitCode(session));
        assertThat(code).isEqualTo(2);
    }

    @Test
    void codeRunsAndItsOutputComesBack(AgentBayClient client) {
        assertThat(inSession(client, (section, session) -> section.code(session))
                        .stdout())
                .contains("42");
    }

    private <T> T inSession(AgentBayClient client, BiFunction<CommandsAndCode, Session, Mono<T>> work) {
        var section = new CommandsAndCode(client, out.stream());
        return client.sessions()
                .use(SessionRequest.ephemeral(), session -> work.apply(section, session))
                .block();
    }
}
