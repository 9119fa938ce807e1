package io.agentbay.reactive.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.observability.ClientTag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What dashboard and alerts ask for is what a client at work is scraped for. */
class DashboardHttpTests {

    private static final Path HOME = Path.of("..", "observability");
    private static final Path DASHBOARD = HOME.resolve("grafana-dashboard.json");
    private static final Path ALERTS = HOME.resolve("prometheus-alerts.yml");
    private static final Pattern METRIC = Pattern.compile("agentbay_[a-z_]+(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*[=!]~?\\s*\"");
    private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");

    /** Given by whoever scrapes. */
    private static final Set<String> FROM_OUTSIDE = Set.of("instance", "le");

    private static String scrape = "";

    @BeforeAll
    static void scrapeAClientAtWork(@TempDir Path directory) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (var local = AgentBayLocal.start(directory.resolve("service"));
                var client = local.clientBuilder().meterRegistry(registry).build()) {
            new Work(client).everything(directory.resolve("files")).block(Duration.ofMinutes(2));
            scrape = registry.scrape();
        }
    }

    @Test
    void everyMeterIsScrapedWithTheTagsItIsDocumentedWith() {
        for (var meter : ClientMeter.values()) {
            if (meter == ClientMeter.ITEMS_FAILED || meter == ClientMeter.EXTRA) {
                continue; // Nothing failed, and the store holds nothing beside its snapshots.
            }
            var name = meter.getName().replace('.', '_');
            var line = scrape.lines()
                    .filter(sample -> sample.startsWith(name) && !sample.startsWith("#"))
                    .filter(sample -> labels(sample)
                            .containsAll(meter.tags().stream()
                                    .map(ClientTag::asString)
                                    .toList()))
                    .findFirst();
            assertThat(line).as(meter.getName()).isPresent();
        }
    }

    @Test
    void noTagIsAnIdAPathOrAHost() {
        assertThat(scrape).contains("agentbay_").doesNotContain("/mnt/data", "127.0.0.1", "watched", "s-", "sdkctx");
    }

    @Test
    void theDashboardAsksForNothingThatIsNotThere() throws IOException {
        var asked = expressions(dashboard());
        assertThat(asked).hasSizeGreaterThan(30);
        asked.forEach(DashboardHttpTests::assertScraped);
    }

    @Test
    void theAlertsAskForNothingThatIsNotThere() throws IOException {
        var text = Files.readString(ALERTS);
        assertThat(Pattern.compile("- alert: ").matcher(text).results()).hasSizeGreaterThan(5);
        assertScraped(text.lines()
                .filter(line -> !line.contains("description:") && !line.contains("summary:"))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void grafanaCanImportTheDashboard() throws IOException {
        var dashboard = dashboard();
        assertThat(dashboard.path("uid").asString()).isEqualTo("agentbay-reactive");
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.path("id").isMissingNode()).isTrue();
        assertThat(dashboard.path("templating").path("list").get(0).path("type").asString())
                .isEqualTo("datasource");
        Set<Integer> ids = new HashSet<>();
        for (var panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
            if (!panel.path("type").asString().equals("row")) {
                assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
                assertThat(panel.path("targets")).isNotEmpty();
            }
        }
    }

    @Test
    void promtoolAcceptsTheAlertsAndTheyFireWhenTheyShould() throws Exception {
        assumeTrue(hasPromtool(), "promtool, of Prometheus, is not installed");
        assertThat(promtool("check", "rules", ALERTS.getFileName().toString())).contains("SUCCESS");
        assertThat(promtool("test", "rules", "prometheus-alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void promtoolAcceptsEveryExpressionOfTheDashboard(@TempDir Path directory) throws Exception {
        assumeTrue(hasPromtool(), "promtool, of Prometheus, is not installed");
        var rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        int number = 0;
        for (var expression : expressions(dashboard())) {
            var plain = expression.replace("$__rate_interval", "5m").replace("$instance", ".*");
            rules.append("      - record: panel_")
                    .append(number++)
                    .append("\n        expr: |\n          ")
                    .append(plain)
                    .append('\n');
        }
        var file = Files.writeString(directory.resolve("rules.yml"), rules);
        assertThat(promtool("check", "rules", file.toAbsolutePath().toString())).contains(number + " rules found");
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
    }

    private static List<String> expressions(JsonNode dashboard) {
        return dashboard.findValuesAsString("expr");
    }

    /** Every metric is a sample's name, and every label one that a sample of that name has. */
    private static void assertScraped(String text) {
        var metrics = METRIC.matcher(text).results().map(MatchResult::group).toList();
        assertThat(metrics).as(text).isNotEmpty();
        Set<String> known = new TreeSet<>(FROM_OUTSIDE);
        for (var metric : metrics) {
            var name = metric.replaceAll("\\{.*", "");
            var there = labelsOf(name);
            // An item that fails is the one thing that did not happen.
            assertThat(there)
                    .as(name)
                    .satisfiesAnyOf(
                            some -> assertThat(some).isNotEmpty(),
                            some -> assertThat(name).contains("items_failed"));
            known.addAll(there);
            known.addAll(name.contains("items_failed") ? Set.of("kind") : Set.of());
            var wanted = LABEL.matcher(metric).results().map(match -> match.group(1));
            assertThat(wanted).as(metric).allMatch(known::contains);
        }
        assertThat(BY.matcher(text)
                        .results()
                        .flatMap(match -> Arrays.stream(match.group(1).split(","))))
                .as(text)
                .allMatch(label -> known.contains(label.strip()));
    }

    private static Set<String> labelsOf(String name) {
        return scrape.lines()
                .filter(sample -> sample.startsWith(name + "{") || sample.startsWith(name + " "))
                .flatMap(sample -> Stream.concat(Stream.of("instance"), labels(sample).stream()))
                .collect(Collectors.toSet());
    }

    private static Set<String> labels(String sample) {
        return LABEL.matcher(sample).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static boolean hasPromtool() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool")));
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
