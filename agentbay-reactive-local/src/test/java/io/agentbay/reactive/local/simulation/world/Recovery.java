package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.LedgerTransaction;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.simulation.history.Sha256;
import io.agentbay.reactive.local.simulation.history.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * I6: what a service finds when it starts again is what it had acknowledged, but for one commit under way, which
 * happened whole or not at all; and every file is whole.
 */
final class Recovery {

    private final Truth truth;
    private final @Nullable Consumer<LedgerTransaction> underWay;

    Recovery(Truth truth, @Nullable Consumer<LedgerTransaction> underWay) {
        this.truth = truth;
        this.underWay = underWay;
    }

    /** What is not as it was acknowledged; takes over the commit under way if it happened. */
    List<String> differences(LedgerState found) {
        var before = differing(found);
        if (before.isEmpty() || underWay == null) {
            return before;
        }
        truth.doing("recovery");
        truth.committed(underWay);
        return differing(found);
    }

    private List<String> differing(LedgerState found) {
        var differences = new ArrayList<String>();
        Map<String, ObjectRow> objects = new HashMap<>();
        found.objects().forEach(row -> objects.put(row.contextId() + " " + row.key(), row));
        for (var context : truth.contextsWithObjects()) {
            for (var key : truth.keys(context)) {
                var last = truth.object(context, key).last();
                var row = objects.remove(context + " " + key);
                if (!Objects.equals(last == null ? null : last.hash(), row == null ? null : row.blob())) {
                    differences.add("after a restart " + key + " of " + context + " is "
                            + (row == null ? "gone" : row.blob()) + ", acknowledged was "
                            + (last == null || last.hash() == null ? "its end" : last.hash()));
                }
            }
        }
        objects.keySet().forEach(more -> differences.add("after a restart there is " + more + ", which never was"));
        var names = names(found.contexts());
        if (!names.equals(names(truth.contexts().values()))) {
            differences.add("after a restart the contexts are " + names + ", acknowledged were "
                    + names(truth.contexts().values()));
        }
        return differences;
    }

    private static Map<String, String> names(Collection<ContextRow> contexts) {
        return contexts.stream().collect(Collectors.toMap(ContextRow::id, ContextRow::name, (a, b) -> b, TreeMap::new));
    }

    /** Which files cannot be read as they were stored; nobody reads the mark of an empty directory. */
    List<String> unreadable(Service service) {
        var broken = new ArrayList<String>();
        for (var context : truth.contextsWithObjects()) {
            for (var key : truth.keys(context)) {
                var last = truth.object(context, key).last();
                if (last != null
                        && last.hash() != null
                        && !key.endsWith("/")
                        && truth.contexts().containsKey(context)) {
                    var content = service.content(context, key);
                    if (content == null || !last.hash().equals(Sha256.of(content))) {
                        broken.add(key + " of " + context + " cannot be read as it was stored");
                    }
                }
            }
        }
        return broken;
    }
}
