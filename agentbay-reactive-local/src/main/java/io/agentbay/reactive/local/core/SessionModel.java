package io.agentbay.reactive.local.core;

import java.time.Duration;

/**
 * How sessions behave.
 *
 * @param idleTimeout after how long without activity a session is released if its request names none; default 300 s, as documented
 * @param everyCallIsActivity whether polling and describing keep a session alive; default no: tools, syncs, binds and the refresh call do
 * @param releaseUpload what is uploaded when a session ends; default what the mounts' policies say
 * @param ending how long a deleted session is listed as ending before its release begins; default 50 ms
 * @param endedFor how long an ended session is still described, as FINISH; default one hour
 * @param pausing how long a pause or a resume takes; default 100 ms
 * @param labelLag how long a listing by labels misses a change of labels; default none
 * @param syncWithoutPath whether SyncContext without context and path syncs every mount; default yes, because official suites expect success; by a comment in one of them the service answered HTTP 500
 * @param connections which ways beside CallMcpTool a session's data offers, with the token they need; default none, so that every call comes by CallMcpTool
 */
public record SessionModel(
        Duration idleTimeout,
        boolean everyCallIsActivity,
        ReleaseUpload releaseUpload,
        Duration ending,
        Duration endedFor,
        Duration pausing,
        Duration labelLag,
        boolean syncWithoutPath,
        Connections connections) {

    /** Ways to call tools beside CallMcpTool. */
    public enum Connections {
        /** None. */
        CALLS_ONLY,
        /** LinkUrl: tools by plain HTTP. */
        LINK,
        /** WsUrl: pushed file changes and streamed code. */
        WEB_SOCKET,
        /** Both. */
        LINK_AND_WEB_SOCKET;

        boolean link() {
            return this == LINK || this == LINK_AND_WEB_SOCKET;
        }

        boolean webSocket() {
            return this == WEB_SOCKET || this == LINK_AND_WEB_SOCKET;
        }
    }

    /** What is uploaded when a session ends. */
    public enum ReleaseUpload {
        /** Mounts with autoUpload. */
        AS_POLICY,
        /** Nothing. */
        NEVER
    }

    /** The weaker world. */
    public static SessionModel defaults() {
        return new SessionModel(
                Duration.ofSeconds(300),
                false,
                ReleaseUpload.AS_POLICY,
                Duration.ofMillis(50),
                Duration.ofHours(1),
                Duration.ofMillis(100),
                Duration.ZERO,
                true,
                Connections.CALLS_ONLY);
    }

    /** The same with another idleTimeout. */
    public SessionModel idleTimeout(Duration value) {
        return new SessionModel(
                value,
                everyCallIsActivity,
                releaseUpload,
                ending,
                endedFor,
                pausing,
                labelLag,
                syncWithoutPath,
                connections);
    }

    /** The same with another everyCallIsActivity. */
    public SessionModel everyCallIsActivity(boolean value) {
        return new SessionModel(
                idleTimeout, value, releaseUpload, ending, endedFor, pausing, labelLag, syncWithoutPath, connections);
    }

    /** The same with another releaseUpload. */
    public SessionModel releaseUpload(ReleaseUpload value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                value,
                ending,
                endedFor,
                pausing,
                labelLag,
                syncWithoutPath,
                connections);
    }

    /** The same with another ending. */
    public SessionModel ending(Duration value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                value,
                endedFor,
                pausing,
                labelLag,
                syncWithoutPath,
                connections);
    }

    /** The same with another endedFor. */
    public SessionModel endedFor(Duration value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                ending,
                value,
                pausing,
                labelLag,
                syncWithoutPath,
                connections);
    }

    /** The same with another pausing. */
    public SessionModel pausing(Duration value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                ending,
                endedFor,
                value,
                labelLag,
                syncWithoutPath,
                connections);
    }

    /** The same with another labelLag. */
    public SessionModel labelLag(Duration value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                ending,
                endedFor,
                pausing,
                value,
                syncWithoutPath,
                connections);
    }

    /** The same with another syncWithoutPath. */
    public SessionModel syncWithoutPath(boolean value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                ending,
                endedFor,
                pausing,
                labelLag,
                value,
                connections);
    }

    /** The same with other connections. */
    public SessionModel connections(Connections value) {
        return new SessionModel(
                idleTimeout,
                everyCallIsActivity,
                releaseUpload,
                ending,
                endedFor,
                pausing,
                labelLag,
                syncWithoutPath,
                value);
    }
}
