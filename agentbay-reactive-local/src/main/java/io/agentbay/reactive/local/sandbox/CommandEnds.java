package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.CommandEnd;
import java.time.Duration;
import java.util.List;

/** What is told of a job that has ended: what it said, what was cut of that, and what killed it. */
final class CommandEnds {

    private final Confinement confinement;

    CommandEnds(Confinement confinement) {
        this.confinement = confinement;
    }

    CommandEnd of(Job job, WorkArea area, int exitCode, List<String> report, Duration took) {
        Kill kill = job.killed();
        return new CommandEnd(
                kill == null ? exitCode : kill.exitCode(),
                confinement.outward(area, job.stdout().text()),
                confinement.outward(area, job.stderr().text() + notes(job)),
                report,
                took);
    }

    private static String notes(Job job) {
        StringBuilder notes = new StringBuilder();
        cut(notes, "stdout", job.stdout().dropped());
        cut(notes, "stderr", job.stderr().dropped());
        Kill kill = job.killed();
        if (kill != null) {
            notes.append('\n').append(kill.reason()).append('\n');
        }
        return notes.toString();
    }

    private static void cut(StringBuilder notes, String stream, long dropped) {
        if (dropped > 0) {
            notes.append('\n')
                    .append("The last ")
                    .append(dropped)
                    .append(" characters of ")
                    .append(stream)
                    .append(" were cut\n");
        }
    }
}
