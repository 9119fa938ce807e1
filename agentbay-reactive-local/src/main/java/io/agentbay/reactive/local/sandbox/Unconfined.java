package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confines nothing: commands run as the user the service runs as. They start in the session's files, and a path of the
 * session named in a command's text is put as the place it has on this machine, as far as a look at the text can tell.
 */
final class Unconfined implements Confinement {

    private static final Logger LOG = LoggerFactory.getLogger(Unconfined.class);
    private static final Pattern PATHS = Pattern.compile(
            "(?<![\\w./~}-])/(?!(?:usr|bin|sbin|lib|lib32|lib64|etc|proc|dev|sys|opt)(?:/|\\b))(?=[\\w.])");

    @Override
    public void probe() throws IOException {
        if (!has("bash")) {
            throw new IOException("this machine has no bash to run them; install the package bash");
        }
    }

    @Override
    public List<String> commandLine(WorkArea area) {
        String start = areaSeen(area) + "/start";
        return has("setsid") ? List.of("setsid", "bash", start) : List.of("bash", start);
    }

    @Override
    public String areaSeen(WorkArea area) {
        return area.directory().toString();
    }

    @Override
    public String seen(WorkArea area, String path) {
        return area.root() + path;
    }

    @Override
    public String inward(WorkArea area, String text) {
        return PATHS.matcher(text).replaceAll(Matcher.quoteReplacement(area.root() + "/"));
    }

    @Override
    public String outward(WorkArea area, String text) {
        return text.replace(area.root().toString(), "");
    }

    @Override
    public String path() {
        String path = System.getenv("PATH");
        return path == null ? Programs.PATH : path;
    }

    /** What it started and did not take out of its session. */
    @Override
    public void sweep(Process ended, WorkArea area) {
        try {
            new ProcessBuilder("kill", "-KILL", "--", "-" + ended.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchProgram) {
            LOG.debug("Processes a command left behind were not killed: {}", noSuchProgram.getMessage());
        }
    }

    @Override
    public boolean has(String program) {
        return Programs.find(program, path()).isPresent();
    }
}
