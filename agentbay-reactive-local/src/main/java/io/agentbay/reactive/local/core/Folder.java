package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The direct children of one folder of a context: its files, and folders made up from longer keys. */
record Folder(List<Child> children) {

    static Folder of(NavigableMap<String, ObjectRow> objects, String parent) {
        String prefix = parent.equals("/") ? "/" : parent + "/";
        List<Child> children = new ArrayList<>();
        Map.Entry<String, ObjectRow> next = objects.ceilingEntry(prefix);
        while (next != null && next.getKey().startsWith(prefix)) {
            String rest = next.getKey().substring(prefix.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                children.add(new Child(next.getKey(), next.getValue()));
                next = objects.higherEntry(next.getKey());
            } else {
                String folder = prefix + rest.substring(0, slash);
                children.add(new Child(folder, null));
                next = objects.ceilingEntry(folder + "0");
            }
        }
        return new Folder(
                children.stream().filter(child -> !child.path().endsWith("/")).toList());
    }

    /**
     * A file or a folder.
     *
     * @param path its key, or the beginning of its files' keys
     * @param file the file; null for a folder
     */
    record Child(String path, @Nullable ObjectRow file) {}
}
