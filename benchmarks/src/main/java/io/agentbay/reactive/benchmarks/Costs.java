package io.agentbay.reactive.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What this JVM has spent so far, without the stub service's threads.
 *
 * @param nanos by {@link System#nanoTime}
 * @param cpuNanos of the process, garbage collection and compilation included, less the stub's threads
 * @param allocated bytes by threads that live now, less the stub's
 * @param threads that live now, less the stub's
 */
record Costs(long nanos, long cpuNanos, long allocated, int threads) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Costs now() {
        long stubCpu = 0;
        long allocated = 0;
        int threads = 0;
        for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (info == null) {
                continue;
            }
            if (info.getThreadName().startsWith(StubService.THREADS)) {
                stubCpu += Math.max(0, THREADS.getThreadCpuTime(info.getThreadId()));
            } else {
                allocated += Math.max(0, THREADS.getThreadAllocatedBytes(info.getThreadId()));
                threads++;
            }
        }
        return new Costs(System.nanoTime(), SYSTEM.getProcessCpuTime() - stubCpu, allocated, threads);
    }
}
