package io.agentbay.reactive.spring.local;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The service an application runs for itself, and its data where nobody wants to keep them. */
final class EmbeddedService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedService.class);

    private final AgentBayLocal service;
    private final Path data;
    private final boolean temporary;

    private EmbeddedService(AgentBayLocal service, Path data, boolean temporary) {
        this.service = service;
        this.data = data;
        this.temporary = temporary;
    }

    static EmbeddedService start(@Nullable Path kept, LocalOptions options) {
        var data = kept == null ? temporaryDirectory() : kept;
        var service = AgentBayLocal.start(data, options);
        LOG.info(
                "AgentBay runs inside this application at {}, with its contexts in {}{}",
                service.endpoint(),
                data,
                kept == null ? ", which goes with it; agentbay.local.data keeps them" : "");
        return new EmbeddedService(service, data, kept == null);
    }

    AgentBayLocal service() {
        return service;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        service.close();
        if (temporary) {
            remove();
        }
    }

    private void remove() {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            LOG.warn("The temporary contexts in {} could not be removed: {}", data, e.toString());
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("agentbay-local-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No temporary directory for the embedded AgentBay can be made; agentbay.local.data names one to use",
                    e);
        }
    }
}
