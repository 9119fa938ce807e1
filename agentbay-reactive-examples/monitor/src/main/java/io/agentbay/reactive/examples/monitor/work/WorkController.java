package io.agentbay.reactive.examples.monitor.work;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.OwnedSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;

/** Work and the sessions it runs in. */
@RestController
class WorkController {

    private static final int MOST_SESSIONS = 200;

    private final WorkDesk desk;
    private final AgentBayClient client;

    WorkController(WorkDesk desk, AgentBayClient client) {
        this.desk = desk;
        this.client = client;
    }

    @GetMapping("/api/work")
    List<Work> all() {
        return desk.all();
    }

    @PostMapping("/api/work")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Work begin(@RequestBody WorkRequest request) {
        return desk.begin(request);
    }

    @DeleteMapping("/api/work/{id}")
    ResponseEntity<Void> stop(@PathVariable long id) {
        return ResponseEntity.status(desk.stop(id) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }

    @GetMapping("/api/sessions")
    Sessions sessions() {
        var owned = client.sessions().owned();
        return new Sessions(owned.size(), owned.subList(0, Math.min(MOST_SESSIONS, owned.size())));
    }

    /** Says what is wrong with a request that makes no sense. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Refusal refused(ServerWebInputException wrong) {
        return new Refusal(String.valueOf(wrong.getMostSpecificCause().getMessage()));
    }

    record Refusal(String reason) {}

    /**
     * The sessions this client has to end.
     *
     * @param count of all
     * @param oldest at most 200
     */
    record Sessions(int count, List<OwnedSession> oldest) {}
}
