package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.local.LocalOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Listings that lag behind the store, as they do in the real one. */
class ContextLagTests extends ContextCase {

    private static final Duration LAG = Duration.ofSeconds(30);

    @Override
    LocalOptions options() {
        return LocalOptions.defaults().model(model -> model.storage(storage -> storage.listingLag(LAG)));
    }

    @Test
    void aFileIsReadAndFoundAtOnceAndListedLater() {
        get(files.write(ROOT + "/a", "one"));
        assertThat(get(files.readText(ROOT + "/a"))).isEqualTo("one");
        assertThat(get(files.find(ROOT + "/a")).size()).isEqualTo(3);
        assertThat(get(files.list(ROOT).count())).isZero();

        local.clock().advance(LAG);
        assertThat(get(files.list(ROOT).count())).isEqualTo(1);

        get(files.delete(ROOT + "/a"));
        assertThat(get(files.find(ROOT + "/a"))).isNull();
        assertThat(get(files.list(ROOT).count())).isEqualTo(1);
        get(files.delete(ROOT + "/a"));
        local.clock().advance(LAG);
        assertThat(get(files.list(ROOT).count())).isZero();
    }

    @Test
    void aFileOfWhichAListingTellsAnOldSizeIsSentAndNeverTakenForUnchanged() throws Exception {
        local("a", bytes(1000));
        get(files.copyFrom(source, ROOT, Selector.all()));
        local.clock().advance(LAG);
        get(files.write(ROOT + "/a", "another"));

        var report = get(files.copyFrom(source, ROOT, Selector.all()));

        assertThat(report.filesMoved()).isEqualTo(1);
        assertThat(read(ROOT + "/a")).hasSize(1000);
    }
}
