package io.agentbay.reactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTests {
    private static final JsonCodec LENIENT = JsonCodec.lenient();
    private static final JsonCodec STRICT = JsonCodec.strict();

    record Thing(
            @Nullable String name,
            @Nullable Long count,
            @Nullable Boolean ready,
            @Nullable JsonValue anything,
            @Nullable List<Thing> parts) {}

    @Test
    void readsMembersInAnyCapitalisation() {
        assertThat(thing("{\"Name\":\"a\",\"count\":1,\"READY\":true}"))
                .isEqualTo(new Thing("a", 1L, true, null, null));
    }

    @Test
    void readsScalarsLeniently() {
        assertThat(thing("{\"name\":12,\"count\":\"34\",\"ready\":\"true\"}"))
                .isEqualTo(new Thing("12", 34L, true, null, null));
        assertThat(thing("{\"name\":\"\",\"count\":\"\",\"ready\":\"\"}"))
                .isEqualTo(new Thing("", null, null, null, null));
        assertThat(thing("{\"name\":null,\"count\":null,\"ready\":null,\"anything\":null}")
                        .name())
                .isNull();
    }

    @Test
    void unknownMembersAreIgnoredInProductionAndFailInTests() {
        var json = "{\"name\":\"a\",\"news\":1}";
        assertThat(LENIENT.parse(json).as(Thing.class).name()).isEqualTo("a");
        assertThatThrownBy(() -> STRICT.parse(json).as(Thing.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void holdsWhatHasNoFixedShape() {
        var anything = thing("{\"anything\":{\"a\":[1,\"2\",true]}}").anything();
        assertThat(anything.get("a").items().stream().map(JsonValue::text)).containsExactly("1", "2", "true");
        assertThat(anything.get("b").get("c").isAbsent()).isTrue();
        assertThat(anything.toJson()).isEqualTo("{\"a\":[1,\"2\",true]}");
    }

    @Test
    void opensJsonInsideTextsAndLeavesOtherThingsAlone() {
        var value = LENIENT.parse("{\"t\":\"[1,2]\",\"a\":[1,2],\"e\":\"\",\"n\":null,\"bad\":\"[1,\"}");
        assertThat(value.get("t").inner().items()).hasSize(2);
        assertThat(value.get("a").inner().items()).hasSize(2);
        assertThat(value.get("e").inner().isAbsent()).isTrue();
        assertThat(value.get("n").inner().isAbsent()).isTrue();
        assertThat(value.get("missing").inner().isAbsent()).isTrue();
        assertThatThrownBy(() -> value.get("bad").inner()).isInstanceOf(JsonException.class);
    }

    @Test
    void numbersAndBooleansFromTexts() {
        var value = LENIENT.parse("{\"n\":\"12\",\"d\":12,\"x\":\"y\",\"t\":\"TRUE\",\"b\":false,\"o\":{}}");
        assertThat(value.get("n").number()).isEqualTo(12);
        assertThat(value.get("d").number()).isEqualTo(12);
        assertThat(value.get("x").number()).isNull();
        assertThat(value.get("b").number()).isNull();
        assertThat(value.get("t").bool()).isTrue();
        assertThat(value.get("b").bool()).isFalse();
        assertThat(value.get("x").bool()).isNull();
        assertThat(value.get("o").text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<html>", "{\"a\":", "{} {}", "nope", "{\"a\":1,}", "\u0000"})
    void refusesWhatIsNotOneJsonValue(String garbage) {
        assertThatThrownBy(() -> LENIENT.parse(garbage)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> LENIENT.parse(garbage.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":\"secret\"}",
                "{\"name\":{\"secret\":1}}",
                "{\"parts\":\"secret\"}",
                "[]",
                "\"secret\""
            })
    void otherShapesFailWithoutRepeatingTheText(String json) {
        assertThatThrownBy(() -> LENIENT.parse(json).as(Thing.class))
                .isInstanceOf(JsonException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void writesInOrderWithoutEscapingText() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", "é/\"😀");
        map.put("a", List.of(1, true, Map.of()));
        assertThat(LENIENT.write(map)).isEqualTo("{\"z\":\"é/\\\"😀\",\"a\":[1,true,{}]}");
        assertThat(LENIENT.writeBytes(map)).isEqualTo(LENIENT.write(map).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAbyssIsRefusedInsteadOfOverflowingTheStack() {
        var deep = "[".repeat(100_000);
        assertThatThrownBy(() -> LENIENT.parse(deep)).isInstanceOf(JsonException.class);
    }

    private static Thing thing(String json) {
        return STRICT.parse(json).as(Thing.class);
    }
}
