package io.agentbay.reactive.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The packages of a module in an order in which each may use those above it, itself included; so there is no cycle. */
public final class PackageTable {

    private final String root;
    private final List<String> rows;

    private PackageTable(String root, List<String> rows) {
        this.root = root;
        this.rows = rows;
    }

    /** A table below {@code root}; a row is a name relative to it, empty for {@code root} itself. */
    public static PackageTable below(String root, String... rows) {
        return new PackageTable(root, List.of(rows));
    }

    /** Each class stands in a row and uses only rows above. */
    public ArchRule rule() {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("stand below " + root, this::isOurs))
                .should(new OnlyUseRowsAbove());
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private int row(JavaClass type) {
        var name = type.getPackageName();
        return rows.indexOf(name.equals(root) ? "" : name.substring(root.length() + 1));
    }

    private final class OnlyUseRowsAbove extends ArchCondition<JavaClass> {

        OnlyUseRowsAbove() {
            super("use only packages above their own in " + rows);
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (row(type) < 0) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package without a row"));
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> isOurs(use.getTargetClass()) && row(use.getTargetClass()) > row(type))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
        }
    }
}
