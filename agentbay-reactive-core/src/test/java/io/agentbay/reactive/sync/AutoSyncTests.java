package io.agentbay.reactive.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoSyncTests {

    @ParameterizedTest
    @ValueSource(strings = {"PT4.999S", "PT0S", "PT-1M"})
    void tooShortATimeIsRefusedWithTheReason(Duration time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AutoSync.every(time))
                .withMessageContaining("period must be at least 5 s")
                .withMessageContaining("pollsPerSecond");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AutoSync.afterQuiet(time))
                .withMessageContaining("sinceLastChange");
    }

    @Test
    void tooLongATimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AutoSync.every(Duration.ofDays(366)))
                .withMessageContaining("a year");
    }

    @Test
    void theLongestWaitIsTenTimesTheQuietAndAtLeastAMinute() {
        assertThat(AutoSync.afterQuiet(Duration.ofSeconds(5)).longestWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(AutoSync.afterQuiet(Duration.ofSeconds(30)).longestWait()).isEqualTo(Duration.ofMinutes(5));
        assertThat(AutoSync.afterQuiet(Duration.ofSeconds(5))
                        .longestWait(Duration.ofSeconds(5))
                        .longestWait())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aLongestWaitThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AutoSync.afterQuiet(Duration.ofSeconds(10)).longestWait(Duration.ofSeconds(9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AutoSync.every(Duration.ofSeconds(10)).longestWait(Duration.ofSeconds(20)))
                .withMessageContaining("afterQuiet");
    }

    @Test
    void aPolicyCarriesItUnlessItIsReadOnly() {
        var rule = AutoSync.every(Duration.ofMinutes(5));
        assertThat(SyncPolicy.onDemand().autoSync()).isNull();
        assertThat(SyncPolicy.onDemand().autoSync(rule).archived().autoSync()).isEqualTo(rule);
        assertThat(SyncPolicy.uploadOnly().autoSync(rule)).isNotEqualTo(SyncPolicy.uploadOnly());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyncPolicy.readOnly().autoSync(rule))
                .withMessageContaining("read-only");
    }
}
