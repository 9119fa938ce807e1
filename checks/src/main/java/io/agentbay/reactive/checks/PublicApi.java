package io.agentbay.reactive.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** What a caller can see of a library. */
public final class PublicApi {

    private PublicApi() {}

    /** Public and protected members, and the classes themselves, that mention a type that should not show. */
    public static List<String> mentions(
            JavaClasses classes, DescribedPredicate<JavaClass> among, DescribedPredicate<JavaClass> hidden) {
        return classes.stream()
                .filter(among)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> Stream.concat(superTypes(type, hidden), members(type, hidden)))
                .sorted()
                .toList();
    }

    private static Stream<String> superTypes(JavaClass type, DescribedPredicate<JavaClass> hidden) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(hidden)
                .map(shown -> type.getName() + " extends " + shown.getName());
    }

    private static Stream<String> members(JavaClass type, DescribedPredicate<JavaClass> hidden) {
        return type.getMembers().stream()
                .filter(PublicApi::isVisible)
                .filter(member -> member.getAllInvolvedRawTypes().stream().anyMatch(hidden))
                .map(JavaMember::getFullName);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
