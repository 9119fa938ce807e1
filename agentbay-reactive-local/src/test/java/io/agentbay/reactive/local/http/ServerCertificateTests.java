package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTests {

    @TempDir
    Path data;

    @Test
    void namesEveryWayToSayThisMachine() throws Exception {
        var certificate = ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC());
        assertThat(certificate.certificate().getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void isTheSameAfterARestartAndRenewedBeforeItEnds() {
        var first = ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC()).certificate();
        var second = ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC()).certificate();
        var muchLater = Clock.offset(Clock.systemUTC(), Duration.ofDays(780));
        assertThat(second).isEqualTo(first);
        assertThat(ServerCertificate.in(data, "127.0.0.1", muchLater).certificate())
                .isNotEqualTo(first);
    }

    @Test
    void isMadeAnewForAnotherHost() throws Exception {
        var first = ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC()).certificate();
        var second =
                ServerCertificate.in(data, "build.example", Clock.systemUTC()).certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.getSubjectAlternativeNames()).hasSize(4);
        assertThat(ServerCertificate.in(data, "build.example", Clock.systemUTC())
                        .certificate())
                .isEqualTo(second);
    }

    @Test
    void isPublishedAsPemAndAsTrustStore() throws Exception {
        var certificate = ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC());
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.trustStore())) {
            store.load(in, ServerCertificate.PASSWORD.toCharArray());
        }
        try (InputStream in = Files.newInputStream(certificate.pem())) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .isEqualTo(certificate.authority());
        }
        assertThat(store.getCertificate("agentbay-local")).isEqualTo(certificate.authority());
        assertThat(store.isKeyEntry("agentbay-local")).isFalse();
    }

    @Test
    void thePrivateKeyIsItsOwnersOnly() throws Exception {
        ServerCertificate.in(data, "127.0.0.1", Clock.systemUTC());
        var permissions = Files.getPosixFilePermissions(data.resolve("tls/server.p12"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
}
