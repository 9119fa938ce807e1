package io.agentbay.reactive.local.core;

import java.io.IOException;

/**
 * The files of contexts, as signed addresses reach them; the caller has already checked the grant.
 *
 * <p>Safe for use by many threads; bytes are streamed outside every lock, in the memory of the caller's buffers.
 */
public interface ObjectStore {

    /**
     * Starts to put an object; nothing is visible before {@link ObjectUpload#commit()}.
     *
     * @throws ServiceError if the context is gone or the service is read-only
     */
    ObjectUpload upload(String contextId, String key) throws IOException;

    /**
     * Opens the object's present content.
     *
     * @throws ServiceError if the context or the key is not found
     */
    ObjectDownload open(String contextId, String key) throws IOException;
}
