package io.agentbay.reactive.local.load;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What this JVM holds at one moment: heap in use after a collection, direct memory, threads, descriptors, sockets. */
record Usage(
        long second, long done, long failed, long heap, long direct, long threads, long descriptors, long connections) {

    static final String HEAD = "| s | done | failed | heap MiB | direct MiB | threads | descriptors | connections |";
    static final String RULE = "|---|---|---|---|---|---|---|---|";

    private static final double MIB = 1 << 20;

    static Usage now(MixedLoad load) {
        System.gc();
        return new Usage(
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000,
                load.done(),
                load.failed(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                directNow(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount(),
                sockets());
    }

    /** That of the JDK's buffers and that Netty takes past them. */
    private static long directNow() {
        long pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return pools + Math.max(0, PlatformDependent.usedDirectMemory());
    }

    private static long sockets() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(Usage::isSocket).count();
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %.1f | %d | %d | %d |",
                second,
                done,
                failed,
                heap / MIB,
                direct / MIB,
                threads,
                descriptors,
                connections);
    }
}
