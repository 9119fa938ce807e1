package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;

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
        journal.add(Instant.EPOCH, huge, fields, 200);

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
            journal.add(Instant.ofEpochSecond(i), "A", fields, 200);
        }

        assertThat(journal.entries()).hasSizeBetween(100, 200);
        assertThat(journal.entries().get(journal.entries().size() - 1).at()).isEqualTo(Instant.ofEpochSecond(299));
        journal.clear();
        journal.add(Instant.EPOCH, "A", fields, 200);
        assertThat(journal.entries()).hasSize(1);
    }
}
