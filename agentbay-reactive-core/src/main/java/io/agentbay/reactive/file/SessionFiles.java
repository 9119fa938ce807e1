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
     * Tells what changes below {@code directory}, from some moment after the subscription on, until cancelled.
     *
     * <p>To be sure to see what a piece of work changes, use {@link #watchWhile}. The session pushes changes where it
     * can, else it is asked every half second, up to every 5 s while nothing changes. The service tells each change to
     * one asker only, so all watches of a directory in this client share one; another client that watches the same
     * directory of the same session takes changes away. A change may be told twice, and the order across files is the
     * service's.
     *
     * <p>Completes when this client closes the session. An error when the session ended otherwise, and when changes may
     * have been lost because an answer was: subscribe again to go on from there. A subscriber that leaves more than
     * 65,536 changes waiting gets a {@code SubscriberTooSlowException} after them. A cancel stops asking; it does not
     * disturb other watches.
     */
    Flux<FileChange> watch(String directory);

    /**
     * Watches {@code directory}, subscribes to {@code work} once the watch is confirmed, and ends as the work does,
     * after everything that the work changed was told.
     *
     * <p>After the work has ended the directory is read until a read finds nothing new, ten times at most. Its value is
     * dropped; its error comes last. When the watch itself fails, so does this, and the work is cancelled. Otherwise as
     * {@link #watch}; a session closed meanwhile is an error here. A cancel cancels the work.
     */
    Flux<FileChange> watchWhile(String directory, Mono<?> work);

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
