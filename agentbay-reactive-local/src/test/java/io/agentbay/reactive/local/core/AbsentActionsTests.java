package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsentActionsTests {

    private final LocalWorld world = LocalWorld.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetCdpLink",
                "GetAdbLink",
                "InitBrowser",
                "CreateNetwork",
                "DescribeNetwork",
                "GetVolume",
                "DeleteVolume",
                "ApplyMqttToken",
                "HandleAIEngineMessage",
                "NeverHeardOf"
            })
    void whatIsNotThereIsRefusedByName(String action) {
        ServiceReply reply = world.call(action);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("UnsupportedOperation");
        assertThat(reply.message()).contains("does not provide the action " + action);
    }

    @Test
    void whoAsksWhatThereIsIsToldThatThereIsNothing() {
        assertThat(world.<Object>data("ListVolumes")).isEqualTo(List.of());
        assertThat(world.<Object>data("ListSkillMetaData")).isEqualTo(List.of());
        assertThat(world.<Map<String, Object>>data("GetSkillMetaData")).containsEntry("MetaDataList", List.of());
    }
}
