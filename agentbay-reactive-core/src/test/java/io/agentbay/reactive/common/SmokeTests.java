package io.agentbay.reactive.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTests {
    @Test
    void itRuns() {
        assertThat(getClass().getPackageName()).endsWith("common");
    }
}
