package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code /etc} of every sandbox: one user, no other name, and where this machine's libraries are. */
final class SandboxEtc {

    private static final Path HOST = Path.of("/etc");

    /** Where programs below /usr find themselves, and what Java and R do not start without. */
    private static final Pattern OF_PROGRAMS = Pattern.compile("alternatives|java-.*openjdk.*|R");

    private SandboxEtc() {}

    /** The directories of this machine's {@code /etc} that a sandbox sees. */
    static List<String> ofPrograms() {
        try (Stream<Path> all = Files.list(HOST)) {
            return all.filter(Files::isDirectory)
                    .filter(path ->
                            OF_PROGRAMS.matcher(path.getFileName().toString()).matches())
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    static void prepare(Path etc, List<String> ofPrograms) throws IOException {
        for (String directory : ofPrograms) {
            Files.createDirectories(etc.resolve(HOST.relativize(Path.of(directory))));
        }
        Files.writeString(
                etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/bash\nwuying:x:1000:1000::/home/wuying:/bin/bash\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nwuying:x:1000:\n");
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost agentbay-local\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files\n");
        for (String name : List.of("ld.so.cache", "ld.so.conf", "localtime")) {
            copy(HOST.resolve(name), etc.resolve(name));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
