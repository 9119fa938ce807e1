package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The tools of a session, by name, in the order they are listed. */
final class Tools {

    private final Map<String, Tool> byName = new LinkedHashMap<>();

    void add(Tool tool) {
        byName.put(tool.name(), tool);
    }

    /** The result's text; a failure is told by {@link ToolFailure}, at once or by the stage. */
    CompletionStage<String> run(String name, ToolCall call) {
        Tool tool = byName.get(name);
        if (tool == null) {
            throw new ToolFailure("Tool " + name + " is not provided by the local service");
        }
        try {
            return call.session().use().with(() -> tool.body().run(call));
        } catch (IOException e) {
            throw new ToolFailure(Reasons.of(e));
        }
    }

    List<Map<String, Object>> list() {
        return byName.values().stream().map(Tool::view).toList();
    }

    /**
     * A tool.
     *
     * @param name its name
     * @param server the server it is listed under
     * @param description one sentence
     * @param arguments names of its arguments
     * @param body what it does
     */
    record Tool(String name, String server, String description, List<String> arguments, LongBody body) {

        static Tool file(String name, String description, List<String> arguments, Body body) {
            return new Tool(name, "wuying_filesystem", description, arguments, soon(body));
        }

        /** What is done before it returns. */
        static LongBody soon(Body body) {
            return call -> CompletableFuture.completedFuture(body.run(call));
        }

        private Map<String, Object> view() {
            Map<String, Object> properties = new LinkedHashMap<>();
            arguments.forEach(argument -> properties.put(argument, Map.of()));
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", name);
            view.put("description", description);
            view.put("inputSchema", Map.of("type", "object", "properties", properties));
            view.put("server", server);
            view.put("tool", name);
            return view;
        }
    }

    /** What a tool does that may go on after the thread that called it. */
    interface LongBody {
        CompletionStage<String> run(ToolCall call) throws IOException;
    }

    /** What a tool does. */
    interface Body {
        String run(ToolCall call) throws IOException;
    }
}
