package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of guesses in the docs is made of the model's own words: run with {@code -Dagentbay.docs=write} to renew it. */
class ServiceModelDocTests {
    private static final Path DOCS = Path.of("../docs/local-service.md");
    private static final Path SOURCES = Path.of("src/main/java/io/agentbay/reactive/local/core");
    private static final String BEGIN = "<!-- guesses -->\n";
    private static final String END = "<!-- end of guesses -->\n";

    @Test
    void theDocsTellEveryGuessAsTheModelDoes() throws IOException {
        String table = Arrays.stream(ServiceModel.class.getRecordComponents())
                .map(ServiceModelDocTests::rows)
                .collect(Collectors.joining("", BEGIN + "| guess | what it says, and the default |\n|---|---|\n", END));
        String docs = Files.readString(DOCS);
        String renewed = Pattern.compile(Pattern.quote(BEGIN) + ".*" + Pattern.quote(END), Pattern.DOTALL)
                .matcher(docs)
                .replaceFirst(Matcher.quoteReplacement(table));
        if ("write".equals(System.getProperty("agentbay.docs"))) {
            Files.writeString(DOCS, renewed);
        }
        assertThat(docs).contains(table);
    }

    private static String rows(RecordComponent part) {
        String source = read(SOURCES.resolve(part.getType().getSimpleName() + ".java"));
        return Arrays.stream(part.getType().getRecordComponents())
                .map(field -> "| `" + part.getName() + "." + field.getName() + "` | " + words(source, field) + " |\n")
                .collect(Collectors.joining());
    }

    private static String words(String source, RecordComponent field) {
        Matcher said = Pattern.compile(
                        "@param " + field.getName() + " (.*?)(?=\\n \\* @param|\\n \\*/)", Pattern.DOTALL)
                .matcher(source);
        assertThat(said.find()).as("the words on %s", field).isTrue();
        String words = said.group(1).replaceAll("\\s*\\n \\*\\s*", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
        return words.replace("|", "\\|") + choices(field);
    }

    private static String choices(RecordComponent field) {
        Object[] constants = field.getType().getEnumConstants();
        return constants == null
                ? ""
                : Arrays.stream(constants).map(c -> "`" + c + "`").collect(Collectors.joining(", ", " (", ")"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
