package io.agentbay.reactive.examples.monitor;

import io.agentbay.reactive.local.core.TaskModel;
import io.agentbay.reactive.spring.local.LocalOptionsCustomizer;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Runs the monitor on the embedded service, or with {@code --agentbay.local.enabled=false} and {@code AGENTBAY_API_KEY} on
 * the real one.
 */
@SpringBootApplication
@EnableConfigurationProperties(MonitorProperties.class)
public class MonitorApplication {

    /** Starts the application. */
    public static void main(String... args) {
        SpringApplication.run(MonitorApplication.class, args);
    }

    /** A service that takes as long as one beyond the network, so that there is something to watch. */
    @Bean
    LocalOptionsCustomizer syncsThatTakeTime(MonitorProperties properties) {
        return options -> options.model(model -> model.tasks(tasks -> paced(tasks, properties.syncTime())));
    }

    private static TaskModel paced(TaskModel tasks, Duration time) {
        return tasks.preparing(time.dividedBy(4)).base(time).perFile(time.dividedBy(50));
    }
}
