package io.agentbay.reactive.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecoderTests {

    @Test
    void spacesComeAsPlusAndAsPercentTwenty() {
        assertThat(merge("Authorization=Bearer+akm-1", "Name=a%20b+c"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Authorization", "Bearer akm-1", "Name", "a b c"));
    }

    @Test
    void umlautsEmojiAndPlusSurvive() {
        assertThat(merge("", "Name=ctx-%C3%BCn%C3%AF+1&Path=%2Fa%2Bb%F0%9F%98%80"))
                .containsEntry("Name", "ctx-ünï 1")
                .containsEntry("Path", "/a+b😀");
    }

    @Test
    void listsStayFlattenedAndEmptyValuesStayEmpty() {
        assertThat(merge("ContextTypes.1=file_transfer", "Server=&Flag&ContextTypes.2=x"))
                .containsEntry("ContextTypes.1", "file_transfer")
                .containsEntry("ContextTypes.2", "x")
                .containsEntry("Server", "")
                .containsEntry("Flag", "");
    }

    @Test
    void equalsSignsBelongToTheValueAndEmptyPairsToNobody() {
        assertThat(merge("", "&&a=b==c&")).containsExactlyEntriesOf(Map.of("a", "b==c"));
    }

    @Test
    void theSameFieldTwiceIsFineOnlyWithTheSameValue() {
        assertThat(merge("Action=GetLink", "Action=GetLink")).containsEntry("Action", "GetLink");
        assertThatThrownBy(() -> merge("Action=GetLink", "Action=DeleteContext"))
                .isInstanceOf(ServiceError.class)
                .hasMessageContaining("Action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%FF", "a=%C3", "a=%ED%A0%80", "=x", "%=x"})
    void malformedFieldsAreRefused(String body) {
        assertThatThrownBy(() -> merge("", body)).isInstanceOf(ServiceError.class);
    }

    @Test
    void tooManyFieldsAreRefused() {
        var body = new StringBuilder();
        for (int i = 0; i < 1_001; i++) {
            body.append('f').append(i).append("=1&");
        }
        assertThatThrownBy(() -> merge("", body.toString())).hasMessageContaining("1000 fields");
    }

    private static Map<String, String> merge(String query, String body) {
        return FormDecoder.merge(query, body.getBytes(UTF_8));
    }
}
