package io.agentbay.reactive.file;

import io.agentbay.reactive.common.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The file system inside a session: what every {@link FileStore} does, and what only a file system can.
 *
 * <p>Writes here are not durable until a sync uploaded their mount. Small text is written by one call; anything else
 * goes through the session's file-transfer context and is moved into place, or by commands where the session has no
 * such context.
 */
public interface SessionFiles extends FileStore {

    /**
     * Adds {@code content} to the end of a file, creating it when absent.
     *
     * <p>The only write that is not safe to repeat: when an answer is lost, the file's size says whether the bytes
     * arrived, and when even that cannot be told the error says that it may have happened. Two appends to one file at
     * the same time are the caller's to order.
     */
    Mono<Void> append(String path, Content content);

    /**
     * Reads many small text files, a few at a time: each path with its text, in the order given.
     *
     * <p>Limits and errors per file are those of {@link #readText}; the first file that fails ends the stream with an
     * error that names it.
     */
    Flux<Map.Entry<String, String>> readMany(List<String> paths);

    /**
     * Replaces pieces of a text file, in order, inside the session.
     *
     * <p>A piece that does not occur is a {@code ToolFailedException}. Not safe to repeat.
     */
    Mono<Void> edit(String path, List<Edit> edits);

    /** Creates a directory and its parents; completes also when it exists. Safe to repeat. */
    Mono<Void> createDirectory(String path);

    /**
     * Moves or renames a file or directory inside the session.
     *
     * <p>When the answer is lost, both names are looked at before it is tried again. Absent source: {@code
     * NotFoundException}.
     */
    Mono<Void> move(String from, String to);

    /**
     * Finds files below {@code directory} whose name matches {@code pattern}, in the pattern language of the service's
     * own search.
     *
     * <p>The search itself names paths only; each hit is then looked at, a few at a time.
     */
    Flux<FileEntry> search(String directory, String pattern);

    /**
     * One piece of text to replace.
     *
     * @param oldText what is there now, not empty
     * @param newText what is to be there
     */
    record Edit(String oldText, String newText) {

        /** Checks that there is something to look for. */
        public Edit {
            Objects.requireNonNull(newText, "newText");
            if (oldText.isEmpty()) {
                throw new IllegalArgumentException("oldText must not be empty: name the text to replace");
            }
        }
    }
}
