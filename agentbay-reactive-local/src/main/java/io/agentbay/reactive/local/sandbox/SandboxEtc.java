package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The {@code /etc} of every sandbox: one user, no other name, and where this machine's libraries are. */
final class SandboxEtc {

    private static final Path HOST = Path.of("/etc");

    private SandboxEtc() {}

    static void prepare(Path etc) throws IOException {
        Files.createDirectories(etc.resolve("alternatives"));
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
