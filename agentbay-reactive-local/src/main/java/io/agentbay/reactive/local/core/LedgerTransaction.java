package io.agentbay.reactive.local.core;

/** The changes of one transaction; putting replaces a row of the same identity. */
public interface LedgerTransaction {

    /** Puts a context, identified by its id. */
    void put(ContextRow context);

    /** Puts an object, identified by context and key. */
    void put(ObjectRow object);

    /** Puts a blob, identified by its hash. */
    void put(BlobRow blob);

    /** Puts a session, identified by its id. */
    void put(SessionRow session);

    /** Puts a rule of recycling, identified by context and root. */
    void put(RecycleRow rule);

    /** Removes the rule of one root. */
    void removeRecycle(String contextId, String root);

    /** Removes all rules of a context. */
    void removeRecycles(String contextId);

    /** Removes a context; its objects and rules are removed apart. */
    void removeContext(String id);

    /** Removes one object of a context. */
    void removeObject(String contextId, String key);

    /** Removes all objects of a context. */
    void removeObjects(String contextId);

    /** Removes a blob that nothing refers to. */
    void removeBlob(String hash);

    /** Forgets an ended session. */
    void removeSession(String id);
}
