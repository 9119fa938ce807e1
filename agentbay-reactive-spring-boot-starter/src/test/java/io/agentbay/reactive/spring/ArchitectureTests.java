package io.agentbay.reactive.spring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.agentbay.reactive.checks.PackageTable;
import io.agentbay.reactive.checks.Packages;
import io.agentbay.reactive.checks.Reach;
import io.agentbay.reactive.checks.SelfCheck;
import org.junit.jupiter.api.Test;

/** Who may use whom in the starter. */
class ArchitectureTests {

    private static final String ROOT = "io.agentbay.reactive.spring";

    private static final JavaClasses CLASSES = Packages.mainClasses(ROOT, "agentbay-reactive-spring-boot-starter");

    @Test
    void eachPackageUsesOnlyThoseAboveIt() {
        PackageTable.below(ROOT, "client", "local", "lifecycle", "health", "actuate")
                .rule()
                .check(CLASSES);
    }

    @Test
    void nothingWaitsAndOnlyTheLifecycleSubscribes() {
        noClasses().should().accessTargetWhere(Reach.waiting()).check(CLASSES);
        noClasses()
                .that(describe(
                        "are not told of the application's end",
                        type -> !type.getSimpleName().equals("ClientLifecycle")))
                .should()
                .accessTargetWhere(Reach.subscribing())
                .check(CLASSES);
    }

    @Test
    void onlyThePublicApiOfTheClientIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.agentbay.reactive.internal..",
                        "io.agentbay.reactive.local.core..",
                        "io.agentbay.reactive.local.http.."))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Packages.withoutNullMarked(CLASSES)).isEmpty();
    }

    @Test
    void blockHoundIsOn() {
        assertThat(SelfCheck.blocking()).hasMessageContaining("Blocking call!");
    }
}
