package io.agentbay.reactive.examples.monitor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the monitor runs.
 *
 * @param syncTime How long the embedded service takes for a small sync; a large one takes longer.
 * @param heartbeat How often a quiet stream says that it is alive.
 */
@ConfigurationProperties("monitor")
public record MonitorProperties(
        @DefaultValue("1s") Duration syncTime,
        @DefaultValue("15s") Duration heartbeat) {}
