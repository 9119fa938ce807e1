package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The actions on contexts themselves. */
final class ContextActions {

    private final Ground ground;
    private final ContextTable contexts;
    private final SessionTable sessions;
    private final ContextLife life;
    private final StorageModel model;
    private volatile ClearFaults faults = name -> ClearFault.NONE;

    ContextActions(Ground ground, ContextTable contexts, SessionTable sessions, ContextLife life) {
        this.ground = ground;
        this.contexts = contexts;
        this.sessions = sessions;
        this.life = life;
        this.model = ground.model().storage();
    }

    void faults(ClearFaults decide) {
        faults = decide;
    }

    void register(Actions actions) {
        actions.add("GetContext", this::get);
        actions.add("ListContexts", this::list);
        actions.add("ModifyContext", this::modify);
        actions.add("DeleteContext", this::delete);
        actions.add("ClearContext", this::clear);
    }

    private ServiceReply get(Fields fields) {
        String tenant = fields.tenant();
        if (fields.find("ContextId").isPresent()) {
            return ServiceReply.ok(view(contexts.get(tenant, fields.get("ContextId"))));
        }
        String name = fields.get("Name");
        StoredContext context = fields.flag("AllowCreate")
                ? life.getOrCreate(tenant, name)
                : contexts.named(tenant, name).orElseThrow(ServiceError::noContext);
        return ServiceReply.ok(view(context));
    }

    private ServiceReply list(Fields fields) {
        Predicate<StoredContext> wanted = context -> true;
        if (fields.find("SessionId").isPresent()) {
            List<Mount> mounts = sessions.alive(fields).mounts();
            wanted = context -> mounts.stream().anyMatch(mount -> mount.context() == context);
        }
        var page = Pages.of(contexts.of(fields.tenant()), wanted, Pages.PageRequest.of(fields), model.pagesShift());
        List<Map<String, Object>> data =
                page.items().stream().map(ContextActions::view).toList();
        return page.reply(data);
    }

    private ServiceReply modify(Fields fields) {
        life.rename(context(fields), fields.get("Name"));
        return ServiceReply.ok();
    }

    private ServiceReply delete(Fields fields) {
        life.delete(context(fields));
        return ServiceReply.ok();
    }

    private ServiceReply clear(Fields fields) {
        StoredContext context = context(fields);
        if (life.startClear(context)) {
            lead(context, faults.decide(context.row().name()));
        }
        return ServiceReply.ok();
    }

    private void lead(StoredContext context, ClearFault fault) {
        if (fault == ClearFault.LEAVE_FILES) {
            ground.planIn(model.clearing(), () -> life.abandonClear(context));
        } else if (fault == ClearFault.NONE) {
            ground.planIn(model.clearing(), () -> ground.untilRoom(() -> life.finishClear(context)));
        }
    }

    private StoredContext context(Fields fields) {
        return contexts.get(fields.tenant(), fields.get("Id"));
    }

    private static Map<String, Object> view(StoredContext context) {
        ContextRow row = context.row();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("Id", row.id());
        view.put("Name", row.name());
        view.put("State", row.clearing() ? "clearing" : "available");
        view.put("CreateTime", Times.text(row.created()));
        view.put("LastUsedTime", Times.text(row.lastUsed()));
        view.put("OsType", "linux");
        return view;
    }
}
