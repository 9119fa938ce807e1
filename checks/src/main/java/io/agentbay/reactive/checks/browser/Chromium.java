package io.agentbay.reactive.checks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;

/** One headless Chromium and Playwright's driver for it; used by the thread that launched it alone, as Playwright wants. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Tab.PATIENCE);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        Installed.node().orElseThrow().toString())));
        try {
            LaunchOptions options = new LaunchOptions()
                    .setExecutablePath(Installed.chromium().orElseThrow())
                    .setArgs(ARGUMENTS);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A tab with cookies and storage of its own. */
    Tab tab() {
        return new Tab(browser.newContext(new Browser.NewContextOptions()
                .setAcceptDownloads(true)
                .setLocale("en-GB")
                .setViewportSize(Tab.WIDE, Tab.HEIGHT)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
