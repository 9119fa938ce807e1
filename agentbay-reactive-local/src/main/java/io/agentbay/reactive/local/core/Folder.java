package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The direct children of one folder of a context: its files, and folders made up from longer keys. */
record Folder(String parent, List<Child> children) {

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
                parent,
                children.stream().filter(child -> !child.path().endsWith("/")).toList());
    }

    /** How many children come before or at a cursor. */
    int upTo(String cursor) {
        int from = 0;
        int to = children.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (children.get(middle).cursor().compareTo(cursor) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * A file or a folder.
     *
     * @param path its key, or the beginning of its files' keys
     * @param file the file; null for a folder
     */
    record Child(String path, @Nullable ObjectRow file) {

        /** Where it stands in the order of the listing. */
        String cursor() {
            return file == null ? path + "/" : path;
        }
    }
}
