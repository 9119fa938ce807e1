package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a context that was changed after a snapshot.
 *
 * @param snapshot taken before the change
 * @param restored what bringing it back did
 * @param different files that are still otherwise; none when all is well
 */
record BroughtBack(Snapshot snapshot, RestoreReport restored, List<String> different) {

    boolean verified() {
        return different.isEmpty();
    }

    @Override
    public String toString() {
        return Amounts.files(snapshot.files()) + ", " + Amounts.bytes(snapshot.storedBytes()) + " stored; "
                + number(restored.files().changed()) + " changed and "
                + number(restored.files().added())
                + " deleted, " + (verified() ? "brought back, verified" : "NOT brought back");
    }

    private static String number(@Nullable Figure figure) {
        return figure == null ? "?" : Amounts.number(figure.value());
    }
}
