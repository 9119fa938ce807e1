package io.agentbay.reactive.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agentbay.reactive.checks.browser.BrowserTest;
import io.agentbay.reactive.checks.browser.Tab;
import io.agentbay.reactive.local.core.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at {@code /_local/} in a real browser. */
@BrowserTest
class InspectionPageTests {

    private static final String HOSTILE = "<img src=x onerror=alert(1)><script>document.title='owned'</script>";

    private AgentBayLocal local;
    private LocalHttp http;

    @BeforeEach
    void start(@TempDir Path data) {
        local = AgentBayLocal.start(data);
        http = new LocalHttp(local);
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void foldersAreBrowsedAndFilesDownloaded(Tab tab) throws Exception {
        String context = http.context("my-project");
        put(context, "/mnt/data/results/report.txt", "the report");
        put(context, "/mnt/data/readme.md", "# hello");
        Page page = open(tab, "");

        page.getByRole(AriaRole.LINK, named("my-project")).click();
        page.getByRole(AriaRole.LINK, named("mnt")).click();
        page.getByRole(AriaRole.LINK, named("data")).click();
        assertThat(row(page, "readme.md")).containsText("7 B");
        page.getByRole(AriaRole.LINK, named("results")).click();
        var download = page.waitForDownload(() ->
                page.getByRole(AriaRole.LINK, named("Download report.txt")).click());

        assertThat(download.suggestedFilename()).isEqualTo("report.txt");
        assertThat(Files.readString(download.path())).isEqualTo("the report");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Contexts/my-project/mnt/data/results");
        page.goBack();
        assertThat(row(page, "readme.md")).isVisible();
    }

    @Test
    void whatHappensIsSeenWithoutLoadingAgain(Tab tab) throws Exception {
        String context = http.context("my-project");
        Page page = open(tab, "#/tasks");
        assertThat(page.getByText("No living session has a sync task.")).isVisible();

        local.faults().onDownload("/mnt/data").times(1).fail("disk full");
        session(context, "/mnt/data");
        assertThat(row(page, "/mnt/data")).containsText("failed");
        assertThat(row(page, "/mnt/data")).containsText("disk full");
        assertThat(row(page, "/mnt/data")).containsText("fault: fail");

        page.getByRole(AriaRole.LINK, named("Sessions")).click();
        assertThat(row(page, "/mnt/data")).containsText("running");
        local.clock().advance(Duration.ofHours(2));
        assertThat(page.getByText("finish").first()).isVisible();
        assertThat(page.locator("#ahead")).hasText("+2 h");
    }

    @Test
    void requestsComeWithTheFaultThatStruckThem(Tab tab) throws Exception {
        Page page = open(tab, "#/requests");
        local.faults().on("GetContext").times(1).httpStatus(503, "ServiceUnavailable");
        http.call("GetContext", "Name", "a");
        http.call("GetContext", "Name", "b", "AllowCreate", "true");

        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").nth(1)).containsText("fault f1: action GetContext times 1: status");
        page.getByLabel("Only failures").check();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByLabel("Only failures").uncheck();
        page.locator("tbody tr summary").first().click();
        assertThat(page.locator("tbody tr").first()).containsText("AllowCreate");
        http.call("GetContext", "Name", "c", "AllowCreate", "true");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody tr details[open]")).hasCount(1);
        page.getByLabel("Action, code, field or fault").fill("no such thing");
        assertThat(page.getByText("No request yet, or none that fits.")).isVisible();
    }

    @Test
    void faultsAreArmedAndDisarmedAndTheClockMoves(Tab tab) {
        Page page = open(tab, "#/steer");
        page.getByLabel("Fault as JSON").fill("{\"action\": \"GetLink\", \"effect\": \"explode\"}");
        page.getByRole(AriaRole.BUTTON, named("Arm")).click();
        assertThat(page.getByText("must be one of")).isVisible();
        assertThat(tab.takeComplaints()).allSatisfy(line -> assertThat(line).contains("400"));
        page.getByLabel("Example").selectOption("Fail an upload");
        page.getByRole(AriaRole.BUTTON, named("Arm")).click();
        assertThat(row(page, "f1")).containsText("upload /mnt/data times 1: fail (reason disk full)");
        assertThat(local.faults().armed()).hasSize(1);
        page.getByRole(AriaRole.BUTTON, named("Disarm f1")).click();
        assertThat(page.getByText("Nothing is armed")).isVisible();

        var before = local.clock().now();
        page.getByRole(AriaRole.BUTTON, named("+ 1 day")).click();
        assertThat(page.locator("#ahead")).hasText("+1 d");
        assertThat(local.clock().now()).isAfter(before.plus(Duration.ofDays(1)));
    }

    @Test
    void hostileNamesAreTextAndNothingElse(Tab tab) throws Exception {
        String context = http.context(HOSTILE);
        put(context, "/" + HOSTILE.replace("/", "") + ".txt", "x");
        session(context, "/mnt/<b>data</b>");
        http.call("NoSuchAction%3Cscript%3E", "Name", HOSTILE);
        Page page = open(tab, "");
        for (String view : List.of("#/contexts", "#/sessions", "#/tasks", "#/requests")) {
            open(tab, view);
            assertThat(page.locator("tbody tr").first()).isVisible();
        }
        open(tab, "#/contexts");
        page.getByText(HOSTILE).first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("main img, main script, main b")).hasCount(0);
        assertThat(page.title()).isEqualTo("Files – AgentBay local");
    }

    @Test
    void noSecretIsOnThePage(Tab tab) throws Exception {
        String context = http.context("my-project");
        String url = put(context, "/a.txt", "x");
        session(context, "/mnt/data");
        String signature = url.substring(url.indexOf("signature=") + 10);
        for (String view : List.of("#/contexts", "#/sessions", "#/tasks", "#/requests", "#/steer")) {
            Page page = open(tab, view);
            page.waitForTimeout(300);
            page.locator("summary").all().forEach(Locator::click);
            assertThat(page.content()).doesNotContain(local.apiKey(), signature, "tok-");
        }
    }

    @Test
    void thousandsOfRowsStayUsable(Tab tab) throws Exception {
        String context = http.context("large");
        for (int i = 0; i < 1_500; i++) {
            put(context, "/many/file-%04d.txt".formatted(i), "x");
        }
        Page page = open(tab, "#/context/" + context + "?folder=%2Fmany");
        assertThat(row(page, "file-0000.txt")).isVisible();
        assertThat((Integer) page.evaluate("document.querySelectorAll('tbody tr').length"))
                .isLessThan(700);
        for (int i = 0; i < 200 && row(page, "file-1499.txt").count() == 0; i++) {
            page.evaluate("scrollTo(0, document.body.scrollHeight)");
            page.waitForTimeout(150);
        }
        assertThat(row(page, "file-1499.txt")).isVisible();

        open(tab, "#/requests");
        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(page.getByText("kept", new Page.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();
        assertThat((Integer) page.evaluate("document.querySelectorAll('tbody tr').length"))
                .isLessThan(700);
    }

    @Test
    void theKeyboardAloneIsEnough(Tab tab) throws Exception {
        http.context("my-project");
        Page page = open(tab, "");
        assertThat(row(page, "my-project")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("my-project");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Nothing in this folder.")).isVisible();
    }

    @Test
    void aServiceThatEndedIsSaidToHave(Tab tab) {
        Page page = open(tab, "");
        assertThat(page.getByText("No context yet")).isVisible();
        local.close();
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("does not answer");
        assertThat(tab.takeComplaints()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Tab.NARROW, Tab.WIDE})
    void itFitsInLightAndInDark(int width, Tab tab) throws Exception {
        busyService();
        tab.width(width);
        for (String view : List.of("contexts", "context", "sessions", "tasks", "requests", "steer")) {
            String address = view.equals("context")
                    ? "#/context/" + http.context("my-project") + "?folder=%2Fmnt%2Fdata"
                    : "#/" + view;
            Page page = open(tab.light(), address);
            assertThat(page.locator("tbody tr").first()).isVisible();
            if (view.equals("requests")) {
                page.locator("summary").nth(1).click();
            }
            tab.shot(view + "-" + width + "-light");
            tab.dark().shot(view + "-" + width + "-dark");
            assertThat(tab.overflows()).as(view + " at " + width).isFalse();
        }
    }

    private void busyService() throws Exception {
        String context = http.context("my-project");
        for (String name : List.of(
                "results/a.json",
                "results/b.json",
                "readme.md",
                "config.json",
                "a rather long name of a report, with spaces and ümläuts.txt")) {
            put(context, "/mnt/data/" + name, "content of " + name + "\n".repeat(name.length() * 90));
        }
        for (String name : List.of(
                "nightly-builds",
                "team/shared",
                "snapshots of my-project",
                "日本語の文脈",
                "a-name-that-goes-on-and-on-without-any-place-to-break-it-0123456789")) {
            http.context(name);
        }
        String session = session(context, "/mnt/data");
        http.data(
                "CallMcpTool",
                "SessionId",
                session,
                "Name",
                "write_file",
                "Args",
                "{\"path\":\"/mnt/data/new.txt\",\"content\":\"new\"}");
        local.faults().onUpload("/mnt/data").times(1).fail("disk full");
        http.data("SyncContext", "SessionId", session, "ContextId", context, "Path", "/mnt/data", "Mode", "upload");
        local.faults().onUpload("/mnt/data").stick();
        session(context, "/home/wuying/project");
        local.faults().on("GetContextInfo").times(1).throttle(Duration.ofSeconds(2));
        http.call("GetContextInfo", "SessionId", session);
        http.call("GetContextInfo", "SessionId", session);
        local.faults().on("*").context("my-project").sometimes(0.1).httpStatus(503, "ServiceUnavailable");
        local.clock().advance(Duration.ofSeconds(2));
    }

    private Page open(Tab tab, String view) {
        tab.page().navigate(local.endpoint() + "/_local/" + view);
        return tab.page();
    }

    private String put(String context, String key, String content) throws Exception {
        String url = (String) http.data("GetContextFileUploadUrl", "ContextId", context, "FilePath", key)
                .get("Url");
        http.put(url, content);
        return url;
    }

    private String session(String context, String path) throws Exception {
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", path)));
        return (String) http.data(
                        "CreateMcpSession",
                        "PersistenceDataList",
                        mounts,
                        "ImageId",
                        "linux_latest",
                        "Labels",
                        "{\"team\":\"data\",\"run\":\"42\"}")
                .get("SessionId");
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(!name.equals("Sessions"));
    }
}
