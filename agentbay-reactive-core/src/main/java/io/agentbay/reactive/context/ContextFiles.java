package io.agentbay.reactive.context;

import io.agentbay.reactive.file.FileStore;
import reactor.core.publisher.Mono;

/**
 * The files of a context, without a session: listed by the service, read and written by signed addresses.
 *
 * <p>Paths are those of the sessions that mount the context: what a session holds at {@code /mnt/data/a.txt} is
 * {@code /mnt/data/a.txt} here, and a context that was mounted at another path shows other files there. A context that
 * sessions mount as archive lists their archives, not the files in them; {@link #compare} of one that this client last
 * mounted so is an {@code InvalidRequestException}.
 *
 * <p>The store behind it is object storage. A write replaces a file at once, and reading it or finding it sees the new
 * content at once; {@link #list listings} lag behind for seconds, so that {@link #walk}, {@link #copyTo} and {@link
 * #compare} may miss what was written a moment ago and name what was just deleted. The last writer wins. There are no
 * directories: one exists while a file is below it, empty ones are not kept, and {@link #delete} removes one file.
 *
 * <p>Files are listed in the service's order, folder by folder, with sizes. A listing page comes with the next read,
 * and a walk or copy reads a few pages ahead; a folder that changes while it is listed may hide a file or name it
 * twice. What the service answers twice, or without end, is an {@code UnexpectedResponseException}.
 *
 * <p>Addresses are asked for just before use, one more is asked for when one is refused. A write is sent with the length
 * known before, and fails when the content has another, or when the store's own check sum of it differs. A read that
 * breaks goes on where it stopped only while the store names the same version by its {@code ETag}, and is an error
 * otherwise; it fails when the length differs from the announced one, or the content from the store's check sum.
 *
 * <p>A write and either copy are operations of kind {@code TRANSFER}, told as events with bytes as the connection takes
 * them.
 */
public interface ContextFiles extends FileStore {

    /**
     * A fresh address from which anyone reads the file until it expires.
     *
     * <p>The service makes one for a file that does not exist as well; reading that is refused by the store. Safe to
     * repeat.
     */
    Mono<SignedUrl> downloadUrl(String path);

    /**
     * A fresh address to which anyone writes the file by one PUT until it expires.
     *
     * <p>Nothing exists before that PUT. Safe to repeat; addresses given out before stay good.
     */
    Mono<SignedUrl> uploadUrl(String path);
}
