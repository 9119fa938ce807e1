package io.agentbay.reactive.local.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        requireNoLink(path, file.equals(root) ? root : parentOf(file));
        return file;
    }

    /** The directory of this path, whether or not it exists; what exists of it holds no link. */
    Path creatable(String path) throws IOException {
        Path directory = resolve(path);
        Path there = directory;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = parentOf(there);
        }
        requireNoLink(path, there);
        return directory;
    }

    private static void requireNoLink(String path, Path directory) throws IOException {
        if (!directory.toRealPath().equals(directory)) {
            throw new NotDirectoryException(path);
        }
    }

    private Path resolve(String path) throws IOException {
        Path file = root;
        for (Path part : parts(path)) {
            file = file.resolve(part);
        }
        return file;
    }

    /** The names of a path, one below the other; none for the root. */
    List<Path> parts(String path) throws IOException {
        List<Path> parts = new ArrayList<>();
        if (!path.isEmpty()) {
            for (String part : path.split("/", -1)) {
                parts.add(named(path, checked(part, path)));
            }
        }
        return parts;
    }

    private Path named(String path, String part) throws IOException {
        try {
            return root.getFileSystem().getPath(part);
        } catch (InvalidPathException e) {
            throw new FileSystemException(path, null, "is no path on this machine");
        }
    }

    private static String checked(String part, String path) throws IOException {
        boolean hostile = part.isEmpty() || ".".equals(part) || "..".equals(part) || part.indexOf('\0') >= 0;
        if (hostile || part.indexOf('\\') >= 0 && File.separatorChar == '\\') {
            throw new FileSystemException(path, null, "is no path below the data directory");
        }
        return FileNames.toDisk(part);
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
