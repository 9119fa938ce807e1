package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are read together: all of one object, or one of several objects.
 *
 * @param files at least one
 */
record Group(List<FileRecord> files) {

    static List<Group> of(Collection<FileRecord> files) {
        Map<String, List<FileRecord>> groups = new LinkedHashMap<>();
        for (var file : files) {
            groups.computeIfAbsent(key(file), made -> new ArrayList<>()).add(file);
        }
        return groups.values().stream().map(Group::new).toList();
    }

    private static String key(FileRecord file) {
        return file.parts().size() == 1 ? file.parts().get(0).content().name() : file.path();
    }

    /** Whether the files share one object. */
    boolean isShared() {
        return files.get(0).parts().size() == 1;
    }
}
