package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The direct children of one folder of a context: its files, and folders made up from longer keys. */
record Folder(String parent, List<Child> children) {

    static Folder of(NavigableMap<String, ObjectRow> objects, String parent) {
        return new Folder(parent, children(objects, parent, "", Integer.MAX_VALUE));
    }

    /** At most so many children, from the one after a cursor on; from the first one if the cursor is empty. */
    static List<Child> children(NavigableMap<String, ObjectRow> objects, String parent, String after, int max) {
        String prefix = parent.equals("/") ? "/" : parent + "/";
        List<Child> children = new ArrayList<>();
        Map.Entry<String, ObjectRow> next = first(objects, prefix, after);
        while (next != null && next.getKey().startsWith(prefix) && children.size() < max) {
            String rest = next.getKey().substring(prefix.length());
            int slash = rest.indexOf('/');
            if (rest.isEmpty()) {
                next = objects.higherEntry(next.getKey());
            } else if (slash < 0) {
                children.add(new Child(next.getKey(), next.getValue()));
                next = objects.higherEntry(next.getKey());
            } else {
                String folder = prefix + rest.substring(0, slash);
                children.add(new Child(folder, null));
                next = objects.ceilingEntry(folder + "0");
            }
        }
        return children;
    }

    private static Map.@Nullable Entry<String, ObjectRow> first(
            NavigableMap<String, ObjectRow> objects, String prefix, String after) {
        if (after.isEmpty()) {
            return objects.ceilingEntry(prefix);
        }
        return after.endsWith("/")
                ? objects.ceilingEntry(after.substring(0, after.length() - 1) + "0")
                : objects.higherEntry(after);
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
