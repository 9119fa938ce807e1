package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service others reach is steered by who has its key, and by nobody else. */
class ControlKeyHttpTests {

    @Test
    void beyondLoopbackTheFirstKeyIsNeeded(@TempDir Path data) throws Exception {
        var options = LocalOptions.defaults()
                .reachableAs(ownAddress())
                .apiKey("akm-first-0001")
                .apiKey("akm-second-0002");
        try (AgentBayLocal local = AgentBayLocal.start(data, options)) {
            ControlHttp control = new ControlHttp(local);
            assertThat(control.send(control.to("/overview")).statusCode()).isEqualTo(401);
            assertThat(control.send(control.to("/")).headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
            assertThat(status(control, "Bearer akm-second-0002")).isEqualTo(401);
            assertThat(status(control, "Bearer wrong")).isEqualTo(401);
            assertThat(status(control, "Basic !!")).isEqualTo(401);
            assertThat(status(control, "Bearer akm-first-0001")).isEqualTo(200);
            assertThat(status(control, "Basic " + basic("anyone:akm-first-0001")))
                    .isEqualTo(200);
        }
    }

    private static int status(ControlHttp control, String authorization) throws Exception {
        HttpRequest.Builder request = control.to("/overview").header("Authorization", authorization);
        return control.send(request).statusCode();
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String ownAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElseGet(() -> {
                    Assumptions.abort("This machine has no address but loopback.");
                    return "";
                });
    }
}
