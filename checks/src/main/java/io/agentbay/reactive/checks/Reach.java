package io.agentbay.reactive.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Set;
import org.reactivestreams.Publisher;

/** What a piece of code reaches for, as predicates for architecture rules. */
public final class Reach {

    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");

    private static final Set<String> TIMED = Set.of("elapsed", "timed", "timestamp");

    private static final Set<String> WAITING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");

    private Reach() {}

    /** Wall and monotonic clocks of the system. */
    public static DescribedPredicate<JavaAccess<?>> systemClock() {
        return describe("a clock of the system", access -> {
            var owner = owner(access);
            var name = access.getName();
            return owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                    || owner.startsWith("java.time.") && name.equals("now") && !hasParameter(access, "java.time.Clock")
                    || owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
                    || owner.equals("java.util.Date") && name.equals("<init>");
        });
    }

    /** Randomness that nobody seeded. */
    public static DescribedPredicate<JavaAccess<?>> randomness() {
        return describe(
                "randomness of its own",
                access -> RANDOM.contains(owner(access))
                                && (access.getName().equals("<init>")
                                        || access.getName().equals("current"))
                        || owner(access).equals("java.lang.Math")
                                && access.getName().equals("random")
                        || owner(access).equals("java.util.UUID")
                                && access.getName().equals("randomUUID")
                        || owner(access).startsWith("java.util.random.")
                                && access.getName().equals("getDefault"));
    }

    /** Threads, thread pools and Reactor's shared schedulers, named or implied by an operator that takes time. */
    public static DescribedPredicate<JavaAccess<?>> threads() {
        return describe("threads", access -> {
            var owner = owner(access);
            return owner.equals("java.lang.Thread") && !access.getName().equals("currentThread")
                    || owner.equals("java.lang.ThreadLocal")
                    || owner.equals("java.util.Timer")
                    || owner.equals("java.util.concurrent.Executors")
                    || owner.equals("java.util.concurrent.ForkJoinPool")
                    || owner.equals("java.util.concurrent.CompletableFuture")
                            && access.getName().endsWith("Async")
                    || owner.equals("reactor.core.scheduler.Schedulers")
                            && !access.getName().startsWith("isIn")
                    || isTimedWithoutScheduler(access);
        });
    }

    private static boolean isTimedWithoutScheduler(JavaAccess<?> access) {
        return isReactorType(access)
                && (hasParameter(access, "java.time.Duration") && !WAITING.contains(access.getName())
                        || TIMED.contains(access.getName()))
                && !hasParameter(access, "reactor.core.scheduler.Scheduler");
    }

    /** Files, beyond a path as a value. */
    public static DescribedPredicate<JavaAccess<?>> files() {
        return describe("files", access -> {
            var owner = owner(access);
            return owner.equals("java.nio.file.Files")
                    || owner.startsWith("java.nio.channels.") && owner.contains("FileChannel")
                    || owner.startsWith("java.io.File")
                            && !owner.endsWith("Exception")
                            && !access.getName().startsWith("separator")
                    || owner.equals("java.io.RandomAccessFile")
                    || owner.equals("java.nio.file.Path")
                            && Set.of("toFile", "toRealPath", "register").contains(access.getName());
        });
    }

    /** A wait of the calling thread. */
    public static DescribedPredicate<JavaAccess<?>> waiting() {
        return describe(
                "a wait of the thread",
                access -> isReactorType(access) && WAITING.contains(access.getName())
                        || owner(access).equals("java.lang.Thread")
                                && Set.of("sleep", "join").contains(access.getName())
                        || owner(access).equals("java.lang.Object")
                                && access.getName().equals("wait")
                        || owner(access).startsWith("java.util.concurrent.")
                                && Set.of("await", "awaitTermination", "join", "get", "acquire", "take", "invokeAll")
                                        .contains(access.getName())
                                && isWaitingType(access.getTargetOwner()));
    }

    private static boolean isWaitingType(JavaClass type) {
        return type.isAssignableTo(java.util.concurrent.Future.class)
                || type.isAssignableTo(java.util.concurrent.BlockingQueue.class)
                || type.isAssignableTo(java.util.concurrent.ExecutorService.class)
                || Set.of("CountDownLatch", "CyclicBarrier", "Semaphore", "Phaser")
                        .contains(type.getSimpleName());
    }

    /** A subscription that this code makes itself and has to look after. */
    public static DescribedPredicate<JavaAccess<?>> subscribing() {
        return describe(
                "a subscription of its own",
                access -> access.getTargetOwner().isAssignableTo(Publisher.class)
                        && access.getName().equals("subscribe")
                        && access instanceof JavaCodeUnitAccess<?> call
                        && call.getTarget().getRawReturnType().getName().equals("reactor.core.Disposable"));
    }

    private static boolean isReactorType(JavaAccess<?> access) {
        return owner(access).equals("reactor.core.publisher.Mono")
                || owner(access).equals("reactor.core.publisher.Flux")
                || owner(access).startsWith("reactor.util.retry.Retry");
    }

    private static boolean hasParameter(JavaAccess<?> access, String type) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals(type));
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }
}
