package io.agentbay.reactive.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.agentbay.reactive.checks.PackageTable;
import io.agentbay.reactive.checks.Packages;
import io.agentbay.reactive.checks.Reach;
import io.agentbay.reactive.checks.SelfCheck;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

/** Who may use whom in the local service, and who may reach for the outside world. */
class ArchitectureTests {

    private static final String ROOT = "io.agentbay.reactive.local";

    private static final JavaClasses CLASSES = Packages.mainClasses(ROOT, "agentbay-reactive-local");

    private static final Set<String> COMPARISONS =
            Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "compare", "mismatch", "regionMatches");

    @Test
    void eachPackageUsesOnlyThoseAboveIt() {
        PackageTable.below(ROOT, "core", "disk", "sandbox", "fault", "control", "http", "", "junit")
                .rule()
                .check(CLASSES);
    }

    @Test
    void theServiceDecodesTheProtocolByItself() {
        noClasses()
                .that(not(resideInAPackage("..local.junit..")).and(not(theFacade())))
                .should()
                .dependOnClassesThat(describe("belong to the client", ArchitectureTests::isClient))
                .check(CLASSES);
    }

    @Test
    void theCoreIsPure() {
        for (var reach : List.of(Reach.systemClock(), Reach.randomness(), Reach.threads(), Reach.files())) {
            never("..local.core..", reach);
            never("..local.fault..", reach);
        }
        noClasses()
                .that(resideInAnyPackage("..local.core..", "..local.fault..", "..local.disk.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.netty..", "reactor.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheLedgerKnowsSql() {
        noClasses()
                .that(not(resideInAPackage("..local.disk..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."))
                .check(CLASSES);
    }

    /** A comparison that ends at the first difference tells how much of a secret was right. */
    @Test
    void signaturesTokensAndKeysAreComparedInConstantTimeAndInNoOtherWay() {
        noClasses()
                .that(not(simpleName("SignedUrls")))
                .should()
                .dependOnClassesThat(type(Mac.class))
                .check(CLASSES);
        for (var name : List.of("SignedUrls", "TokenDoor", "Tenants")) {
            var checked =
                    describe(name, (JavaClass type) -> type.getSimpleName().equals(name));
            classes()
                    .that(checked)
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                    .check(CLASSES);
            noClasses()
                    .that(checked)
                    .should()
                    .callMethodWhere(describe("they compare", call -> COMPARISONS.contains(call.getName())))
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Packages.withoutNullMarked(CLASSES)).isEmpty();
    }

    @Test
    void blockHoundIsOn() {
        assertThat(SelfCheck.blocking()).hasMessageContaining("Blocking call!");
    }

    private static void never(String packages, DescribedPredicate<JavaAccess<?>> reach) {
        noClasses()
                .that(resideInAPackage(packages))
                .should()
                .accessTargetWhere(reach)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> theFacade() {
        return describe(
                "the facade and its clients",
                type -> type.getPackageName().equals(ROOT)
                        && (type.getName().contains("AgentBayLocal")
                                || type.getName().contains("LocalClients")));
    }

    private static boolean isClient(JavaClass type) {
        return type.getPackageName().startsWith("io.agentbay.reactive")
                && !type.getPackageName().startsWith(ROOT);
    }
}
