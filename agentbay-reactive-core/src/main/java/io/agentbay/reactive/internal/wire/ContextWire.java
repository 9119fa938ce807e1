package io.agentbay.reactive.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The actions on contexts and on the files inside them. */
public interface ContextWire {

    /** GetContext by name; a missing one is {@code NotFoundException} unless {@code create}. */
    Mono<ContextData> byName(String name, boolean create);

    /** GetContext by id; a missing one is {@code NotFoundException}. */
    Mono<ContextData> byId(String id);

    /** ListContexts. */
    Mono<Page<ContextData>> list(int maxResults, @Nullable String token);

    /** ModifyContext. */
    Mono<Void> rename(String id, String newName);

    /** DeleteContext. */
    Mono<Void> delete(String id);

    /** ClearContext: starts clearing. */
    Mono<Void> clear(String id);

    /** GetContextFileUploadUrl. */
    Mono<FileUrl> uploadUrl(String contextId, String path);

    /** GetContextFileDownloadUrl. */
    Mono<FileUrl> downloadUrl(String contextId, String path);

    /** DescribeContextFiles: one folder, page numbers from 1. */
    Mono<FilePage> files(String contextId, String parentFolder, int pageNumber, int pageSize);

    /** DescribeContextFiles: one folder, the page a token stands for. */
    Mono<FilePage> filesAfter(String contextId, String parentFolder, String token, int pageSize);

    /** DeleteContextFile. */
    Mono<Void> deleteFile(String contextId, String path);

    /** What GetContext and ListContexts say of a context; times as the service spells them. */
    record ContextData(
            String id,
            String name,
            @Nullable String state,
            @Nullable String createTime,
            @Nullable String lastUsedTime,
            @Nullable String osType) {}

    /** One page of a folder; {@code total} and {@code nextToken} are null when the service does not say. */
    record FilePage(
            List<FileData> files,
            @Nullable Integer total,
            @Nullable String nextToken) {}

    /** One stored file or folder. */
    record FileData(
            String name,
            String path,
            boolean folder,
            long size,
            @Nullable String modified,
            @Nullable String created,
            @Nullable String status) {}
}
