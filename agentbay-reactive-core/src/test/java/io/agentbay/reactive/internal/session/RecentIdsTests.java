package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTests {

    @Test
    void forgetsTheOneSeenLongestAgo() {
        var ids = new RecentIds(2);
        ids.add("a");
        ids.add("b");
        ids.add("a");
        ids.add("c");
        assertThat(ids.contains("a")).isTrue();
        assertThat(ids.contains("b")).isFalse();
        assertThat(ids.contains("c")).isTrue();
    }
}
