package io.agentbay.reactive.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.FailureReport;
import io.agentbay.reactive.checks.fixture.Reaching;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word of the architecture rules finds what it names, every time, and nothing else. */
class WordsTests {

    private static final String FIXTURE = "io.agentbay.reactive.checks.fixture";

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("Clocks", Reach.systemClock(), 4),
                Arguments.of("Randoms", Reach.randomness(), 2),
                Arguments.of("Threads", Reach.threads(), 5),
                Arguments.of("FileAccess", Reach.files(), 2),
                Arguments.of("Waits", Reach.waiting(), 2),
                Arguments.of("Subscriptions", Reach.subscribing(), 1));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordFindsEachViolationAndOnlyThose(String fixture, DescribedPredicate<JavaAccess<?>> word, int violations) {
        FailureReport report = noClasses()
                .should()
                .accessTargetWhere(word)
                .evaluate(new ClassFileImporter().importClasses(Reaching.class.getNestMembers()))
                .getFailureReport();

        assertThat(report.getDetails())
                .hasSize(violations)
                .allSatisfy(detail -> assertThat(detail).contains("$" + fixture + "."));
    }

    @Test
    void theTableFindsAUseOfARowBelow() {
        var report = table("low", "high", "unlisted", "");

        assertThat(report.getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains("Low").contains("High"));
    }

    @Test
    void theTableFindsAPackageWithoutARow() {
        var report = table("high", "low", "");

        assertThat(report.getDetails())
                .singleElement()
                .asString()
                .contains("Unlisted")
                .contains("without a row");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        assertThat(Packages.withoutNullMarked(new ClassFileImporter().importPackages(FIXTURE)))
                .contains(FIXTURE);
    }

    private static FailureReport table(String... rows) {
        return PackageTable.below(FIXTURE, rows)
                .rule()
                .evaluate(new ClassFileImporter().importPackages(FIXTURE))
                .getFailureReport();
    }
}
