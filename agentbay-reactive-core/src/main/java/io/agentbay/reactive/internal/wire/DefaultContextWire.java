package io.agentbay.reactive.internal.wire;

import static io.agentbay.reactive.internal.pipeline.ServiceCall.Group.CONTEXT;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.IDEMPOTENT;
import static io.agentbay.reactive.pipeline.ApiCall.Idempotency.READ;

import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.internal.json.JsonException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link ContextWire} over the service's actions. */
final class DefaultContextWire implements ContextWire {
    private final Actions actions;
    private final @Nullable String region;

    DefaultContextWire(Actions actions, @Nullable String region) {
        this.actions = actions;
        this.region = region;
    }

    @Override
    public Mono<ContextData> byName(String name, boolean create) {
        var action = Action.of("GetContext", CONTEXT, create ? IDEMPOTENT : READ)
                .field("LoginRegionId", create ? region : null)
                .field("AllowCreate", create)
                .field("Name", name)
                .about(Kind.CONTEXT, name);
        return actions.call(action, reply -> context(reply, create));
    }

    @Override
    public Mono<ContextData> byId(String id) {
        var action = Action.of("GetContext", CONTEXT, READ)
                .field("AllowCreate", false)
                .field("ContextId", id)
                .about(Kind.CONTEXT, id);
        return actions.call(action, reply -> context(reply, false));
    }

    /** Yes without data is the service's other way to say that there is none. */
    private static ContextData context(Reply reply, boolean create) {
        if (!create && !reply.envelope().hasData()) {
            throw reply.missing("Context not found");
        }
        return checked(reply.data(ContextData.class));
    }

    private static ContextData checked(ContextData context) {
        Reply.required(context.id(), "Id");
        Reply.required(context.name(), "Name");
        return context;
    }

    @Override
    public Mono<Page<ContextData>> list(int maxResults, @Nullable String token) {
        var action = Action.of("ListContexts", CONTEXT, READ)
                .field("MaxResults", maxResults)
                .field("NextToken", token);
        return actions.call(action, reply -> {
            var page = reply.page(ContextData.class);
            page.items().forEach(DefaultContextWire::checked);
            return page;
        });
    }

    @Override
    public Mono<Void> rename(String id, String newName) {
        return actions.call(onId("ModifyContext", id).field("Name", newName));
    }

    @Override
    public Mono<Void> delete(String id) {
        return actions.call(onId("DeleteContext", id));
    }

    @Override
    public Mono<Void> clear(String id) {
        return actions.call(onId("ClearContext", id));
    }

    private static Action onId(String name, String id) {
        return Action.of(name, CONTEXT, IDEMPOTENT).field("Id", id).about(Kind.CONTEXT, id);
    }

    @Override
    public Mono<FileUrl> uploadUrl(String contextId, String path) {
        return signedUrl("GetContextFileUploadUrl", contextId, path);
    }

    @Override
    public Mono<FileUrl> downloadUrl(String contextId, String path) {
        return signedUrl("GetContextFileDownloadUrl", contextId, path);
    }

    private Mono<FileUrl> signedUrl(String name, String contextId, String path) {
        var action = onFile(Action.of(name, CONTEXT, READ), contextId, path);
        return actions.call(action, reply -> {
            var data = reply.data(UrlDto.class);
            return new FileUrl(uri(data.url()), FileUrl.expiry(data.expireTime()));
        });
    }

    /** A URI from the service; its text is a secret and stays out of the error. */
    static URI uri(@Nullable String text) {
        try {
            return URI.create(Reply.required(text, "Url"));
        } catch (IllegalArgumentException e) {
            throw new JsonException("no URL");
        }
    }

    @Override
    public Mono<FilePage> files(String contextId, String parentFolder, int pageNumber, int pageSize) {
        return page(
                folder(contextId, parentFolder).field("PageNumber", pageNumber).field("PageSize", pageSize));
    }

    @Override
    public Mono<FilePage> filesAfter(String contextId, String parentFolder, String token, int pageSize) {
        return page(folder(contextId, parentFolder)
                .queryField("MaxResults", pageSize)
                .queryField("NextToken", token));
    }

    private static Action folder(String contextId, String parentFolder) {
        return Action.of("DescribeContextFiles", CONTEXT, READ)
                .field("ContextId", contextId)
                .field("ParentFolderPath", parentFolder)
                .about(Kind.FILE, parentFolder);
    }

    private Mono<FilePage> page(Action action) {
        return actions.call(
                action,
                reply -> new FilePage(
                        reply.items(FileDto.class).stream().map(FileDto::toData).toList(),
                        total(reply),
                        reply.envelope().next()));
    }

    /** A count that equals this page may be the page's own, and believing it would end a listing early. */
    private static @Nullable Integer total(Reply reply) {
        var total = reply.envelope().totalCount();
        var count = reply.envelope().count();
        if (total != null) {
            return total;
        }
        return count != null && count > reply.items().size() ? count : null;
    }

    @Override
    public Mono<Void> deleteFile(String contextId, String path) {
        return actions.call(onFile(Action.of("DeleteContextFile", CONTEXT, IDEMPOTENT), contextId, path));
    }

    private static Action onFile(Action action, String contextId, String path) {
        return action.field("ContextId", contextId).field("FilePath", path).about(Kind.FILE, path);
    }

    /** A signed address as the service spells it. */
    record UrlDto(@Nullable String url, @Nullable String expireTime) {}

    /** A file as DescribeContextFiles spells it. */
    record FileDto(
            @Nullable String fileId,
            @Nullable String fileName,
            @Nullable String filePath,
            @Nullable String fileType,
            @Nullable String relativePath,
            @Nullable Long size,
            @Nullable String status,
            @Nullable String gmtCreate,
            @Nullable String gmtModified) {
        FileData toData() {
            var name = Reply.required(fileName, "FileName");
            var type = fileType == null ? "" : fileType.toUpperCase(Locale.ROOT);
            return new FileData(
                    name,
                    filePath == null ? name : filePath,
                    type.equals("FOLDER") || type.equals("DIRECTORY"),
                    size == null ? 0 : size,
                    gmtModified,
                    gmtCreate,
                    status);
        }
    }
}
