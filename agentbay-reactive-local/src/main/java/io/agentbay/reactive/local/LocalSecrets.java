package io.agentbay.reactive.local;

import io.agentbay.reactive.local.http.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets of a data directory, made at its first use and readable by its owner only. */
final class LocalSecrets {

    private static final int KEY_BYTES = 16;
    private static final int URL_BYTES = 32;

    private final Path data;

    LocalSecrets(Path data) {
        this.data = data;
    }

    String apiKey() {
        byte[] key = PrivateFile.readOrCreate(data.resolve("api-key"), LocalSecrets::freshKey);
        return new String(key, StandardCharsets.US_ASCII).strip();
    }

    byte[] urlSecret() {
        return PrivateFile.readOrCreate(data.resolve("url-secret"), () -> random(URL_BYTES));
    }

    private static byte[] freshKey() {
        String key = "akm-" + HexFormat.of().formatHex(random(KEY_BYTES)) + "\n";
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }
}
