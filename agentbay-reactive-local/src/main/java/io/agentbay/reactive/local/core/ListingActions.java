package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listing the files of a context, folder by folder, by page number or by token. */
final class ListingActions {

    private static final int PAGE = 50;

    private final ContextTable contexts;
    private final Clock clock;

    ListingActions(ContextTable contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    void register(Actions actions) {
        actions.add("DescribeContextFiles", this::describe);
    }

    private ServiceReply describe(Fields fields) {
        StoredContext context = contexts.get(fields.tenant(), fields.get("ContextId"));
        String parent =
                Keys.key("ParentFolderPath", fields.find("ParentFolderPath").orElse("/"));
        List<Folder.Child> all =
                Folder.of(context.listed(clock.instant()), parent).children();
        int size = fields.positive("MaxResults", fields.positive("PageSize", PAGE));
        long from = fields.find("NextToken").isPresent()
                ? Pages.PageRequest.of(fields).token()
                : (fields.positive("PageNumber", 1) - 1L) * size;
        List<Folder.Child> shown = all.stream().skip(from).limit(size).toList();
        boolean last = from + shown.size() >= all.size();
        return ServiceReply.ok(shown.stream().map(child -> view(child, parent)).toList())
                .with("Count", all.size())
                .with("MaxResults", size)
                .with("NextToken", last ? "" : Long.toString(from + shown.size(), 36));
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
