package io.agentbay.reactive.local.sandbox;

import java.time.Duration;

/**
 * What one command may cost. Processes and memory are looked at again and again while it runs, and whoever uses more is
 * killed with everything it started: a limit of the kernel would not hold for a service run by root.
 *
 * @param processes most processes at a time
 * @param memoryBytes most memory of all its processes together
 * @param addressBytes most address space of one process, held by the kernel
 * @param fileBytes largest file it may write, held by the kernel
 * @param outputBytes what is kept of standard output and of standard error, each; the rest is read and dropped
 * @param atATime commands that run at the same time; more wait
 * @param waiting commands that may wait
 * @param kernels interpreters that stay; more end those that were idle the longest
 * @param look how often processes and memory are looked at
 * @param longest timeout that is granted
 */
public record SandboxLimits(
        int processes,
        long memoryBytes,
        long addressBytes,
        long fileBytes,
        int outputBytes,
        int atATime,
        int waiting,
        int kernels,
        Duration look,
        Duration longest) {

    private static final long MIB = 1 << 20;

    /** 256 processes, 2 GiB of memory, 16 MiB of output, 32 commands at a time, 24 hours. */
    public static SandboxLimits defaults() {
        return new SandboxLimits(
                256,
                2048 * MIB,
                16 * 1024 * MIB,
                4096 * MIB,
                (int) (16 * MIB),
                32,
                10_000,
                64,
                Duration.ofMillis(25),
                Duration.ofHours(24));
    }

    /** The same with other most processes. */
    public SandboxLimits processes(int value) {
        return new SandboxLimits(
                value, memoryBytes, addressBytes, fileBytes, outputBytes, atATime, waiting, kernels, look, longest);
    }

    /** The same with another most memory. */
    public SandboxLimits memoryBytes(long value) {
        return new SandboxLimits(
                processes, value, addressBytes, fileBytes, outputBytes, atATime, waiting, kernels, look, longest);
    }

    /** The same with other kept output. */
    public SandboxLimits outputBytes(int value) {
        return new SandboxLimits(
                processes, memoryBytes, addressBytes, fileBytes, value, atATime, waiting, kernels, look, longest);
    }

    /** The same with another number of interpreters that stay. */
    public SandboxLimits kernels(int value) {
        return new SandboxLimits(
                processes, memoryBytes, addressBytes, fileBytes, outputBytes, atATime, waiting, value, look, longest);
    }

    /** The same with another number of commands at a time. */
    public SandboxLimits atATime(int value) {
        return new SandboxLimits(
                processes, memoryBytes, addressBytes, fileBytes, outputBytes, value, waiting, kernels, look, longest);
    }
}
