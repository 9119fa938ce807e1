package io.agentbay.reactive.local.contract;

import static io.agentbay.reactive.local.contract.ContractSetting.await;
import static io.agentbay.reactive.local.contract.ContractSetting.uniqueName;
import static io.agentbay.reactive.local.contract.ContractSetting.unknownContext;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.NotFoundException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Contexts come, are found, renamed and go. */
public interface ContextContract extends ContractSetting {

    @Test
    default void aContextIsCreatedOnceAndFoundByNameAndId() {
        var contexts = client().contexts();
        inContext(context -> {
            assertThat(context.id().value()).isNotBlank();
            return Flux.concat(
                            contexts.getOrCreate(context.name()),
                            contexts.get(context.name()),
                            contexts.find(context.name()),
                            contexts.get(context.id()))
                    .map(AgentBayContext::id)
                    .collectList()
                    .doOnNext(ids -> assertThat(ids).hasSize(4).containsOnly(context.id()));
        });
    }

    @Test
    default void manyWhoCreateTheSameNameAtOnceGetOneContext() {
        var name = uniqueName();
        var contexts = client().contexts();
        var ids = await(Flux.range(0, 10)
                .flatMap(n -> contexts.getOrCreate(name), 10)
                .map(AgentBayContext::id)
                .collectList());
        await(contexts.delete(ids.get(0)));
        assertThat(ids).hasSize(10).containsOnly(ids.get(0));
    }

    @Test
    default void anAbsentContextIsNotFound() {
        var contexts = client().contexts();
        StepVerifier.create(contexts.find(uniqueName())).expectComplete().verify(LIMIT);
        for (Mono<?> call : new Mono<?>[] {contexts.get(uniqueName()), contexts.get(unknownContext())}) {
            StepVerifier.create(call)
                    .expectErrorSatisfies(ContextContract::isMissingContext)
                    .verify(LIMIT);
        }
    }

    @Test
    default void aContextIsListedByItsPrefix() {
        inContext(context -> client().contexts()
                .list(context.name())
                .map(AgentBayContext::id)
                .collectList()
                .doOnNext(ids -> assertThat(ids).containsExactly(context.id())));
    }

    @Test
    default void aRenamedContextKeepsItsId() {
        var contexts = client().contexts();
        var newName = uniqueName();
        inContext(context -> contexts.rename(context, newName)
                .doOnNext(renamed -> assertThat(renamed.name()).isEqualTo(newName))
                .then(contexts.get(newName))
                .map(AgentBayContext::id)
                .doOnNext(id -> assertThat(id).isEqualTo(context.id()))
                .then(contexts.find(context.name()))
                .doOnNext(old -> assertThat(old.id()).as("the old name is free").isNotEqualTo(context.id())));
    }

    @Test
    default void aDeletedContextIsGoneAndDeletingItAgainIsNoError() {
        var contexts = client().contexts();
        ContextId id = await(contexts.getOrCreate(uniqueName())).id();
        await(contexts.delete(id));
        await(contexts.delete(id));
        StepVerifier.create(contexts.get(id))
                .expectErrorSatisfies(ContextContract::isMissingContext)
                .verify(LIMIT);
    }

    @Test
    default void aWrongKeyIsAnAuthenticationError() {
        try (var stranger = anotherClient()
                .apiKey("akm-00000000-0000-0000-0000-000000000000")
                .build()) {
            StepVerifier.create(stranger.contexts().get(uniqueName()))
                    .expectError(AuthenticationException.class)
                    .verify(LIMIT);
        }
    }

    private static void isMissingContext(Throwable error) {
        assertThat(error).isInstanceOf(NotFoundException.class);
        assertThat(((NotFoundException) error).kind()).isEqualTo(NotFoundException.Kind.CONTEXT);
        assertThat(((NotFoundException) error).requestId()).isNotBlank();
    }
}
