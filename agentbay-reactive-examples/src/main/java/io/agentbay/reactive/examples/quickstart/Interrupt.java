package io.agentbay.reactive.examples.quickstart;

/** Closes the service, and with it the sessions, when the run is interrupted by Ctrl-C. */
final class Interrupt implements AutoCloseable {

    private final Thread hook;
    private boolean armed;

    private Interrupt(Service service) {
        this.hook = new Thread(service::close, "quick-start-interrupted");
    }

    static Interrupt closing(Service service) {
        return new Interrupt(service);
    }

    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
        armed = true;
    }

    @Override
    public void close() {
        if (armed) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyGoingDown) {
                // The hook is running: it closes what this would have.
                armed = false;
            }
        }
    }
}
