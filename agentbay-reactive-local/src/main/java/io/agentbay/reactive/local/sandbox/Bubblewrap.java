package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Confines by bubblewrap: own user, process, network and other namespaces, the session's files as the root, the
 * machine's programs read-only, nothing else of it. Everything dies with the first process.
 *
 * <p>Of the session's own tree, only directories right below the root are mounted over: a deeper one could lead through a
 * link the session made.
 */
final class Bubblewrap implements Confinement {

    static final String AREA = "/.agentbay";

    private static final String REMEDY =
            " (without a sandbox, commands run only where the operator chose unconfined commands)";
    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
    private static final int PATIENCE_SECONDS = 10;
    private static final int KILLED = 128 + 9;

    private final Path etc;
    private final List<String> ofPrograms = SandboxEtc.ofPrograms();

    Bubblewrap(Path data) {
        this.etc = data.resolve("sandbox").resolve("etc");
    }

    @Override
    public void probe() throws IOException, InterruptedException {
        if (Programs.find("bwrap", Programs.PATH).isEmpty()) {
            throw new IOException("bubblewrap is not installed; install the package bubblewrap" + REMEDY);
        }
        SandboxEtc.prepare(etc, ofPrograms);
        List<String> line = new ArrayList<>(namespaces());
        line.addAll(List.of("--tmpfs", "/"));
        line.addAll(machine());
        line.addAll(List.of("--", "/bin/sh", "-c", "exit 0"));
        tryOut(new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    private static void tryOut(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("bubblewrap did not end within " + PATIENCE_SECONDS + " s" + REMEDY);
        }
        if (process.exitValue() != 0) {
            String said = new String(process.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8).strip();
            throw new IOException("bubblewrap does not work: " + said
                    + "; allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1,"
                    + " kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp profile that"
                    + " permits them)" + REMEDY);
        }
    }

    @Override
    public List<String> commandLine(WorkArea area) throws IOException {
        List<String> line = new ArrayList<>(namespaces());
        line.addAll(List.of("--bind", area.root().toString(), "/"));
        line.addAll(machine());
        line.addAll(binding(area));
        line.addAll(List.of("--chdir", "/"));
        requirePlain(area.root());
        line.addAll(List.of("--", "/bin/bash", AREA + "/start"));
        return line;
    }

    /**
     * Who is killed before it has tied its child to its own life leaves that child, which then waits for a word of its
     * parent for ever. It goes by its parent's command line still, and only this names the area.
     */
    @Override
    public void sweep(Process ended, WorkArea area) {
        if (ended.exitValue() == KILLED) {
            String line = String.join("\0", binding(area));
            ProcessHandle.allProcesses()
                    .filter(process -> ProcessTree.commandLine(process).contains(line))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<String> binding(WorkArea area) {
        return List.of("--bind", area.directory().toString(), AREA);
    }

    private static List<String> namespaces() {
        return List.of(
                "bwrap",
                "--unshare-all",
                "--unshare-user",
                "--uid",
                "1000",
                "--gid",
                "1000",
                "--cap-drop",
                "ALL",
                "--die-with-parent",
                "--new-session",
                "--hostname",
                "agentbay-local");
    }

    private List<String> machine() {
        List<String> line = new ArrayList<>();
        for (String directory : SYSTEM) {
            if (Files.isDirectory(Path.of(directory))) {
                line.addAll(List.of("--ro-bind", directory, directory));
            }
        }
        line.addAll(List.of("--ro-bind", etc.toString(), "/etc", "--proc", "/proc", "--dev", "/dev"));
        for (String directory : ofPrograms) {
            line.addAll(List.of("--ro-bind", directory, directory));
        }
        return line;
    }

    /** What is mounted over must not be a link the session made. */
    private static void requirePlain(Path root) throws IOException {
        List<String> names = new ArrayList<>(SYSTEM);
        names.addAll(List.of("/etc", "/proc", "/dev", AREA));
        for (String name : names) {
            Path target = root.resolve(name.substring(1));
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(name + " of this session is not a directory any more");
            }
        }
    }

    @Override
    public String areaSeen(WorkArea area) {
        return AREA;
    }

    @Override
    public String seen(WorkArea area, String path) {
        return path;
    }

    @Override
    public String inward(WorkArea area, String text) {
        return text;
    }

    @Override
    public String outward(WorkArea area, String text) {
        return text;
    }

    @Override
    public String path() {
        return Programs.PATH;
    }

    @Override
    public boolean has(String program) {
        return Programs.find(program, Programs.PATH).isPresent();
    }
}
