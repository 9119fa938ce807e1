package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferReport.ComparedBy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The files of one directory in a store, as they were when it was looked into. */
interface OtherSide {

    ComparedBy comparedBy();

    /** Sizes by relative path; null where the look named none. */
    Map<String, @Nullable Long> files();

    /** The bytes a file has now; empty when it is gone. */
    Mono<Long> size(String relative);

    /**
     * Which of these local files hold the same bytes here.
     *
     * @param thorough whether to move bytes for that even where sending a file again is cheaper
     */
    Mono<Set<String>> same(List<LocalFile> files, boolean thorough);
}
