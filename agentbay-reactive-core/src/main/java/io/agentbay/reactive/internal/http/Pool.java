package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.config.Connections;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;

/** One pool of connections with every limit set, and what is in it now. */
final class Pool implements MeterRegistrar {

    private static final Duration EVICTION = Duration.ofSeconds(5);

    private final Map<String, ConnectionPoolMetrics> hosts = new ConcurrentHashMap<>();
    private final ConnectionProvider provider;

    Pool(String name, int maxConnections, Duration acquireTimeout, Connections limits) {
        provider = ConnectionProvider.builder(name)
                .maxConnections(maxConnections)
                .pendingAcquireMaxCount(limits.maxPending())
                .pendingAcquireTimeout(acquireTimeout)
                .maxIdleTime(limits.maxIdleTime())
                .maxLifeTime(limits.maxLifeTime())
                .evictInBackground(EVICTION)
                .lifo()
                .metrics(true, () -> this)
                .build();
    }

    ConnectionProvider provider() {
        return provider;
    }

    PoolUse use() {
        return new PoolUse(
                sum(ConnectionPoolMetrics::acquiredSize),
                sum(ConnectionPoolMetrics::idleSize),
                sum(ConnectionPoolMetrics::pendingAcquireSize));
    }

    private int sum(ToIntFunction<ConnectionPoolMetrics> figure) {
        return hosts.values().stream().mapToInt(figure).sum();
    }

    Mono<Void> close() {
        return provider.disposeLater();
    }

    @Override
    public void registerMetrics(String pool, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
        hosts.put(id, metrics);
    }

    @Override
    public void deRegisterMetrics(String pool, String id, SocketAddress remote) {
        hosts.remove(id);
    }
}
