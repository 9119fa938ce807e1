package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.LocalFileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Turns names of the service into local paths that stay where they belong. */
public final class LocalTarget {

    private LocalTarget() {}

    public static Path resolve(Path directory, String relative) {
        var path = directory;
        for (String name : relative.split("/", -1)) {
            path = child(path, name, relative);
        }
        return path;
    }

    private static Path child(Path directory, String name, String relative) {
        try {
            var child = directory.resolve(name);
            if (name.isEmpty() || !isOneName(child, name)) {
                throw refused(directory, relative, null);
            }
            return child;
        } catch (InvalidPathException impossible) {
            throw refused(directory, relative, impossible);
        }
    }

    private static boolean isOneName(Path child, String name) {
        var last = child.getFileName();
        return last != null && last.toString().equals(name) && !name.equals(".") && !name.equals("..");
    }

    private static LocalFileException refused(
            Path directory, String relative, @org.jspecify.annotations.Nullable Throwable cause) {
        return new LocalFileException(
                "the name " + relative + " cannot be used below " + directory,
                directory,
                ErrorDetails.of("copyTo").attempts(0).cause(cause));
    }
}
