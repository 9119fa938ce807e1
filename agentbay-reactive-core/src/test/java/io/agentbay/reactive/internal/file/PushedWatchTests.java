package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.stub.FakeSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class PushedWatchTests {

    private final WatchedMachine machine = new WatchedMachine();
    private final FakeSocket other = new FakeSocket();
    private final Watches watches = new Watches(machine, other.session(machine.time), Mono::empty, machine.time);
    private final List<String> seen = new ArrayList<>();

    private Disposable watch(String directory) {
        return watches.watch(directory)
                .map(FileChange::path)
                .subscribe(seen::add, error -> seen.add(String.valueOf(error)));
    }

    @Test
    void aSessionThatTellsByItselfIsNotAsked() {
        var watch = watch("/d");
        machine.advance(1_000);
        var reads = machine.reads.size();
        other.push("/d", "create", "/d/a");
        other.push("/elsewhere", "create", "/elsewhere/a");
        machine.advance(120_000);

        assertThat(seen).containsExactly("/d/a");
        assertThat(reads).isLessThanOrEqualTo(3);
        assertThat(machine.reads).hasSize(reads);
        watch.dispose();
        assertThat(other.sent)
                .filteredOn(text -> text.contains("subscribe"))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text)
                        .endsWith("\"target\":\"wuying_filesystem\",\"data\":{\"method\":\"subscribe_file_change\","
                                + "\"params\":{\"path\":\"/d\"}}}"))
                .last()
                .asString()
                .contains("unsubscribe_file_change");
    }

    @Test
    void whatIsMissedWhileTheSocketIsDownIsRead() {
        var watch = watch("/d");
        machine.advance(1_000);
        other.breakOff(new TransportException("broken", Phase.BODY, ErrorDetails.of("WebSocket")));
        machine.change("create", "/d/missed");
        machine.advance(5_000);
        other.push("/d", "modify", "/d/pushed");
        machine.advance(1_000);

        assertThat(other.opened).hasSize(2);
        assertThat(seen).containsExactly("/d/missed", "/d/pushed");
        watch.dispose();
    }

    @Test
    void aSessionThatRefusesIsAskedInstead() {
        other.answer = "\"error\":\"unknown method\"";
        var watch = watch("/d");
        machine.advance(1_000);
        machine.change("create", "/d/a");
        machine.advance(120_000);

        assertThat(seen).containsExactly("/d/a");
        assertThat(other.sent)
                .filteredOn(text -> text.contains("\"subscribe_file_change"))
                .hasSize(1);
        assertThat(machine.reads).hasSizeGreaterThan(20);
        watch.dispose();
    }

    @Test
    void anAnswerThatNeverComesLeavesAskingAsItWas() {
        other.answer = "";
        var watch = watch("/d");
        machine.advance(10_000);
        machine.change("create", "/d/a");
        machine.advance(10_000);

        assertThat(seen).containsExactly("/d/a");
        watch.dispose();
    }

    @Test
    void allDirectoriesShareOneSocket() {
        var one = watch("/d");
        var two = watch("/e");
        machine.advance(1_000);
        other.push("/e", "create", "/e/1");
        other.push("/d", "create", "/d/1");

        assertThat(seen).containsExactly("/e/1", "/d/1");
        assertThat(other.opened).hasSize(1);
        one.dispose();
        two.dispose();
        machine.advance(60_000);
        assertThat(other.closed).isEqualTo(1);
    }

    @Test
    void watchedWorkEndsWithAReadThatFindsWhatWasNotPushed() {
        var work = Sinks.<String>one();
        var run = watches.watchWhile("/d", work.asMono())
                .map(FileChange::path)
                .subscribe(seen::add, error -> seen.add(String.valueOf(error)), () -> seen.add("complete"));
        machine.advance(2_000);
        other.push("/d", "create", "/d/pushed");
        machine.change("create", "/d/read");
        work.tryEmitValue("done").orThrow();
        machine.advance(2_000);

        assertThat(seen).containsExactly("/d/pushed", "/d/read", "complete");
        assertThat(run.isDisposed()).isTrue();
    }
}
