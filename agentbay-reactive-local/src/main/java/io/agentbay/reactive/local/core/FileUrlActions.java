package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The actions on single files of contexts; their bytes travel by signed address. */
final class FileUrlActions {

    private final Ground ground;
    private final ContextTable contexts;
    private final ObjectTable objects;
    private volatile Urls urls = new NoUrls();

    FileUrlActions(Ground ground, ContextTable contexts, ObjectTable objects) {
        this.ground = ground;
        this.contexts = contexts;
        this.objects = objects;
    }

    void urls(Urls made) {
        urls = made;
    }

    Urls urls() {
        return urls;
    }

    void register(Actions actions) {
        actions.add("GetContextFileDownloadUrl", fields -> url("GET", fields));
        actions.add("GetContextFileUploadUrl", fields -> url("PUT", fields));
        actions.add("DeleteContextFile", this::delete);
    }

    private ServiceReply url(String method, Fields fields) {
        StoredContext context = contexts.get(fields.tenant(), fields.get("ContextId"));
        String key = key(fields);
        Instant expires =
                ground.now().plus(ground.model().storage().urlsValidFor()).truncatedTo(ChronoUnit.SECONDS);
        String url = urls.signed(new UrlGrant(method, context.id(), key, expires));
        return ServiceReply.ok(Map.of("Url", url, "ExpireTime", expires.getEpochSecond()));
    }

    /** Deleting what is not there succeeds, as in every object storage. */
    private ServiceReply delete(Fields fields) {
        objects.delete(contexts.get(fields.tenant(), fields.get("ContextId")), key(fields));
        return ServiceReply.ok();
    }

    private static String key(Fields fields) {
        String key = Keys.key("FilePath", fields.get("FilePath"));
        if (key.equals("/")) {
            throw ServiceError.invalid("FilePath", "names no file");
        }
        return key;
    }

    private static final class NoUrls implements Urls {
        @Override
        public String signed(UrlGrant grant) {
            throw new IllegalStateException("No front makes addresses yet");
        }

        @Override
        public String endpoint() {
            throw new IllegalStateException("No front makes addresses yet");
        }
    }
}
