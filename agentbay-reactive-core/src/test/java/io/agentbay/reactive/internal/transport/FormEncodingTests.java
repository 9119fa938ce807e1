package io.agentbay.reactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormEncodingTests {
    @Test
    void keepsOrderAndJoins() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("b", "1 2");
        fields.put("a", "");
        fields.put("ü", "&=");
        assertThat(FormEncoding.encodeText(fields)).isEqualTo("b=1+2&a=&%C3%BC=%26%3D");
        assertThat(FormEncoding.encodeText(Map.of())).isEmpty();
    }

    @Test
    void encodesTheSpecialOnesAsTheOfficialClient() {
        assertThat(FormEncoding.encodeText(Map.of("k", "*~-_.!'()"))).isEqualTo("k=*%7E-_.%21%27%28%29");
    }

    @Test
    void equalsTheJdkForAnyText() {
        var random = new Random(1);
        for (int round = 0; round < 500; round++) {
            var text = random.ints(random.nextInt(200), 0, Character.MAX_CODE_POINT)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .map(c -> random.nextBoolean() ? c % 128 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(FormEncoding.encodeText(Map.of("k", text)))
                    .isEqualTo("k=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }
}
