package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** The script that starts a command: limits, variables, directory, program. */
final class Script {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WHOLE_JAVA = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private final Confinement confinement;
    private final SandboxLimits limits;

    Script(Confinement confinement, SandboxLimits limits) {
        this.confinement = confinement;
        this.limits = limits;
    }

    void write(WorkArea area, Command command) throws IOException {
        area.write(textFile(command), confinement.inward(area, command.text()));
        harness(area, command);
        area.write("start", start(area, command));
    }

    private static String textFile(Command command) {
        return switch (command.language()) {
            case SHELL -> "command";
            case JAVA -> wholeJava(command) ? "Main.java" : "code.jsh";
            default -> "code";
        };
    }

    private static boolean wholeJava(Command command) {
        return WHOLE_JAVA.matcher(command.text()).find();
    }

    private static void harness(WorkArea area, Command command) throws IOException {
        switch (command.language()) {
            case PYTHON -> area.write("harness.py", resource("harness.py"));
            case JAVASCRIPT -> area.write("harness.js", resource("harness.js"));
            default -> {
                return;
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String start(WorkArea area, Command command) {
        StringBuilder script = new StringBuilder("ulimit -c 0 -n 4096 -f " + limits.fileBytes() / 1024 + " -v "
                + limits.addressBytes() / 1024 + " 2>/dev/null\n");
        script.append("export HOME=")
                .append(quote(confinement.seen(area, "/home/wuying")))
                .append('\n');
        command.environment()
                .forEach((name, value) -> script.append("export ")
                        .append(variable(name))
                        .append('=')
                        .append(quote(confinement.inward(area, value)))
                        .append('\n'));
        script.append("cd -- ")
                .append(quote(confinement.seen(area, command.directory())))
                .append(" || exit 1\n");
        return script.append("exec ")
                .append(program(command, quote(confinement.areaSeen(area))))
                .append('\n')
                .toString();
    }

    private String program(Command command, String area) {
        return switch (command.language()) {
            case SHELL -> "bash " + area + "/command";
            case PYTHON -> require("python3", "Python") + " " + area + "/harness.py " + area;
            case JAVASCRIPT -> require("node", "JavaScript") + " " + area + "/harness.js " + area;
            case R -> require("Rscript", "R") + " " + area + "/code";
            case JAVA -> java(command, area);
        };
    }

    private String java(Command command, String area) {
        String options = "-Xmx512m -XX:-UsePerfData";
        return wholeJava(command)
                ? require("java", "Java") + " " + options + " " + area + "/Main.java"
                : require("jshell", "Java") + " -J-Xmx512m -R-Xmx512m -s " + area + "/code.jsh -";
    }

    private String require(String program, String language) {
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
