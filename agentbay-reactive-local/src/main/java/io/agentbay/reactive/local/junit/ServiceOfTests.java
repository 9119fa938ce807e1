package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
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

/** One service on a directory of its own; closing it, which the store does after the test or the class, leaves nothing behind. */
record ServiceOfTests(AgentBayLocal local, Path data, long startMillis) implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceOfTests.class);

    static ServiceOfTests start(LocalOptions options) {
        try {
            long before = System.nanoTime();
            Path data = Files.createTempDirectory("agentbay-test-");
            AgentBayLocal local = AgentBayLocal.start(data, options);
            return new ServiceOfTests(local, data, (System.nanoTime() - before) / NANOS_PER_MILLI);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for the tests' data: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        local.reset();
        try {
            local.close();
        } catch (AgentBayException unsaved) {
            LOG.info("The tests left a session that could not be saved: {}", unsaved.getMessage());
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
