package io.agentbay.reactive.checks;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The blocking calls that may happen on a thread that must not block, each with its reason. */
public final class Allowances implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Loading a class or a service reads jars; it happens once.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "parse")
                .allowBlockingCallsInside("java.lang.invoke.MethodHandleNatives", "linkCallSite");
        // What a test prints is for people, and only tests print.
        builder.allowBlockingCallsInside("java.io.PrintStream", "write")
                .allowBlockingCallsInside("org.slf4j.simple.SimpleLogger", "write");
        // The JDK's TLS reads its seed and its trust store on first use.
        builder.allowBlockingCallsInside("sun.security.ssl.SSLContextImpl", "engineInit")
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Jackson prepares a type on its first use; who meets another thread at it waits for that once.
        builder.allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                .allowBlockingCallsInside(
                        "tools.jackson.databind.ser.SerializerCache", "addAndResolveNonTypedSerializer");
        // Locks held for a few instructions, met by two threads only under load.
        builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside("io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "record")
                .allowBlockingCallsInside(
                        "io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "getSnapshot");
    }
}
