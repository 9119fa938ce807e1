package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTests {

    @Test
    void forgetsTheOneSeenLongestAgo() {
        var ids = new SeenIds(2);
        ids.add("a");
        ids.add("b");
        ids.add("a");
        ids.add("c");
        assertThat(ids.contains("a")).isTrue();
        assertThat(ids.contains("b")).isFalse();
        assertThat(ids.contains("c")).isTrue();
    }
}
