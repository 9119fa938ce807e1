package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What starts an interpreter that stays: a harness in its own language, which reads what to run from descriptor 3. */
final class KernelScript {

    private static final Pattern WHOLE_JAVA = Pattern.compile("\\bvoid\\s+main\\s*\\(");
    private static final String HOME = "/home/wuying";

    private final StartScript start;

    KernelScript(Confinement confinement, SandboxLimits limits) {
        this.start = new StartScript(confinement, limits);
    }

    /** Whether a command is code for an interpreter that stays. */
    static boolean runs(Command command) {
        return switch (command.language()) {
            case SHELL -> false;
            case JAVA -> !WHOLE_JAVA.matcher(command.text()).find();
            default -> true;
        };
    }

    void write(WorkArea area, Command.Language language) throws IOException {
        String harness = harness(language);
        area.write(harness, resource(harness));
        String seen = start.area(area);
        String program = program(language) + " " + seen + "/" + harness + " " + seen + " 3<&0 0</dev/null";
        area.write("start", start.text(area, Map.of(), HOME, program));
    }

    private static String harness(Command.Language language) {
        return switch (language) {
            case PYTHON -> "harness.py";
            case JAVASCRIPT -> "harness.js";
            case R -> "harness.R";
            default -> "Harness.java";
        };
    }

    private String program(Command.Language language) {
        return switch (language) {
            case PYTHON -> start.require("python3", "Python");
            case JAVASCRIPT -> start.require("node", "JavaScript");
            case R -> start.require("Rscript", "R");
            default -> start.require("java", "Java") + " -Xmx512m -XX:-UsePerfData";
        };
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(KernelScript.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
