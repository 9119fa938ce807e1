package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Figure;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TalliesTests {

    @Test
    void namesAndSizesTellWhatCameWhatWentAndWhatChanged() {
        var before = files(file("gone", 3), file("grown", 1));
        var after = files(file("grown", 2), file("new", 5));
        var tallies = Tallies.between(before, after, true);
        assertThat(tallies.files().added()).isEqualTo(Figure.observed(1));
        assertThat(tallies.files().changed()).isEqualTo(Figure.observed(1));
        assertThat(tallies.files().removed()).isEqualTo(Figure.observed(1));
        assertThat(tallies.bytes().added()).isEqualTo(Figure.observed(5));
    }

    @Test
    void aTimeTellsWhatASizeCannot() {
        var before = files(new SeenFile("same", 4, "1"), new SeenFile("edited", 4, "1"));
        var after = files(new SeenFile("same", 4, "1"), new SeenFile("edited", 4, "2"));
        var tallies = Tallies.between(before, after, true);
        assertThat(tallies.files().changed()).isEqualTo(Figure.observed(1));
        assertThat(tallies.files().unchanged()).isEqualTo(Figure.observed(1));
    }

    @Test
    void anEqualSizeWithoutATimeTellsNothing() {
        var tallies = Tallies.between(files(file("same", 4)), files(file("same", 4)), true);
        assertThat(tallies.files().changed()).isNull();
        assertThat(tallies.files().unchanged()).isNull();
        assertThat(tallies.files().added()).isEqualTo(Figure.observed(0));
    }

    private static SeenFile file(String path, long size) {
        return new SeenFile(path, size, null);
    }

    private static Map<String, SeenFile> files(SeenFile... files) {
        return Arrays.stream(files).collect(Collectors.toMap(SeenFile::path, Function.identity()));
    }
}
