package io.agentbay.reactive.local.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listing the files of a context, folder by folder, by page number or by token. */
final class ListingActions {

    private static final int PAGE = 50;

    private final ContextTable contexts;
    private final Ground ground;
    private final boolean shifting;

    ListingActions(ContextTable contexts, Ground ground) {
        this.contexts = contexts;
        this.ground = ground;
        this.shifting = ground.model().storage().pagesShift();
    }

    void register(Actions actions) {
        actions.add("DescribeContextFiles", this::describe);
    }

    private ServiceReply describe(Fields fields) {
        StoredContext context = contexts.get(fields.tenant(), fields.get("ContextId"));
        String parent =
                Keys.key("ParentFolderPath", fields.find("ParentFolderPath").orElse("/"));
        Folder folder = context.folder(ground.now(), parent);
        int all = folder.children().size();
        int size = fields.positive("MaxResults", fields.positive("PageSize", PAGE));
        int from = (int) Math.min(all, from(fields, folder, size));
        List<Folder.Child> shown = folder.children().subList(from, from + Math.min(all - from, size));
        boolean last = from + shown.size() >= all;
        return ServiceReply.ok(shown.stream().map(child -> view(child, parent)).toList())
                .with("Count", all)
                .with("MaxResults", size)
                .with("NextToken", last ? "" : token(shown, from));
    }

    private long from(Fields fields, Folder folder, int size) {
        Optional<String> token = fields.find("NextToken");
        if (token.isEmpty()) {
            return (fields.positive("PageNumber", 1) - 1L) * size;
        }
        return shifting ? Pages.PageRequest.of(fields).token() : folder.upTo(cursor(token.get()));
    }

    /** The name of the last child shown, or a plain offset where the model lets pages shift. */
    private String token(List<Folder.Child> shown, int from) {
        if (shifting) {
            return Long.toString(from + shown.size(), 36);
        }
        byte[] cursor = shown.get(shown.size() - 1).cursor().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static String cursor(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ServiceError.invalid("NextToken", "is not a token of this service");
        }
    }

    private static Map<String, Object> view(Folder.Child child, String parent) {
        ObjectRow file = child.file();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("FileId", Integer.toHexString(child.path().hashCode()));
        view.put("FileName", Keys.name(child.path()));
        view.put("FilePath", child.path());
        view.put("FileType", file == null ? "FOLDER" : "FILE");
        view.put("RelativePath", Keys.below(parent, child.path()).substring(parent.equals("/") ? 0 : 1));
        view.put("Size", file == null ? 0 : file.size());
        view.put("Status", "available");
        if (file != null) {
            view.put("GmtCreate", Times.text(file.created()));
            view.put("GmtModified", Times.text(file.modified()));
        }
        return view;
    }
}
