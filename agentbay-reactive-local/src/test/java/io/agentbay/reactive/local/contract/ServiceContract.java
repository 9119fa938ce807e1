package io.agentbay.reactive.local.contract;

/** Everything this client relies on in a service; a class that says where the service is runs all of it. */
public interface ServiceContract extends ContextContract, SessionContract, SyncContract {}
