package io.agentbay.reactive.internal.wire;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The actions on sessions. */
public interface SessionWire {

    /**
     * CreateMcpSession, sent once: repeated only when it provably never left. Any other failure says
     * {@code mayHaveHappened}, and the caller reconciles by label.
     */
    Mono<SessionData> create(NewSession session);

    /** GetSession. */
    Mono<SessionData> get(String sessionId);

    /** GetSessionDetail: the raw status word; a missing session is {@code NotFoundException}. */
    Mono<String> status(String sessionId);

    /** ListSession; {@code status} is the raw word, null for any. */
    Mono<Page<SessionRow>> list(
            Map<String, String> labels, @Nullable String status, int maxResults, @Nullable String token);

    /** DeleteSessionAsync: starts the end; the caller polls {@link #status}. */
    Mono<Void> delete(String sessionId);

    /** SetLabel: replaces the whole map. */
    Mono<Void> setLabels(String sessionId, Map<String, String> labels);

    /** GetLabel. */
    Mono<Map<String, String>> labels(String sessionId);

    /** GetMcpResource: the resource URL; null when the service gives none. */
    Mono<ResourceData> resource(String sessionId);

    /** GetLink. */
    Mono<URI> link(String sessionId, @Nullable String protocol, @Nullable Integer port);

    /** RefreshSessionIdleTime. */
    Mono<Void> keepAlive(String sessionId);

    /** PauseSessionAsync: starts pausing. */
    Mono<Void> pause(String sessionId);

    /** ResumeSessionAsync: starts resuming. */
    Mono<Void> resume(String sessionId);

    /** What CreateMcpSession is asked for; nulls are not sent. */
    record NewSession(
            String imageId,
            Map<String, String> labels,
            List<MountData> mounts,
            @Nullable Integer idleTimeoutSeconds,
            @Nullable String policyId) {}

    /** One element of PersistenceDataList; {@code policy} is the policy's JSON text. */
    record MountData(
            String contextId, String path, @Nullable String policy) {}

    /** Session data; token and link are secrets and do not print. */
    record SessionData(
            String sessionId,
            @Nullable String status,
            @Nullable String resourceUrl,
            @Nullable String linkUrl,
            @Nullable String wsUrl,
            @Nullable String token,
            Map<String, String> toolServers,
            List<ContextRow> contexts) {
        @Override
        public String toString() {
            return "SessionData[" + sessionId + ", " + status + "]";
        }
    }

    /** A context a session mounts, as GetSession lists it. */
    record ContextRow(String id, @Nullable String name) {}

    /** A row of ListSession. */
    record SessionRow(String sessionId, @Nullable String status) {}

    /** What GetMcpResource says. */
    record ResourceData(String sessionId, @Nullable String resourceUrl) {}
}
