package io.agentbay.reactive.local.simulation.report;

import io.agentbay.reactive.local.simulation.planted.Bugs;
import io.agentbay.reactive.local.simulation.planted.Hunt.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of {@code docs/correctness.md}. */
public final class Tables {

    public static final Section PLANTED = new Section("planted bugs");
    public static final Section PAIRS = new Section("guesses");

    private static final String PLANTED_HEAD =
            "| planted bug | invariant that found it | seeds needed | in worlds |\n|---|---|---|---|\n";

    private Tables() {}

    /** Each planted bug, what found it and how soon. */
    public static String planted(List<Found> found) {
        return found.stream()
                .map(each ->
                        "| " + each.bug().name() + " | " + each.invariants().replace(" ", ", ") + " | " + each.seeds()
                                + " | " + each.bug().kind().text() + " |\n")
                .collect(Collectors.joining("", PLANTED_HEAD, ""));
    }

    /** What {@link #planted} was made of; fails when a bug is unknown. */
    public static List<Found> parsed(String table) {
        return Arrays.stream(table.split("\n")).skip(2).map(Tables::row).toList();
    }

    private static Found row(String line) {
        var cells = line.split("\\|");
        var name = cells[1].strip();
        var bug = Bugs.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no such bug any more: " + name));
        return new Found(bug, cells[2].strip().replace(", ", " "), Long.parseLong(cells[3].strip()));
    }

    /** What fails although nothing went wrong, in worlds with other guesses than the defaults. */
    public static String guesses(int worlds, Map<String, String> falseFailures) {
        return falseFailures.entrySet().stream()
                .map(each -> "| `" + each.getKey().replace(" and ", "` and `") + "` | " + each.getValue() + " |\n")
                .collect(Collectors.joining(
                        "",
                        worlds + " worlds, none with a false success.\n\n| with | fails although nothing went wrong |\n"
                                + "|---|---|\n",
                        ""));
    }
}
