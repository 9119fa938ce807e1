package io.agentbay.reactive.examples.monitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.agentbay.reactive.checks.browser.BrowserTest;
import io.agentbay.reactive.checks.browser.Tab;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as a person sees it. */
@BrowserTest
class MonitorPageTests {

    /** Keeps each share that any bar ever showed. */
    private static final String COLLECT_SHARES = "() => { window.shares = new Set(); new MutationObserver(changes =>"
            + " changes.forEach(change => shares.add(change.target.getAttribute('aria-valuenow'))))"
            + ".observe(document.getElementById('operations'), { subtree: true, attributeFilter: ['aria-valuenow'] }); }";

    @Test
    void progressMovesUntilEverythingIsSaved(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=1s")) {
            var page = open(tab, monitor.address());
            fill(page, Map.of("context", "moving", "sessions", "4", "atOnce", "4", "rounds", "3", "files", "40"));
            page.locator("input[name=verified]").check();
            page.evaluate(COLLECT_SHARES);
            page.locator("button.primary").click();

            assertThat(row(page, "upload").first()).containsText("moving-");
            page.waitForFunction(
                    "() => monitor.model.active.size === 0 && Number(document.getElementById('completed').textContent) >= 12");
            assertThat(((Number) page.evaluate("() => shares.size")).intValue())
                    .as("different shares shown by the bars")
                    .isGreaterThan(5);
            assertThat(page.locator("#failed")).hasText("0");
            assertThat(page.locator("#throughput")).not().hasText("–");
            assertThat(page.locator("#works")).containsText("done");
            assertThat(page.locator("#contexts")).containsText("moving-4");
        }
    }

    @Test
    void aFailureShowsItsReason(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=100ms")) {
            var page = open(tab, monitor.address());
            page.locator("#break").click();
            monitor.begin("broken", 1, 1);
            assertThat(page.locator("#failures")).containsText("disk full");
            assertThat(page.locator("#failures")).containsText("broken-1");
            assertThat(page.locator("#no-failures")).isHidden();
        }
    }

    @Test
    void namesAreTextWhateverTheySay(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=100ms")) {
            var hostile = "<img src=x onerror=alert(1)>";
            monitor.service().faults().onUpload("/home/wuying/data").times(1).fail(hostile);
            var page = open(tab, monitor.address());
            monitor.begin("hostile", 1, 1);
            assertThat(page.locator("#failures")).containsText(hostile);
            assertThat(page.locator("#failures img").count()).isZero();
        }
    }

    @Test
    void theListIsOfOneContextWhereOneIsChosen(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=20s")) {
            var page = open(tab, monitor.address());
            monitor.begin("chosen", 3, 1);
            page.waitForFunction("() => document.getElementById('context').options.length > 3");
            page.waitForFunction(
                    "() => [...monitor.model.active.values()].filter(o => o.kind === 'UPLOAD').length === 3");
            page.locator("#context").selectOption(new SelectOption().setLabel("chosen-2"));
            assertThat(row(page, "upload")).hasCount(1);
            assertThat(row(page, "upload")).containsText("chosen-2");
        }
    }

    @Test
    void aLostConnectionIsResumedWithoutAGap(Tab tab) throws IOException {
        try (var monitor = Monitor.start("--monitor.sync-time=100ms");
                var wire = CuttableWire.to(monitor.port())) {
            var page = open(tab, wire.address());
            monitor.begin("before", 1, 1);
            page.waitForFunction("() => Number(document.getElementById('completed').textContent) > 0");

            wire.cut();
            assertThat(page.locator("#connection")).containsText("lost");
            monitor.begin("meanwhile", 1, 2);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> monitor.client().sessions().owned().isEmpty()
                            && Boolean.TRUE.equals(monitor.client()
                                    .contexts()
                                    .find("meanwhile-1")
                                    .hasElement()
                                    .block()));
            tab.takeComplaints();
            wire.mend();

            assertThat(page.locator("#connection")).hasText("Live");
            page.waitForFunction("() => Number(document.getElementById('completed').textContent) >= 3");
            assertThat(page.locator("#gap")).isHidden();
            tab.takeComplaints();
        }
    }

    @Test
    void aRestartShowsAGap(Tab tab) {
        int port;
        Page page;
        try (var first = Monitor.start()) {
            port = first.port();
            page = open(tab, first.address());
        }
        assertThat(page.locator("#connection")).containsText("lost");
        try (var second = Monitor.on(port)) {
            assertThat(page.locator("#connection")).hasText("Live");
            assertThat(page.locator("#gap")).containsText("were missed");
            page.locator("#gap button").click();
            assertThat(page.locator("#gap")).isHidden();
            assertThat(second.port()).isEqualTo(port);
        }
        tab.takeComplaints();
    }

    @Test
    void itIsUsableByKeyboardAndOnAPhone(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=20s")) {
            var page = open(tab, monitor.address());
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.tagName")).isNotEqualTo("BODY");
            monitor.begin("phone", 30, 1);
            page.waitForFunction("() => monitor.model.active.size >= 30");
            page.locator("#operations").focus();
            page.keyboard().press("End");
            page.waitForFunction("() => document.getElementById('operations').scrollTop > 0");

            tab.width(Tab.NARROW);
            assertThat(tab.overflows()).isFalse();
            assertThat(page.evaluate("() => [...document.querySelectorAll('input, select, button')].every(one =>"
                            + " one.labels?.length > 0 || one.textContent.trim() || one.getAttribute('aria-label'))"))
                    .isEqualTo(true);
        }
    }

    /** Measured and printed; the bounds only catch a page that freezes. */
    @Tag("slow")
    @Test
    void twoThousandSyncsAreShownWithoutFreezing(Tab tab) {
        try (var monitor = Monitor.start("--monitor.sync-time=1m")) {
            var page = open(tab, monitor.address());
            monitor.begin("many", 2_000, 1);
            page.waitForFunction(
                    "() => [...monitor.model.active.values()].filter(one => one.kind === 'UPLOAD').length >= 1800",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(300_000));
            page.locator("#operations").focus();
            for (int n = 0; n < 20; n++) {
                page.keyboard().press(n % 2 == 0 ? "End" : "Home");
                page.waitForTimeout(300);
            }
            var figures = (Map<?, ?>) page.evaluate("() => monitor.health.figures()");
            System.out.println("2,000 syncs on the page: " + figures);
            assertThat(((Number) figures.get("frame")).doubleValue()).isLessThan(2_000);
            assertThat(((Number) figures.get("lag")).doubleValue()).isLessThan(10_000);
            assertThat(page.locator("#operations .row").count()).isLessThan(60);
            assertThat(page.locator("#gap")).isHidden();
        }
    }

    private static Page open(Tab tab, String address) {
        var page = tab.page();
        page.navigate(address);
        assertThat(page.locator("#connection")).hasText("Live");
        return page;
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach((name, value) -> page.locator("input[name=" + name + "]").fill(value));
    }

    private static Locator row(Page page, String operation) {
        return page.locator("#operations .row:not(.head)", new Page.LocatorOptions().setHasText(operation));
    }
}
