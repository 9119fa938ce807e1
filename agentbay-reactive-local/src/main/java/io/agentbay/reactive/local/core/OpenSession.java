package io.agentbay.reactive.local.core;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A session somebody has the token of. Safe for use by several threads; its methods may block on disk. */
public interface OpenSession {

    /** Calls a tool; its result as CallMcpTool gives it. A {@link ServiceError} if the session takes no calls now. */
    CompletionStage<Map<String, Object>> call(String tool, Map<String, @Nullable Object> arguments);

    /** Runs code, telling what it writes while it does. The stage fails with a {@link ServiceError} if it cannot run. */
    CompletionStage<CodeEnd> code(Map<String, @Nullable Object> arguments, CommandOutput output);

    /** Begins to look at what changes below a path, from what there is now. */
    ChangeFeed changes(String path);

    /** Whether the session has not begun to end. */
    boolean alive();
}
