package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.disk.DurableDirectory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.NetUtil;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * The certificate of HTTPS on this machine, for {@code localhost}, {@code 127.0.0.1} and {@code ::1}, issued by an
 * authority of its own whose private key is thrown away at once: who trusts it trusts nothing but this one service. It
 * is kept in the data directory, so that it is the same after a restart, and renewed before it ends.
 */
public final class ServerCertificate {

    /** The password of {@link #trustStore()}; it protects nothing, the store holds only the public certificate. */
    public static final String PASSWORD = "agentbay";

    private static final String ALIAS = "agentbay-local";
    private static final List<String> ON_THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");
    private static final Duration LIFETIME = Duration.ofDays(800);
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path directory;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private ServerCertificate(Path directory, KeyStore store) throws GeneralSecurityException {
        this.directory = directory;
        this.key = (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray());
        Certificate[] chain = store.getCertificateChain(ALIAS);
        this.certificate = (X509Certificate) chain[0];
        this.authority = (X509Certificate) chain[1];
    }

    /** The certificate of this data directory for this host too, made or renewed when needed. Blocks. */
    public static ServerCertificate in(Path data, String host, Clock clock) {
        Path directory = data.resolve("tls");
        try {
            DurableDirectory.create(directory);
            Path file = directory.resolve("server.p12");
            Instant now = clock.instant();
            if (!Files.exists(file) || !load(directory, file).serves(host, now.plus(RENEWAL))) {
                PrivateFile.write(file, fresh(host, now));
            }
            ServerCertificate certificate = load(directory, file);
            certificate.publish();
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot keep the certificate in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** What to trust, as PEM, for clients that take a CA file. */
    public Path pem() {
        return directory.resolve("agentbay-local.pem");
    }

    /** What to trust, as a PKCS12 trust store with {@link #PASSWORD}, for JVMs. */
    public Path trustStore() {
        return directory.resolve("truststore.p12");
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509Certificate authority() {
        return authority;
    }

    SslContext serverContext() {
        return context(SslContextBuilder.forServer(key, certificate, authority));
    }

    SslContext clientContext() {
        return context(SslContextBuilder.forClient().trustManager(authority));
    }

    private SslContext context(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("Cannot use the certificate in " + directory + ": " + e.getMessage(), e);
        }
    }

    private boolean serves(String host, Instant until) throws GeneralSecurityException {
        return certificate.getNotAfter().toInstant().isAfter(until)
                && (ON_THIS_MACHINE.contains(host)
                        || certificate.getSubjectAlternativeNames().stream()
                                .anyMatch(name -> host.equals(name.get(1))));
    }

    private void publish() throws IOException, GeneralSecurityException {
        KeyStore trust = emptyStore();
        trust.setCertificateEntry(ALIAS, authority);
        PrivateFile.write(trustStore(), bytes(trust));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
        String text = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        PrivateFile.write(pem(), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] fresh(String host, Instant now) throws GeneralSecurityException, IOException {
        X509Bundle bundle = issue(host, now);
        KeyStore store = emptyStore();
        Certificate[] chain = {bundle.getCertificate(), bundle.getRootCertificate()};
        store.setKeyEntry(ALIAS, bundle.getKeyPair().getPrivate(), PASSWORD.toCharArray(), chain);
        return bytes(store);
    }

    private static X509Bundle issue(String host, Instant now) throws GeneralSecurityException {
        try {
            X509Bundle authority = builder(now, "CN=AgentBay local authority")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            CertificateBuilder service =
                    builder(now, "CN=AgentBay local service").addExtendedKeyUsageServerAuth();
            Stream.concat(ON_THIS_MACHINE.stream(), Stream.of(host)).distinct().forEach(name -> addName(service, name));
            return service.buildIssuedBy(authority);
        } catch (Exception e) {
            throw new GeneralSecurityException("the certificate could not be made", e);
        }
    }

    private static void addName(CertificateBuilder service, String name) {
        if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
            service.addSanIpAddress(name);
        } else {
            service.addSanDnsName(name);
        }
    }

    private static CertificateBuilder builder(Instant now, String subject) {
        return new CertificateBuilder()
                .ecp256()
                .subject(subject)
                .notBefore(now.minus(Duration.ofDays(1)))
                .notAfter(now.plus(LIFETIME));
    }

    private static ServerCertificate load(Path directory, Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
        return new ServerCertificate(directory, store);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] bytes(KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }
}
