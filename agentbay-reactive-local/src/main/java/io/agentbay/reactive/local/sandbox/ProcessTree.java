package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process with everything it started that still has it for an ancestor. */
record ProcessTree(Process process) {

    private static final long PAGE = 4096;
    private static final Path LOAD = Path.of("/proc/loadavg");

    /** Looks at every process of the machine. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    static long memory(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(ProcessTree::memory).sum();
    }

    /** Resident memory, the parts shared with others not counted. */
    private static long memory(ProcessHandle process) {
        try {
            String[] pages = Files.readString(Path.of("/proc/" + process.pid() + "/statm"))
                    .split(" ");
            return PAGE * Math.max(0, Long.parseLong(pages[1]) - Long.parseLong(pages[2]));
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    /** All threads of the machine, which is one number to read however many there are; 0 if it cannot be told. */
    static int threadsOfMachine() {
        try {
            String[] fields = Files.readString(LOAD).split("[ /]");
            return Integer.parseInt(fields[4]);
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }

    /** What a process was started with, each argument after a zero; nothing of one that is gone. */
    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    /** In a sandbox everything dies with the first process, however fast it multiplies. */
    void kill() {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
