package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import java.io.IOException;

/** What starts a command that runs once: a command line, or a whole program in Java. */
final class Script {

    private final Confinement confinement;
    private final StartScript start;

    Script(Confinement confinement, SandboxLimits limits) {
        this.confinement = confinement;
        this.start = new StartScript(confinement, limits);
    }

    void write(WorkArea area, Command command) throws IOException {
        boolean shell = command.language() == Command.Language.SHELL;
        area.write(shell ? "command" : "Main.java", confinement.inward(area, command.text()));
        String program = shell
                ? "bash " + start.area(area) + "/command"
                : start.require("java", "Java") + " -Xmx512m -XX:-UsePerfData " + start.area(area) + "/Main.java";
        area.write("start", start.text(area, command.environment(), command.directory(), program));
    }
}
