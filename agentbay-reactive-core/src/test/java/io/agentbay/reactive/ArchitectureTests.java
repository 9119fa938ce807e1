package io.agentbay.reactive;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.agentbay.reactive.checks.PackageTable;
import io.agentbay.reactive.checks.Packages;
import io.agentbay.reactive.checks.PublicApi;
import io.agentbay.reactive.checks.Reach;
import io.agentbay.reactive.checks.SelfCheck;
import org.junit.jupiter.api.Test;

/** Who may use whom in the client, and who may reach for the outside world. */
class ArchitectureTests {

    private static final String ROOT = "io.agentbay.reactive";

    private static final JavaClasses CLASSES = Packages.mainClasses(ROOT, "agentbay-reactive-core");

    /** The builder alone names the types of libraries that users bring along. */
    private static final DescribedPredicate<JavaClass> THE_DOOR =
            describe("the client's builder", type -> type.getPackageName().equals(ROOT));

    @Test
    void eachPackageUsesOnlyThoseAboveIt() {
        PackageTable.below(
                        ROOT,
                        "common",
                        "error",
                        "event",
                        "config",
                        "pipeline",
                        "file",
                        "context",
                        "tool",
                        "sync",
                        "session",
                        "snapshot",
                        "resilience",
                        "observability",
                        "internal.runtime",
                        "internal.transport",
                        "internal.json",
                        "internal.http",
                        "internal.pipeline",
                        "internal.wire",
                        "internal.event",
                        "internal.context",
                        "internal.sync",
                        "internal.tool",
                        "internal.file",
                        "internal.autosync",
                        "internal.snapshot.format",
                        "internal.snapshot.store",
                        "internal.snapshot",
                        "internal.session",
                        "internal",
                        "")
                .rule()
                .check(CLASSES);
    }

    @Test
    void onlyTransportKnowsNetty() {
        noClasses()
                .that(not(resideInAPackage("..internal.http..")).and(not(THE_DOOR)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.netty..", "reactor.netty.."))
                .check(CLASSES);
        noClasses()
                .that(THE_DOOR)
                .should()
                .dependOnClassesThat(resideInAPackage("io.netty.."))
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsJackson() {
        noClasses()
                .that(not(resideInAPackage("..internal.json..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.."))
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageEachKnowsResilience4jAndMicrometer() {
        noClasses()
                .that(not(resideInAPackage("..reactive.resilience..")).and(not(THE_DOOR)))
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.resilience4j.."))
                .check(CLASSES);
        noClasses()
                .that(not(resideInAPackage("..reactive.observability..")).and(not(THE_DOOR)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.micrometer..", "reactor.core.observability.."))
                .check(CLASSES);
    }

    @Test
    void timeChanceThreadsAndFilesComeFromTheRuntime() {
        onlyIn(Reach.systemClock(), ROOT, "..internal.runtime..", "..internal.http..");
        onlyIn(Reach.randomness(), "..internal.runtime..", "..internal.http..");
        onlyIn(
                Reach.threads()
                        .and(not(describe("the clock of work without a client", ArchitectureTests::isWorkClock))),
                "..internal.runtime..",
                "..internal.http..");
        onlyIn(Reach.files(), "..internal.runtime..", "..internal.http..");
    }

    @Test
    void onlyDetachedWorkIsSubscribedTo() {
        noClasses()
                .that(describe("are not the background", type -> !type.getName().contains(".DefaultBackground")))
                .should()
                .accessTargetWhere(Reach.subscribing())
                .check(CLASSES);
    }

    @Test
    void nothingWaitsButTheClosingOfAClient() {
        noClasses()
                .should()
                .accessTargetWhere(
                        Reach.waiting().and(describe("outside AgentBayClient.close()", access -> !isClose(access))))
                .check(CLASSES);
    }

    @Test
    void noLibraryShowsInThePublicApi() {
        assertThat(PublicApi.mentions(
                        CLASSES.that(not(resideInAPackage("..internal.."))),
                        not(THE_DOOR),
                        resideInAnyPackage("io.netty..", "tools.jackson..", "com.fasterxml..")))
                .isEmpty();
        assertThat(PublicApi.mentions(
                        CLASSES.that(not(resideInAnyPackage("..internal..", "..resilience..", "..observability.."))),
                        not(THE_DOOR),
                        resideInAnyPackage("reactor.netty..", "io.github.resilience4j..", "io.micrometer..")))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Packages.withoutNullMarked(CLASSES)).isEmpty();
    }

    @Test
    void blockHoundIsOn() {
        assertThat(SelfCheck.blocking()).hasMessageContaining("Blocking call!");
    }

    private static void onlyIn(DescribedPredicate<JavaAccess<?>> reach, String... packages) {
        noClasses()
                .that(not(resideInAnyPackage(packages)))
                .should()
                .accessTargetWhere(reach)
                .check(CLASSES);
    }

    private static boolean isWorkClock(JavaAccess<?> access) {
        return access.getOrigin().getFullName().endsWith(".event.WorkStream.now()");
    }

    private static boolean isClose(JavaAccess<?> access) {
        return access.getOrigin().getName().equals("close")
                && access.getOriginOwner().isAssignableTo(AgentBayClient.class);
    }
}
