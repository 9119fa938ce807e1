package io.agentbay.reactive.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The main classes of a module, and what all of its packages owe. */
public final class Packages {

    private Packages() {}

    /** The main classes below {@code root} that lie in directories, not in jars or other modules' directories. */
    public static JavaClasses mainClasses(String root, String module) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> location.contains("/" + module + "/target/classes/"))
                .importPackages(root);
    }

    /** The packages that are not {@code @NullMarked}. */
    public static List<String> withoutNullMarked(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(tree -> !tree.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }
}
