package io.agentbay.reactive.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestJournalTests {

    private final RequestJournal journal = new RequestJournal();

    @Test
    void noRequestIsKeptWhole() {
        String huge = "x".repeat(1 << 20);
        Map<String, String> fields = new HashMap<>(Map.of(huge, huge));
        for (int i = 0; i < 1_000; i++) {
            fields.put("field" + i, "v");
        }
        note(Instant.EPOCH, huge, fields);

        RequestJournal.Entry entry = journal.entries().get(0);
        assertThat(entry.action()).hasSizeLessThan(300);
        assertThat(entry.fields()).hasSize(100);
        assertThat(entry.toString()).hasSizeLessThan(10_000);
    }

    /** Callers need no key to be noted, so the memory of the notes is not theirs to fill. */
    @Test
    void allTogetherAreBoundedInSize() {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            fields.put("field" + i, "x".repeat(2_000));
        }
        for (int i = 0; i < 300; i++) {
            note(Instant.ofEpochSecond(i), "A", fields);
        }

        assertThat(journal.entries()).hasSizeBetween(100, 200);
        assertThat(journal.entries().get(journal.entries().size() - 1).at()).isEqualTo(Instant.ofEpochSecond(299));
        journal.clear();
        note(Instant.EPOCH, "A", fields);
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void whoReadsOnAfterANumberMissesNothing() {
        for (int i = 0; i < 5; i++) {
            note(Instant.ofEpochSecond(i), "A" + i, Map.of());
        }
        assertThat(journal.latest(3, 10))
                .extracting(RequestJournal.Entry::action)
                .containsExactly("A4", "A3");
        assertThat(journal.latest(0, 2))
                .extracting(RequestJournal.Entry::number)
                .containsExactly(5L, 4L);
        journal.clear();
        note(Instant.EPOCH, "B", Map.of());
        assertThat(journal.latest(5, 10))
                .extracting(RequestJournal.Entry::number)
                .containsExactly(6L);
    }

    private void note(Instant at, String action, Map<String, String> fields) {
        journal.add(new RequestJournal.Seen(at, action, fields), new RequestJournal.Did(200, "ok", Duration.ZERO, ""));
    }
}
