package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Tally;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a restore has to do.
 *
 * @param missing files the target does not have
 * @param different files it has otherwise, with what it has
 * @param same number of files it has as they are
 * @param extras files it has and the snapshot does not, as far as they are to be deleted
 */
record RestorePlan(
        List<FileRecord> missing, Map<FileRecord, StoredObject> different, long same, List<StoredObject> extras) {

    List<FileRecord> toWrite() {
        List<FileRecord> files = new ArrayList<>(missing);
        files.addAll(different.keySet());
        return files;
    }

    /** Whether the target would lose something. */
    boolean overwrites() {
        return !different.isEmpty() || !extras.isEmpty();
    }

    /** What it would lose. */
    Stream<StoredObject> lost() {
        return Stream.concat(different.values().stream(), extras.stream());
    }

    Collection<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        missing.forEach(file -> all.add(new Difference(file.path(), Difference.Kind.ONLY_LEFT, file.size(), null)));
        different.forEach((file, there) ->
                all.add(new Difference(file.path(), Difference.Kind.DIFFERENT, file.size(), there.size())));
        extras.forEach(there -> all.add(new Difference(there.name(), Difference.Kind.ONLY_RIGHT, null, there.size())));
        all.sort(java.util.Comparator.comparing(Difference::path));
        return all;
    }

    Tally tally() {
        return new Tally(
                Figure.measured(missing.size()),
                Figure.measured(different.size()),
                Figure.measured(extras.size()),
                Figure.measured(same));
    }

    long bytes() {
        return toWrite().stream().mapToLong(FileRecord::size).sum();
    }
}
