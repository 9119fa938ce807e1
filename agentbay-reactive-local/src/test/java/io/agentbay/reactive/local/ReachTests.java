package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From where the service can be reached.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code Front} that listens without {@code host}; {@code
 * LocalOptions.check} that asks for no key.
 */
class ReachTests {

    @TempDir
    private Path data;

    private static List<InetAddress> outward() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void byDefaultOnlyThisMachineReachesIt() throws Exception {
        try (AgentBayLocal local = AgentBayLocal.start(data)) {
            int port = local.endpoint().getPort();
            assertThat(answers(InetAddress.getByName("127.0.0.1"), port)).isTrue();
            for (InetAddress address : outward()) {
                assertThat(answers(address, port)).as("%s", address).isFalse();
            }
        }
    }

    @Test
    void elsewhereItIsReachedWhereItWasAskedAndOnlyWithTheKey() throws Exception {
        assumeThat(outward()).as("an address others reach").isNotEmpty();
        InetAddress address = outward().get(0);
        LocalOptions options = LocalOptions.defaults().reachableAs(address.getHostAddress());
        assertThatThrownBy(() -> AgentBayLocal.start(data, options)).hasMessageContaining("API key of your choice");

        try (AgentBayLocal local = AgentBayLocal.start(data, options.apiKey("akm-chosen"))) {
            assertThat(answers(address, local.endpoint().getPort())).isTrue();
            assertThat(new KeyHttp(local.endpoint(), "akm-other")
                            .response("ListContexts")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(new KeyHttp(local.endpoint(), "akm-chosen")
                            .response("ListContexts")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.0", "0.0.0.0", "00.0.0.0", "::", "::0", "0:0:0:0:0:0:0:0", "[::]", "::ffff:0.0.0.0"})
    void everyAddressAtOnceIsRefusedHoweverItIsSpelled(String wildcard) {
        assertThatThrownBy(() -> AgentBayLocal.start(
                        data, LocalOptions.defaults().apiKey("akm-chosen").reachableAs(wildcard)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.2"})
    void thisMachineNeedsNoKeyOfYourChoice(String host) {
        assertThatCode(() -> LocalOptions.defaults().reachableAs(host).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reachable-as 192.0.2.1",
                "--reachable-as 0 --key akm-chosen",
                "--reachable-as no.such.host.invalid"
            })
    void theProgramRefusesTheSame(String arguments) {
        StringWriter err = new StringWriter();
        int code = Main.run(
                ("--data " + data + " " + arguments).split(" "), new PrintWriter(err), new PrintWriter(err, true));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("agentbay-local: ").hasLineCount(1);
    }
}
