package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreRefusalTests {

    @Test
    void xmlIsUnderstoodAndWhatWasSignedIsLeftOut() {
        var refusal = StoreRefusal.in("<?xml version=\"1.0\"?><Error><Code>SignatureDoesNotMatch</Code>"
                + "<Message>No match.</Message><StringToSign>secret</StringToSign></Error>");

        assertThat(refusal).isEqualTo(new StoreRefusal("SignatureDoesNotMatch", "No match."));
    }

    @Test
    void jsonIsUnderstood() {
        assertThat(StoreRefusal.in("{\"Code\": \"InternalError\",\"Message\":\"No space left on device\"}")
                        .words())
                .isEqualTo(": No space left on device");
    }

    @Test
    void anythingElseSaysNothing() {
        assertThat(StoreRefusal.in("<html>down</html>")).isEqualTo(StoreRefusal.SILENT);
        assertThat(StoreRefusal.SILENT.words()).isEmpty();
    }
}
