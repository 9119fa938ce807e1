package io.agentbay.reactive.examples.monitor.fault;

import io.agentbay.reactive.local.AgentBayLocal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets uploads of the embedded service fail, to see how that shows. */
@RestController
@ConditionalOnProperty("agentbay.local.enabled")
class FaultController {

    private final AgentBayLocal service;

    FaultController(AgentBayLocal service) {
        this.service = service;
    }

    /** The next upload of this mount fails for this reason. */
    @PostMapping("/api/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fail(@RequestParam String path, @RequestParam(defaultValue = "disk full") String reason) {
        service.faults().onUpload(path).times(1).fail(reason);
    }

    @DeleteMapping("/api/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        service.faults().clear();
    }
}
