package io.agentbay.reactive.tool;

import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Any tool of a session, by name.
 *
 * <p>Safe for use from any thread; every publisher is cold. A tool that says it failed is a {@code
 * ToolFailedException} with its text.
 */
public interface ToolOperations {

    /** Lists the tools of the session's image. */
    Flux<Tool> list();

    /**
     * Calls a tool once and completes with the text of its result, which may be empty.
     *
     * <p>Never sent a second time, because a tool may have effects: after a lost answer the error says that it may have
     * happened. {@link #call(ToolRequest)} with {@link ToolRequest#repeatable()} lifts that.
     *
     * @param name the tool's name
     * @param arguments text, numbers, booleans, null, and lists and maps of these
     */
    Mono<String> call(String name, Map<String, ?> arguments);

    /** Calls a tool as {@code request} says and completes with the text of its result, which may be empty. */
    Mono<String> call(ToolRequest request);

    /**
     * A tool as the service describes it.
     *
     * @param name what {@link ToolOperations#call} takes
     * @param description in the service's words
     * @param inputSchema its arguments as JSON schema text, empty when the service names none
     */
    record Tool(String name, String description, String inputSchema) {

        /** Checks that nothing is missing. */
        public Tool {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(inputSchema, "inputSchema");
        }
    }
}
