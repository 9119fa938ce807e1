package io.agentbay.reactive.local.sharing;

import static io.agentbay.reactive.local.sharing.Team.ROOT;
import static io.agentbay.reactive.local.sharing.Team.done;
import static io.agentbay.reactive.local.sharing.Team.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.MergeReport.Conflict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Merges over every combination of what both sides had in common, what the session made of it and what the context
 * did: a file is absent, holds one text or another, so that create, edit and delete on either side are all there.
 */
class MergeTableTests {

    private static final List<String> CONTENTS = List.of("-", "0", "1");

    @TempDir
    Path data;

    private final List<Case> cases = new ArrayList<>();
    private Team team;

    @BeforeEach
    void changeBothSides() {
        team = new Team(data, LocalOptions.defaults());
        for (String base : CONTENTS) {
            for (String session : CONTENTS) {
                CONTENTS.forEach(context -> cases.add(new Case(content(base), content(session), content(context))));
            }
        }
        cases.forEach(each -> context(each.name(), each.base));
        get(team.b.sync().download(DownloadRequest.all().verified()));
        cases.forEach(each -> session(each.name(), each.base, each.session));
        cases.forEach(each -> context(each.name(), each.context));
    }

    @AfterEach
    void stop() {
        team.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void bothSidesAreTheSameAsTheRuleSays(ConflictRule rule) {
        var report = get(team.b.sync().merge(rule));

        var expected = new TreeMap<String, String>();
        cases.forEach(each -> each.expected(rule, expected, report));
        assertThat(Team.files(team.b)).isEqualTo(expected);
        assertThat(team.stored()).isEqualTo(expected);
        assertThat(report.conflicts()).extracting(Conflict::path).containsExactlyInAnyOrderElementsOf(conflicts());
        report.conflicts().forEach(MergeTableTests::namesBothVersions);
        assertThat(get(team.b.sync().merge(rule)).conflicts()).isEmpty();
        assertThat(team.stored()).isEqualTo(expected);
    }

    @Test
    void failNamesAllConflictsAndChangesNeitherSide() {
        var session = Team.files(team.b);
        var stored = team.stored();

        assertThatThrownBy(() -> get(team.b.sync().merge(ConflictRule.FAIL)))
                .isInstanceOfSatisfying(
                        SyncConflictException.class,
                        e -> assertThat(e.paths()).containsExactlyInAnyOrderElementsOf(conflicts()));

        assertThat(Team.files(team.b)).isEqualTo(session);
        assertThat(team.stored()).isEqualTo(stored);
    }

    private List<String> conflicts() {
        return cases.stream()
                .filter(Case::conflicts)
                .map(each -> ROOT + "/" + each.name())
                .toList();
    }

    private static void namesBothVersions(Conflict conflict) {
        var name = conflict.path().substring(ROOT.length() + 1);
        assertThat(conflict.session() == null).isEqualTo(name.contains("s-"));
        assertThat(conflict.context() == null).isEqualTo(name.contains("c-"));
        assertThat(conflict.session()).isNotEqualTo(conflict.context());
    }

    private void session(String name, @Nullable String before, @Nullable String now) {
        if (now != null && !now.equals(before)) {
            Team.write(team.b, name, now);
        } else if (now == null && before != null) {
            Team.delete(team.b, name);
        }
    }

    private void context(String name, @Nullable String now) {
        var files = team.clientA.contexts().files(team.context);
        done(now == null ? files.delete(ROOT + "/" + name) : files.write(ROOT + "/" + name, now));
    }

    private static @Nullable String content(String text) {
        return text.equals("-") ? null : text;
    }

    /** One file's history. */
    private record Case(
            @Nullable String base,
            @Nullable String session,
            @Nullable String context) {

        String name() {
            return "b" + text(base) + "s" + text(session) + "c" + text(context) + ".txt";
        }

        private static String text(@Nullable String content) {
            return content == null ? "-" : content;
        }

        boolean conflicts() {
            return !Objects.equals(session, context)
                    && !Objects.equals(session, base)
                    && !Objects.equals(context, base);
        }

        void expected(ConflictRule rule, Map<String, String> files, MergeReport report) {
            put(files, name(), merged(rule));
            if (rule == ConflictRule.KEEP_BOTH && conflicts() && session != null && context != null) {
                files.put(copy(report), session);
            }
        }

        private @Nullable String merged(ConflictRule rule) {
            if (!conflicts()) {
                return Objects.equals(context, base) ? session : context;
            }
            return switch (rule) {
                case FAIL -> throw new IllegalArgumentException("nothing is merged");
                case SESSION_WINS -> session;
                case CONTEXT_WINS -> context;
                case KEEP_BOTH -> context == null ? session : context;
            };
        }

        private String copy(MergeReport report) {
            return report.conflicts().stream()
                    .filter(conflict -> conflict.path().equals(ROOT + "/" + name()))
                    .map(conflict -> Objects.requireNonNull(conflict.keptCopy(), "keptCopy"))
                    .findFirst()
                    .orElseThrow()
                    .substring(ROOT.length() + 1);
        }

        private static void put(Map<String, String> files, String name, @Nullable String content) {
            if (content != null) {
                files.put(name, content);
            }
        }
    }
}
