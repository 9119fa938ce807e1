package io.agentbay.reactive.spring.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.spring.Contexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AgentBayLocalAutoConfigurationTests {

    @TempDir
    private Path data;

    @Test
    void noServiceRunsUnlessAskedFor() {
        Contexts.keyed().run(context -> assertThat(context).doesNotHaveBean(AgentBayLocal.class));
    }

    @Test
    void theClientWorksWithTheEmbeddedServiceWithoutAKey() {
        Contexts.embedded().run(context -> {
            save(context.getBean(AgentBayClient.class));
            assertThat(context.getBean(AgentBayLocal.class).requests())
                    .extracting(AgentBayLocal.Request::action)
                    .contains("GetContext");
        });
    }

    @Test
    void aKeyForTheRealServiceIsNotUsedBesideIt() {
        Contexts.embedded()
                .withPropertyValues("agentbay.api-key=" + Contexts.KEY, "agentbay.endpoint=real.example")
                .run(context -> save(context.getBean(AgentBayClient.class)));
    }

    @Test
    void temporaryDataGoesWithTheApplication() {
        var kept = new AtomicReference<Path>();
        Contexts.embedded().run(context -> {
            save(context.getBean(AgentBayClient.class));
            kept.set(context.getBean(EmbeddedService.class).data());
            assertThat(kept.get()).isNotEmptyDirectory();
        });
        assertThat(kept.get()).doesNotExist();
    }

    @Test
    void aDirectoryOfOnesOwnKeepsContexts() {
        var runner = Contexts.embedded().withPropertyValues("agentbay.local.data=" + data.resolve("kept"));
        runner.run(context -> save(context.getBean(AgentBayClient.class)));
        assertThat(data.resolve("kept")).isNotEmptyDirectory();
        runner.run(context -> StepVerifier.create(
                        context.getBean(AgentBayClient.class).contexts().get("saved"))
                .expectNextCount(1)
                .verifyComplete());
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws Exception {
        var file = Files.writeString(data.resolve("file"), "no directory");
        Contexts.embedded()
                .withPropertyValues("agentbay.local.data=" + file)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(file.toString()));
    }

    @Test
    void aServiceOfTheApplicationsOwnIsUsed() {
        Contexts.embedded()
                .withBean(AgentBayLocal.class, () -> AgentBayLocal.start(data))
                .run(context -> {
                    assertThat(context).hasSingleBean(AgentBayLocal.class).doesNotHaveBean(EmbeddedService.class);
                    save(context.getBean(AgentBayClient.class));
                });
    }

    @Test
    void customizersChangeHowTheServiceRuns() {
        Contexts.embedded()
                .withBean(
                        LocalOptionsCustomizer.class, () -> options -> options.apiKey("akm-chosen-by-the-application"))
                .run(context -> assertThat(context.getBean(AgentBayLocal.class).apiKey())
                        .isEqualTo("akm-chosen-by-the-application"));
    }

    @Test
    void twoApplicationsRunBesideEachOther() {
        Contexts.embedded()
                .run(first -> Contexts.embedded()
                        .run(second -> StepVerifier.create(Mono.zip(
                                        first.getBean(AgentBayClient.class)
                                                .contexts()
                                                .getOrCreate("same"),
                                        second.getBean(AgentBayClient.class)
                                                .contexts()
                                                .getOrCreate("same")))
                                .assertNext(both -> assertThat(both.getT1().id())
                                        .isNotEqualTo(both.getT2().id()))
                                .verifyComplete()));
    }

    private static void save(AgentBayClient client) {
        StepVerifier.create(client.contexts().getOrCreate("saved"))
                .expectNextCount(1)
                .verifyComplete();
    }
}
