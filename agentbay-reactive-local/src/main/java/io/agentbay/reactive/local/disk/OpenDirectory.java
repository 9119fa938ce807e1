package io.agentbay.reactive.local.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory held open. What is done with a name in it happens there, wherever its path leads meanwhile: a command that
 * puts a link in the place of a directory, between a look and the work, gains nothing.
 */
final class OpenDirectory implements Closeable {

    private final SecureDirectoryStream<Path> stream;

    private OpenDirectory(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    /** The root; empty where this platform cannot hold directories open. */
    static Optional<OpenDirectory> root(Path root) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return Optional.of(new OpenDirectory(secure));
        }
        stream.close();
        return Optional.empty();
    }

    /** A directory in this one, which is closed by that. A link is none. */
    OpenDirectory enter(Path name) throws IOException {
        try (this) {
            requireDirectory(name);
            return new OpenDirectory(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private void requireDirectory(Path name) throws IOException {
        if (!attributes(name).isDirectory()) {
            throw new NotDirectoryException(name.toString());
        }
    }

    BasicFileAttributes attributes(Path name) throws IOException {
        return stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /** What a link in this directory says; empty if it is none, or where the platform cannot tell. */
    Optional<String> link(Path name) throws IOException {
        BasicFileAttributes attributes = attributes(name);
        return attributes.isSymbolicLink() ? Descriptors.link(key(), name, attributes.fileKey()) : Optional.empty();
    }

    private @Nullable Object key() throws IOException {
        return stream.getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
    }

    boolean has(Path name) throws IOException {
        try {
            return attributes(name) != null;
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /** Opens a regular file. Anything else is refused before: the other end of a pipe might never come. */
    FileChannel open(Path name, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        if (!all.contains(StandardOpenOption.CREATE_NEW)) {
            requireFile(name);
        }
        return (FileChannel) stream.newByteChannel(name, all);
    }

    private void requireFile(Path name) throws IOException {
        try {
            if (!attributes(name).isRegularFile()) {
                throw new FileSystemException(name.toString(), null, "is not a regular file");
            }
        } catch (NoSuchFileException missing) {
            return;
        }
    }

    List<Path> names() {
        List<Path> names = new ArrayList<>();
        stream.forEach(path -> names.add(path.getFileName()));
        names.sort(null);
        return names;
    }

    void move(Path name, OpenDirectory to, Path newName) throws IOException {
        stream.move(name, to.stream, newName);
    }

    void delete(Path name) throws IOException {
        if (attributes(name).isDirectory()) {
            stream.deleteDirectory(name);
        } else {
            stream.deleteFile(name);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
