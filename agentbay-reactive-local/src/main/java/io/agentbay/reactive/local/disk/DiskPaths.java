package io.agentbay.reactive.local.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns relative paths into files below the root, refusing every way out of it. */
final class DiskPaths {

    private final Path root;

    DiskPaths(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    Path root() {
        return root;
    }

    /** The file of this path; its directories must exist and none may be a link. */
    Path existing(String path) throws IOException {
        Path file = resolve(path);
        Path parent = file.equals(root) ? root : parentOf(file);
        if (!parent.toRealPath().equals(parent)) {
            throw new FileSystemException(path, null, "leads through a link");
        }
        return file;
    }

    /** The file of this path, whether or not its directories exist. */
    Path resolve(String path) throws IOException {
        Path file = root;
        if (path.isEmpty()) {
            return file;
        }
        for (String part : path.split("/", -1)) {
            file = file.resolve(checked(part, path));
        }
        return file;
    }

    private static String checked(String part, String path) throws IOException {
        boolean hostile = part.isEmpty() || ".".equals(part) || "..".equals(part) || part.indexOf('\0') >= 0;
        if (hostile || part.indexOf('\\') >= 0 && File.separatorChar == '\\') {
            throw new FileSystemException(path, null, "is no path below the data directory");
        }
        return FileNames.toDisk(part);
    }

    static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
