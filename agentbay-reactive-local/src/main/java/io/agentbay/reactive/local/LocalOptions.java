package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.ServiceModel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** How the embedded service runs. Immutable; each call returns a new value. */
public final class LocalOptions {

    private static final int MAX_PORT = 65_535;
    private static final String LOOPBACK = "127.0.0.1";

    private final String host;
    private final int port;
    private final boolean https;
    private final List<String> apiKeys;
    private final ServiceModel model;
    private final boolean confined;

    private LocalOptions(
            String host, int port, boolean https, List<String> apiKeys, ServiceModel model, boolean confined) {
        this.host = host;
        this.port = port;
        this.https = https;
        this.apiKeys = List.copyOf(apiKeys);
        this.model = model;
        this.confined = confined;
    }

    /** Plain HTTP on a free port of 127.0.0.1, with a key made at the first start and kept in the data directory. */
    public static LocalOptions defaults() {
        return new LocalOptions(LOOPBACK, 0, false, List.of(), ServiceModel.defaults(), true);
    }

    /** The port to listen on; 0, the default, takes any free one. */
    public LocalOptions port(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port(" + port + "): a port is 0 to " + MAX_PORT + ".");
        }
        return new LocalOptions(host, port, https, apiKeys, model, confined);
    }

    /**
     * HTTPS with a certificate of this data directory; official SDKs speak nothing else. What to trust lies in the
     * directory {@code tls} beside the data: {@code agentbay-local.pem}, and {@code truststore.p12} with the password
     * {@code agentbay}.
     */
    public LocalOptions https() {
        return new LocalOptions(host, port, true, apiKeys, model, confined);
    }

    /** The API key that exists, instead of a made one; said again, one more key, which sees nothing of the others. */
    public LocalOptions apiKey(String key) {
        if (Objects.requireNonNull(key, "key").isBlank() || !key.equals(key.strip())) {
            throw new IllegalArgumentException("The API key is blank or has spaces around it.");
        }
        List<String> more = new ArrayList<>(apiKeys);
        more.add(key);
        return new LocalOptions(host, port, https, more, model, confined);
    }

    /**
     * Listens where other machines reach it, which needs an {@link #apiKey} of your own choice.
     *
     * @param host the name or address others use; it becomes part of signed URLs, so a wildcard is refused
     */
    public LocalOptions reachableAs(String host) {
        if (Objects.requireNonNull(host, "host").isBlank() || host.equals("0.0.0.0") || host.equals("::")) {
            throw new IllegalArgumentException(
                    "reachableAs(\"" + host + "\"): name the host or address by which others reach this machine.");
        }
        return new LocalOptions(host, port, https, apiKeys, model, confined);
    }

    /** Another guess about the real service than the default one. */
    public LocalOptions model(UnaryOperator<ServiceModel> change) {
        return new LocalOptions(host, port, https, apiKeys, change.apply(model), confined);
    }

    /**
     * Runs commands and code of sessions as the user the service runs as, with everything that user may read, write and
     * reach. By default they run in a sandbox of bubblewrap, and are refused where that does not work. Choose this only
     * where the whole machine is a sandbox, and nobody else can call the service.
     */
    public LocalOptions unconfinedCommands() {
        return new LocalOptions(host, port, https, apiKeys, model, false);
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean secure() {
        return https;
    }

    List<String> apiKeys() {
        return apiKeys;
    }

    ServiceModel model() {
        return model;
    }

    boolean confined() {
        return confined;
    }

    /**
     * Refuses to leave this machine with a key nobody chose, and a wildcard however it is spelled; looks the host up,
     * which may block.
     */
    void check() {
        InetAddress address = address();
        if (address.isAnyLocalAddress()) {
            throw new IllegalArgumentException(
                    "The host " + host + " is every address of this machine: name the one by which others reach it.");
        }
        if (apiKeys.isEmpty() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("To be reachable as " + host
                    + " the service needs an API key of your choice: apiKey(..), or --key.");
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The host " + host + " is not known to this machine.", e);
        }
    }
}
