package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults as JSON are the faults of the typed chain. */
class FaultJsonTests {

    private final FaultBoard board = Boards.empty();

    @Test
    void everyTypedFaultIsWrittenAndReadBackAsTheSame() {
        Faults typed = board.faults();
        typed.on("GetContext").context("project").after(1).times(2).delay(Duration.ofMillis(300));
        typed.on("GetContext").path("/a/*.txt").sometimes(0.25).delay(Duration.ofMillis(100), 0.5);
        typed.on("GetContext").httpStatus(200, "InvalidContext.NotFound");
        typed.onTool("write_file").throttle(Duration.ofMillis(1_500));
        typed.on("*").garbage();
        typed.on("GetLink").drop(CallFault.When.BEFORE_WORK);
        typed.on("GetLink").reset(CallFault.When.AFTER_WORK);
        typed.onTool("*").endSession();
        typed.on("GET object").expireUrl();
        typed.on("PUT object").loseData();
        typed.onUpload("/mnt/data").fail("disk full");
        typed.onUpload("/mnt/data").failHalfway("disk full");
        typed.onUpload("/mnt/data").loseHalf();
        typed.onDownload("/mnt/data").stick();
        typed.onDownload("/mnt/data").loseData();
        typed.onDownload("/mnt/data").showStaleFirst();
        typed.onDownload("/mnt/data").endSession();
        typed.onClearing("project").stick();
        typed.onClearing("project").leaveFiles();
        var written = board.json();
        board.reset();

        written.forEach(json -> board.arm(Json.object("fault", Json.text(json))));

        assertThat(board.json()).isEqualTo(written).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"effect\": \"garbage\"} | exactly one of action, tool, upload, download, clearing",
                "{\"action\": \"A\", \"tool\": \"t\", \"effect\": \"garbage\"} | names action, tool",
                "{\"action\": \"A\"} | \"effect\" is missing",
                "{\"action\": \"A\", \"effect\": \"explode\"} | one of delay, drop",
                "{\"action\": \"A\", \"effect\": \"delay\"} | \"millis\" is missing",
                "{\"action\": \"A\", \"effect\": \"delay\", \"millis\": \"1\"} | \"millis\" must be a number",
                "{\"action\": \"A\", \"effect\": \"garbage\", \"tiems\": 1} | no use for \"tiems\"",
                "{\"action\": \"A\", \"effect\": \"garbage\", \"times\": 1.5} | \"times\" must be a whole number",
                "{\"action\": \"A\", \"effect\": \"drop\", \"when\": \"later\"} | after-work, before-work, mid-body",
                "{\"upload\": \"/mnt\", \"effect\": \"none\"} | does nothing",
                "{\"upload\": \"/mnt\", \"effect\": \"fail\"} | \"reason\" is missing",
                "{\"upload\": \"mnt\", \"effect\": \"stick\"} | slash",
                "{\"clearing\": \"a\", \"effect\": \"none\"} | does nothing"
            })
    void whatMakesNoSenseIsRefusedByName(String json, String words) {
        assertThatThrownBy(() -> board.arm(Json.object("fault", json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
        assertThat(board.armed()).isEqualTo(List.of());
    }
}
