package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.Map;
import java.util.regex.Pattern;

/** The shell script that starts a program: limits, variables, directory, and then the program instead of the shell. */
final class StartScript {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Confinement confinement;
    private final SandboxLimits limits;

    StartScript(Confinement confinement, SandboxLimits limits) {
        this.confinement = confinement;
        this.limits = limits;
    }

    /** With a program as the shell takes it. */
    String text(WorkArea area, Map<String, String> environment, String directory, String program) {
        StringBuilder script = new StringBuilder("ulimit -c 0 -n 4096 -f " + limits.fileBytes() / 1024 + " -v "
                + limits.addressBytes() / 1024 + " 2>/dev/null\n");
        script.append("export HOME=")
                .append(quote(confinement.seen(area, "/home/wuying")))
                .append('\n');
        environment.forEach((name, value) -> script.append("export ")
                .append(variable(name))
                .append('=')
                .append(quote(confinement.inward(area, value)))
                .append('\n'));
        script.append("cd -- ").append(quote(confinement.seen(area, directory))).append(" || exit 1\n");
        return script.append("exec ").append(program).append('\n').toString();
    }

    /** Where programs see the work area, as the shell takes it. */
    String area(WorkArea area) {
        return quote(confinement.areaSeen(area));
    }

    /** A program that has to be there; a {@link ServiceError} that names the language if it is not. */
    String require(String program, String language) {
        if (!confinement.has(program)) {
            throw new ServiceError(
                    400,
                    "UnsupportedOperation",
                    "The local service runs no " + language + " here: this machine has no " + program
                            + " where commands look for programs; install it");
        }
        return program;
    }

    private static String variable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new ServiceError(400, "InvalidParameter", "The variable name " + name + " is not one a shell takes.");
        }
        return name;
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
