package io.agentbay.reactive.benchmarks;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/** A certificate for one run, and the trust store that the JVM's own TLS reads. */
record Certificate(X509Bundle bundle, Path trustStore) {

    static Certificate make() throws Exception {
        var bundle = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("stub", bundle.getCertificate());
        var file = Files.createTempFile("benchmark", ".p12");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            store.store(out, Target.PASSWORD.toCharArray());
        }
        return new Certificate(bundle, file);
    }

    /** The official SDK trusts what the JVM trusts, which has to be said before anything uses TLS. */
    void trustInThisJvm() {
        System.setProperty("javax.net.ssl.trustStore", trustStore.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", Target.PASSWORD);
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
    }

    SslContext forServer() throws Exception {
        return SslContextBuilder.forServer(bundle.toKeyManagerFactory()).build();
    }

    SslContext forClient() throws Exception {
        return SslContextBuilder.forClient()
                .trustManager(bundle.getCertificate())
                .build();
    }
}
