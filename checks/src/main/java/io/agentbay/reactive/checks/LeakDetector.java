package io.agentbay.reactive.checks;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;

/** Netty's leak detector that turns each leak into a finding besides logging it. */
final class LeakDetector<T> extends ResourceLeakDetector<T> {

    private LeakDetector(Class<?> resource, int samplingInterval) {
        super(resource, samplingInterval);
    }

    /** Takes effect for everything Netty loads from now on. */
    static void install() {
        ResourceLeakDetector.setLevel(Level.PARANOID);
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Factory());
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resource, String records) {
        super.reportTracedLeak(resource, records);
        Findings.add("Leaked " + resource + records);
    }

    @Override
    protected void reportUntracedLeak(String resource) {
        super.reportUntracedLeak(resource);
        Findings.add("Leaked " + resource);
    }

    private static final class Factory extends ResourceLeakDetectorFactory {
        @Override
        @SuppressWarnings("deprecation")
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                Class<T> resource, int samplingInterval, long maxActive) {
            return new LeakDetector<>(resource, samplingInterval);
        }
    }
}
