package io.agentbay.reactive.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A tab is a real browser, and sees what a page does wrong. */
@BrowserTest
class TabTests {

    @Test
    void scriptsRunAndStylesApply(Tab tab) {
        tab.page().setContent("<style>@media (prefers-color-scheme: dark) { p { color: red } }</style><p>old</p>");
        tab.page().evaluate("document.querySelector('p').textContent = 'new'");

        assertThat(tab.page().locator("p").textContent()).isEqualTo("new");
        assertThat(colour(tab.light())).isNotEqualTo(colour(tab.dark()));
    }

    @Test
    void widthAndOverflowAreSeen(Tab tab) {
        tab.page().setContent("<div style='width: 800px'>wide</div>");

        assertThat(tab.overflows()).isFalse();
        assertThat(tab.width(Tab.NARROW).overflows()).isTrue();
    }

    @Test
    void everyKindOfComplaintIsHeard(Tab tab) {
        tab.page().setContent("""
                <meta http-equiv="Content-Security-Policy" content="img-src 'none'">
                <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
                <script>console.error('said'); setTimeout(() => { throw new Error('flung') })</script>""");
        tab.page().waitForFunction("() => true");
        tab.page().waitForTimeout(100);

        assertThat(tab.takeComplaints())
                .anySatisfy(line -> assertThat(line).contains("said"))
                .anySatisfy(line -> assertThat(line).contains("flung"))
                .anySatisfy(line -> assertThat(line).contains("Content Security Policy"));
        assertThat(tab.takeComplaints()).isEmpty();
    }

    @Test
    void aShotIsKept(Tab tab) {
        tab.page().setContent("<h1>A shot</h1>");
        tab.shot("tab");

        assertThat(Path.of("target", "screenshots", "tab.png"))
                .exists()
                .satisfies(png -> assertThat(Files.size(png)).isPositive());
    }

    @Nested
    class InANestedClass {
        @Test
        void theTabIsFreshAndTheBrowserTheSame(Tab tab) {
            assertThat(tab.page().url()).isEqualTo("about:blank");
        }
    }

    private static Object colour(Tab tab) {
        return tab.page().evaluate("() => getComputedStyle(document.querySelector('p')).color");
    }
}
