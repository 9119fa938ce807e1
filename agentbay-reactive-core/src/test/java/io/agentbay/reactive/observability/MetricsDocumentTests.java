package io.agentbay.reactive.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page lists what the enums declare. {@code -Dmetrics.refresh} makes its tables anew instead of failing. */
class MetricsDocumentTests {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final String MARK = "<!-- made from ";

    @Test
    void thePageListsWhatTheEnumsDeclare() throws IOException {
        var page = Files.readString(PAGE);
        var fresh = replace(
                replace(replace(page, "ClientMeter", meters()), "ClientTag", tags()),
                "ClientObservation",
                observations());
        if (System.getProperty("metrics.refresh") != null) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(page).isEqualTo(fresh);
        }
    }

    private static String replace(String page, String source, List<String> table) {
        var begin = MARK + source + " -->\n";
        var end = "<!-- end of " + source + " -->";
        assertThat(page).contains(begin, end);
        var head = page.substring(0, page.indexOf(begin) + begin.length());
        return head + String.join("\n", table) + "\n" + page.substring(page.indexOf(end));
    }

    private static List<String> meters() {
        List<String> rows = new ArrayList<>(List.of("| meter | kind | shows | tags |", "|---|---|---|---|"));
        for (var meter : ClientMeter.values()) {
            var tags =
                    meter.tags().stream().map(tag -> "`" + tag.asString() + "`").collect(Collectors.joining(", "));
            var kind = meter.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            var unit = meter.getBaseUnit() == null ? "" : ", " + meter.getBaseUnit();
            rows.add(
                    "| `" + meter.getName() + "` | " + kind + unit + " | " + meter.description() + " | " + tags + " |");
        }
        return rows;
    }

    private static List<String> tags() {
        List<String> rows = new ArrayList<>(List.of("| tag | values |", "|---|---|"));
        for (var tag : ClientTag.values()) {
            rows.add("| `" + tag.asString() + "` | " + tag.meaning() + " |");
        }
        return rows;
    }

    private static List<String> observations() {
        List<String> rows = new ArrayList<>(List.of(
                "| observation | is | span name | low cardinality | high cardinality |", "|---|---|---|---|---|"));
        for (var one : ClientObservation.values()) {
            rows.add("| `" + one.getName() + "` | " + one.description() + " | " + one.span() + " | "
                    + names(one.getLowCardinalityKeyNames()) + " | " + names(one.getHighCardinalityKeyNames()) + " |");
        }
        return rows;
    }

    private static String names(io.micrometer.common.docs.KeyName... keys) {
        return Arrays.stream(keys).map(key -> "`" + key.asString() + "`").collect(Collectors.joining(", "));
    }
}
