package io.agentbay.reactive.local.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Opens sessions by their token. */
final class TokenDoor implements SessionDoor {

    private final SessionTable sessions;
    private final ToolDesk desk;

    TokenDoor(SessionTable sessions, ToolDesk desk) {
        this.sessions = sessions;
        this.desk = desk;
    }

    @Override
    public OpenSession open(String sessionId, String token) {
        StoredSession session =
                sessions.find(sessionId).filter(StoredSession::alive).orElseThrow(ServiceError::noSession);
        if (!MessageDigest.isEqual(bytes(session.token()), bytes(token))) {
            throw new ServiceError(401, "InvalidAccessToken", "The access token is missing or not this session's.");
        }
        return new Opened(session, desk);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Opened(StoredSession session, ToolDesk desk) implements OpenSession {

        @Override
        public CompletionStage<Map<String, Object>> call(String tool, Map<String, @Nullable Object> arguments) {
            return desk.call(session, tool, arguments);
        }

        @Override
        public CompletionStage<CodeEnd> code(Map<String, @Nullable Object> arguments, CommandOutput output) {
            return desk.code(session, arguments, output);
        }

        @Override
        public ChangeFeed changes(String path) {
            return desk.changes(session, path);
        }

        @Override
        public boolean alive() {
            return session.alive();
        }
    }
}
