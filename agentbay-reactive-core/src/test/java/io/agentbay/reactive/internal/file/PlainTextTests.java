package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void textOfAnyScriptIsText() {
        assertThat(of("a\u00fc\u20ac\ud83d\ude00\r\n\t\"\\")).isEqualTo("a\u00fc\u20ac\ud83d\ude00\r\n\t\"\\");
        assertThat(of("")).isEmpty();
    }

    @Test
    void whatAToolMaySwallowIsNotText() {
        assertThat(of("a\0b")).isNull();
        assertThat(of("a\u001bb")).isNull();
        assertThat(of("\ufeffa")).isNull();
        assertThat(PlainText.of(new byte[] {(byte) 0xc3})).isNull();
        assertThat(PlainText.of(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .isNull();
    }

    @Test
    void theEscapedFormDecidesWhetherItFits() {
        assertThat(of("a".repeat(Limits.TEXT_BYTES))).isNotNull();
        assertThat(of("a".repeat(Limits.TEXT_BYTES + 1))).isNull();
        assertThat(of("\"".repeat(Limits.TEXT_BYTES / 2))).isNotNull();
        assertThat(of("\"".repeat(Limits.TEXT_BYTES / 2 + 1))).isNull();
        assertThat(of("\n".repeat(Limits.TEXT_BYTES / 2 + 1))).isNull();
    }

    private static String of(String text) {
        return PlainText.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
