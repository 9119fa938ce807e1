package io.agentbay.reactive.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One tab of a test, and everything its page complained about. */
public final class Tab implements AutoCloseable {

    /** The width of a desktop window, which a tab has at first. */
    public static final int WIDE = 1440;

    /** The width of a phone. */
    public static final int NARROW = 390;

    static final int HEIGHT = 900;

    /** Milliseconds until something that never comes is given up; a busy machine takes long for what does come. */
    static final double PATIENCE = 120_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
        page.onPageError(error -> complaints.add("thrown: " + error));
        page.onConsoleMessage(this::heard);
    }

    /** The page, for everything Playwright can do. */
    public Page page() {
        return page;
    }

    /** Resizes the window to this width, such as {@link #NARROW}. */
    public Tab width(int pixels) {
        page.setViewportSize(pixels, HEIGHT);
        return this;
    }

    /** Shows the page to somebody who prefers dark colours. */
    public Tab dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /** Shows the page to somebody who prefers light colours, as at first. */
    public Tab light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /** Keeps what is to be seen as {@code target/screenshots/<name>.png} of the module, for people to look at. */
    public Tab shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        return this;
    }

    /** Whether the page can be scrolled sideways, which it never should. */
    public boolean overflows() {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /**
     * What the page threw, the errors it logged, and where it broke its content security policy, since the last take. A
     * test that expects some takes them; those left when it ends fail it.
     */
    public List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("logged: " + message.text() + " (" + message.location() + ")");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
