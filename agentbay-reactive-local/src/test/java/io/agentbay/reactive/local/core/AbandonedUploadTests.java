package io.agentbay.reactive.local.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.disk.FileDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A put that was given up stores nothing, and is no reason to distrust the disk. A mutation tried, which makes this fail:
 * {@code BlobWriter.seal} that seals what was given up.
 */
class AbandonedUploadTests {

    @TempDir
    private Path data;

    @Test
    void theServiceGoesOnWritingAfterOneIsCommittedTooLate() throws IOException {
        LocalWorld world = LocalWorld.onDisk(ServiceModel.defaults(), FileDisk.in(data));
        String context = world.context("results");
        ObjectUpload upload = world.core.objects().upload(context, "/given-up");
        upload.write(ByteBuffer.wrap("half".getBytes(UTF_8)));

        upload.close();

        assertThatThrownBy(upload::commit).isInstanceOf(IllegalStateException.class);
        world.put(context, "/kept", "whole".getBytes(UTF_8));
        assertThat(world.allKeys(context)).containsExactly("/kept");
    }
}
