package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.control.Control;
import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.fault.FaultBoard;
import java.time.Clock;

/**
 * What a front is made of.
 *
 * @param backend the service
 * @param tenants who may call it
 * @param urls its addresses
 * @param faults what goes wrong with calls
 * @param journal where requests are noted
 * @param control what people and tests steer it by
 * @param clock the service's clock: expiry of signed URLs, times in the journal
 * @param threads its threads
 */
public record FrontParts(
        Backend backend,
        Tenants tenants,
        FrontUrls urls,
        FaultBoard faults,
        RequestJournal journal,
        Control control,
        Clock clock,
        ServiceThreads threads) {}
