package io.agentbay.reactive.error;

import java.nio.file.Path;

/** A file or directory on this machine could not be read or written: missing, not permitted, changed, disk full. */
public final class LocalFileException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** Creates the error of one local file. */
    public LocalFileException(String summary, Path path, ErrorDetails details) {
        super(summary, details);
        this.path = path.toString();
    }

    /** Returns the file or directory. */
    public Path path() {
        return Path.of(path);
    }
}
