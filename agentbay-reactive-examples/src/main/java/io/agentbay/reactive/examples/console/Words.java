package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Operations and events as people read them. */
final class Words {

    private static final double MILLIS = 1000.0;
    private static final int UNIT = 1024;

    private Words() {}

    static String title(Operation operation) {
        String kind = operation.kind().label().replace('-', ' ');
        return operation.path() == null ? kind : kind + " " + operation.path();
    }

    static String phase(Progress progress) {
        return progress.phase().name().toLowerCase(Locale.ROOT);
    }

    /** How an operation ended, or what became of an item of it. */
    static String ending(OperationEvent event, @Nullable Duration elapsed) {
        String time = elapsed == null ? "" : String.format(Locale.ROOT, " after %.2f s", elapsed.toMillis() / MILLIS);
        if (event instanceof OperationEvent.Failed failed) {
            return "failed" + time + ": " + failed.failure().message();
        }
        if (event instanceof OperationEvent.ItemFailed failed) {
            return failed.item() + " failed: " + failed.failure().message();
        }
        return event.type() + time + figures(event.progress());
    }

    static String figures(Progress progress) {
        String files = amount(progress.filesDone(), progress.filesTotal(), "files");
        String bytes = progress.bytesDone() == null ? "" : ", " + bytes(progress.bytesDone());
        return (files.isEmpty() ? "" : ", " + files) + bytes;
    }

    private static String amount(@Nullable Figure done, @Nullable Figure total, String what) {
        if (done == null) {
            return "";
        }
        return total == null || total.equals(done) ? done + " " + what : done + " of " + total + " " + what;
    }

    private static String bytes(Figure figure) {
        double amount = figure.value();
        String[] units = {"bytes", "KiB", "MiB", "GiB"};
        int unit = 0;
        while (amount >= UNIT && unit < units.length - 1) {
            amount /= UNIT;
            unit++;
        }
        String sign = figure.origin() == Figure.Origin.ESTIMATED ? "~" : "";
        return sign + String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, units[unit]);
    }
}
