package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.LocalFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words what went wrong with a local file, and which file it was. */
final class LocalFailures {

    private LocalFailures() {}

    static LocalFileException missing(Path path) {
        return of("read", path, new NoSuchFileException(path.toString()));
    }

    static LocalFileException of(String verb, Path asked, IOException error) {
        var path = error instanceof FileSystemException named && named.getFile() != null
                ? asked.getFileSystem().getPath(named.getFile())
                : asked;
        var details = ErrorDetails.of("local files").attempts(1).cause(error);
        return new LocalFileException("Could not " + verb + " " + path + ": " + reason(error), path, details);
    }

    private static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof NotDirectoryException) {
            return "not a directory";
        }
        var words = error instanceof FileSystemException named ? named.getReason() : error.getMessage();
        return words == null ? error.getClass().getSimpleName() : words;
    }
}
