package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads every file of the source out of a session and compares its bytes with what was saved. */
final class ReadBack {

    private static final int AT_ONCE = 16;

    private final SourceTree source;
    private final Session session;
    private final Mount mount;
    private final Progression progression;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong files = new AtomicLong();

    ReadBack(SourceTree source, Session session, Mount mount, Progression progression) {
        this.source = source;
        this.session = session;
        this.mount = mount;
        this.progression = progression;
    }

    Mono<Verdict> verdict() {
        return Flux.fromIterable(source.files())
                .flatMap(this::compare, AT_ONCE)
                .filter(finding -> finding.state() != State.SAME)
                .collectList()
                .zipWhen(findings -> filesThere())
                .map(both -> verdict(both.getT1(), both.getT2()));
    }

    private Verdict verdict(List<Finding> findings, long there) {
        var missing = names(findings, State.MISSING);
        return new Verdict(
                missing,
                names(findings, State.DIFFERENT),
                Math.max(0, there - (source.files().size() - missing.size())));
    }

    private Mono<Finding> compare(SourceFile file) {
        return Sha256.of(session.files().read(mount.resolve(file.path())), this::count)
                .map(hash -> new Finding(file.path(), hash.equals(file.sha256()) ? State.SAME : State.DIFFERENT))
                .onErrorResume(NotFoundException.class, e -> Mono.just(new Finding(file.path(), State.MISSING)))
                .doOnNext(finding -> show(files.incrementAndGet()));
    }

    private void count(long more) {
        bytes.addAndGet(more);
        show(files.get());
    }

    private void show(long done) {
        var of = Amounts.files(source.files().size());
        progression.advance(bytes.get(), source.bytes(), done + "/" + of);
    }

    private Mono<Long> filesThere() {
        return session.files()
                .walk(mount.path(), Selector.all())
                .filter(FileEntry::isFile)
                .count();
    }

    private static List<String> names(List<Finding> findings, State state) {
        return findings.stream()
                .filter(finding -> finding.state() == state)
                .map(Finding::path)
                .sorted()
                .toList();
    }

    private enum State {
        SAME,
        DIFFERENT,
        MISSING
    }

    private record Finding(String path, State state) {}
}
