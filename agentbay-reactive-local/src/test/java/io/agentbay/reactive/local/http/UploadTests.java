package io.agentbay.reactive.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is left of a put whose caller went away stores nothing, in whichever order its work is done. */
class UploadTests {

    private final MemoryBackend backend = new MemoryBackend();

    @Test
    void nothingIsWrittenOrCommittedAfterTheCallerWentAway() throws IOException {
        Upload upload = new Upload(backend.upload("SdkCtx-1", "/file"));
        upload.write("half".getBytes(UTF_8));

        upload.close();

        assertThat(upload.write("rest".getBytes(UTF_8))).isEqualTo(4);
        assertThat(upload.commit(4)).isEmpty();
        assertThat(backend.stored).isEmpty();
    }
}
