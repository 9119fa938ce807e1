package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service on a directory of its own; closing it, which the store does after the test, leaves nothing behind. */
record ServiceOfOneTest(AgentBayLocal local, Path data) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceOfOneTest.class);

    static ServiceOfOneTest start() {
        try {
            Path data = Files.createTempDirectory("agentbay-test-");
            return new ServiceOfOneTest(AgentBayLocal.start(data), data);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for the test's data: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        local.reset();
        try {
            local.close();
        } catch (AgentBayException unsaved) {
            LOG.info("The test left a session that could not be saved: {}", unsaved.getMessage());
        }
        Files.walkFileTree(data, new Deletion());
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
            if (error != null) {
                throw error;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
