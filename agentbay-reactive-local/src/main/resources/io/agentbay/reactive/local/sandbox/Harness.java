import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** Runs code again and again with what earlier runs left: reads "number marker" lines from descriptor 3. */
public final class Harness {

    private final Path area;
    private final JShell shell = JShell.builder().executionEngine("local").build();
    private PrintStream report;
    private int status;

    private Harness(Path area) {
        this.area = area;
        for (String name : new String[] {"io", "math", "net", "nio.file", "util", "util.function", "util.stream"}) {
            shell.eval("import java." + name + ".*;");
        }
    }

    public static void main(String[] arguments) throws IOException {
        Harness harness = new Harness(Path.of(arguments[0]));
        try (BufferedReader runs = new BufferedReader(new InputStreamReader(new FileInputStream("/dev/fd/3")))) {
            for (String run = runs.readLine(); run != null; run = runs.readLine()) {
                harness.run(run.split(" ")[0], run.split(" ")[1]);
            }
        }
        System.exit(0);
    }

    private void run(String number, String marker) throws IOException {
        status = 0;
        report = new PrintStream(area.resolve("report-" + number).toFile(), StandardCharsets.UTF_8);
        evaluate(Files.readString(area.resolve("cell-" + number)));
        report.close();
        Files.writeString(area.resolve("exit-" + number), Integer.toString(status));
        System.out.print(marker);
        System.out.flush();
        System.err.print(marker);
        System.err.flush();
    }

    private void evaluate(String code) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        SnippetEvent last = null;
        for (String rest = code; !rest.isBlank() && status == 0; ) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            String source = info.completeness().isComplete() ? info.source() : rest;
            for (SnippetEvent event : shell.eval(source)) {
                last = event.causeSnippet() == null ? event : last;
                judge(event);
            }
            rest = info.completeness().isComplete() ? info.remaining() : "";
        }
        if (status == 0 && last != null && isValue(last)) {
            report.println("{\"text/plain\": " + json(last.value()) + ", \"isMainResult\": true}");
        }
    }

    /** Whether it was an expression, not a declaration or a statement. */
    private static boolean isValue(SnippetEvent event) {
        String value = event.value();
        boolean declaration = event.snippet().subKind() == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
        return value != null && !value.isEmpty() && !value.equals("null") && !declaration;
    }

    private void judge(SnippetEvent event) {
        boolean unknown = event.snippet() instanceof VarSnippet && event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
        if (unknown) {
            String missing = String.join(", ", shell.unresolvedDependencies((VarSnippet) event.snippet()).toList());
            fail("error: cannot find " + missing, "cannot find " + missing + "\n" + event.snippet().source());
        } else if (event.status() == Snippet.Status.REJECTED) {
            StringBuilder said = new StringBuilder();
            shell.diagnostics(event.snippet()).forEach(d -> said.append(d.getMessage(Locale.ENGLISH)).append('\n'));
            fail("error: " + said.toString().strip(), said + event.snippet().source());
        } else if (event.exception() != null) {
            JShellException thrown = event.exception();
            String name = thrown instanceof EvalException ? ((EvalException) thrown).getExceptionClassName() : "error";
            StringBuilder said = new StringBuilder(name + ": " + thrown.getMessage());
            for (StackTraceElement frame : thrown.getStackTrace()) {
                said.append("\n        at ").append(frame);
            }
            fail(name + ": " + thrown.getMessage(), said.toString());
        }
    }

    private void fail(String error, String said) {
        System.err.println(said);
        report.println("{\"error\": " + json(error) + "}");
        status = 1;
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
