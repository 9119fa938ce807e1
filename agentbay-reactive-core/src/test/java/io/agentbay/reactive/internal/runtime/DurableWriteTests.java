package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the disk, and in which order, told by the system calls; a power cut cannot be tried. */
class DurableWriteTests {

    private static final Pattern OPENED = Pattern.compile("openat\\(AT_FDCWD, \"([^\"]+)\".* = (\\d+)$");

    @TempDir
    Path directory;

    private List<String> calls;

    @Test
    void aFileIsForcedBeforeItHasItsNameAndItsDirectoryAfter() throws Exception {
        trace();
        var named = written("alone");
        assertThat(forced(directory, named))
                .as("the directory, after the name: %s", calls)
                .isGreaterThan(named);

        int one = written("new/one");
        int two = written("new/two");
        int both = forced(directory.resolve("new"), Math.max(one, two));
        assertThat(both).as("once for both: %s", calls).isGreaterThan(Math.max(one, two));
        assertThat(forcesOf(directory.resolve("new"))).isEqualTo(1);
        assertThat(forced(directory, named + 1))
                .as("the directory that got a new one: %s", calls)
                .isLessThan(calls.size());
    }

    /** Where the file got its name, checked that all of it was on disk under another one just before. */
    private int written(String name) {
        var target = directory.resolve(name);
        int renamed = index(0, "rename", ", \"" + target + "\"");
        assertThat(renamed).as("%s in %s", name, calls).isLessThan(calls.size());
        var temporary = calls.get(renamed).split("\"")[1];
        assertThat(temporary).startsWith(target.getParent() + "/.agentbay-").endsWith(".tmp");
        assertThat(forced(Path.of(temporary), 0)).as("%s in %s", name, calls).isLessThan(renamed);
        return renamed;
    }

    /** The first fsync of a path from a line on; behind the end for none. */
    private int forced(Path path, int from) {
        return IntStream.range(from, calls.size())
                .filter(at -> isOpening(at, path))
                .map(at -> index(at, "fsync(" + descriptor(at) + ")", ""))
                .min()
                .orElse(calls.size());
    }

    private long forcesOf(Path path) {
        return IntStream.range(0, calls.size())
                .filter(at -> isOpening(at, path))
                .filter(at -> index(at, "fsync(" + descriptor(at) + ")", "") < calls.size())
                .count();
    }

    private boolean isOpening(int at, Path path) {
        var opened = OPENED.matcher(calls.get(at));
        return opened.find() && opened.group(1).equals(path.toString());
    }

    private String descriptor(int at) {
        Matcher opened = OPENED.matcher(calls.get(at));
        assertThat(opened.find()).isTrue();
        return opened.group(2);
    }

    private int index(int from, String what, String more) {
        return IntStream.range(from, calls.size())
                .filter(at -> calls.get(at).contains(what) && calls.get(at).contains(more))
                .findFirst()
                .orElse(calls.size());
    }

    private void trace() throws IOException, InterruptedException {
        var log = directory.resolveSibling(directory.getFileName() + ".strace");
        var command = List.of(
                "strace",
                "-f",
                "-qq",
                "-s",
                "4096",
                "-e",
                "trace=openat,fsync,fdatasync,rename,renameat,renameat2",
                "-o",
                log.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DurableWriteProgram.class.getName(),
                directory.toString());
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assumeTrue(process.exitValue() == 0, "strace cannot trace here.");
            calls = joined(Files.readAllLines(log)).stream()
                    .filter(line -> line.contains("fsync") || line.contains(directory.toString()))
                    .toList();
        } catch (IOException missing) {
            assumeTrue(false, "There is no strace: " + missing.getMessage());
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** A call that another thread's interrupted is told in two lines; it counts where it ended. */
    private static List<String> joined(List<String> lines) {
        var begun = new java.util.HashMap<String, String>();
        var whole = new java.util.ArrayList<String>();
        for (String line : lines) {
            var thread = line.substring(0, line.indexOf(' '));
            if (line.endsWith("<unfinished ...>")) {
                begun.put(
                        thread,
                        line.substring(0, line.indexOf("<unfinished ...>")).strip());
            } else if (line.contains(" resumed>")) {
                whole.add(begun.remove(thread) + line.substring(line.indexOf(" resumed>") + 9));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }
}
