package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The {@code /etc} of every sandbox: one user, no other name, and where this machine's programs and libraries are. */
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
        alternatives(etc.resolve("alternatives"));
    }

    private static void alternatives(Path to) throws IOException {
        Path from = HOST.resolve("alternatives");
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> links = Files.list(from)) {
            for (Path link : (Iterable<Path>) links.filter(Files::isSymbolicLink)::iterator) {
                copy(link, to.resolve(link.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
