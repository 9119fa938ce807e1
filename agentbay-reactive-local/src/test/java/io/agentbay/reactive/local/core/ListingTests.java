package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTests {
    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    private static ServiceReply page(LocalWorld world, String context, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("ContextId", context, "ParentFolderPath", "/d"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return world.call("DescribeContextFiles", flat.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(ServiceReply reply) {
        return ((List<Map<String, Object>>) reply.fields().get("Data"))
                .stream().map(file -> (String) file.get("FileName")).toList();
    }

    private void fill(LocalWorld in, String id, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            in.put(id, String.format("/d/f%03d", i), "x");
        }
    }

    @Test
    void pagesByNumberHoldFiftyUnlessAskedOtherwise() throws IOException {
        fill(world, context, 120);
        assertThat(names(page(world, context))).hasSize(50).startsWith("f000");
        assertThat(names(page(world, context, "PageNumber", "3"))).hasSize(20).endsWith("f119");
        assertThat(names(page(world, context, "PageNumber", "4"))).isEmpty();
        assertThat(names(page(world, context, "PageNumber", "2", "PageSize", "7")))
                .startsWith("f007")
                .hasSize(7);
        assertThat(page(world, context).fields()).containsEntry("Count", 120);
        assertThat(page(world, context, "PageSize", "0").status()).isEqualTo(400);
        assertThat(page(world, context, "NextToken", "?!").status()).isEqualTo(400);
    }

    @Test
    void pagesByTokenMissNothingThoughFilesVanishMeanwhile() throws IOException {
        assertThat(seenWhileDeleting(world, context))
                .contains("f010", "f011", "f019")
                .hasSize(20);
    }

    @Test
    void theModelMayLetPagesShift() throws IOException {
        LocalWorld shifting = new LocalWorld(ServiceModel.defaults().storage(s -> s.pagesShift(true)));
        assertThat(seenWhileDeleting(shifting, shifting.context("project")))
                .doesNotContain("f010")
                .hasSize(19);
    }

    private List<String> seenWhileDeleting(LocalWorld in, String id) throws IOException {
        fill(in, id, 20);
        ServiceReply first = page(in, id, "MaxResults", "10");
        List<String> seen = new ArrayList<>(names(first));
        in.data("DeleteContextFile", "ContextId", id, "FilePath", "/d/f003");
        ServiceReply second = page(
                in, id, "MaxResults", "10", "NextToken", (String) first.fields().get("NextToken"));
        seen.addAll(names(second));
        assertThat(second.fields()).containsEntry("NextToken", "");
        return seen;
    }

    @Test
    void foldersStandAmongFilesAndAreSeenOnceOnWhicheverPage() throws IOException {
        for (String key : List.of("a-b", "a/x", "a/y", "a", "a0", "z/1/2/3")) {
            world.put(context, "/d/" + key, "x");
        }
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            ServiceReply reply = page(world, context, "MaxResults", "1", "NextToken", token);
            seen.addAll(names(reply));
            token = (String) reply.fields().get("NextToken");
        } while (!token.isEmpty());
        assertThat(seen).containsExactly("a", "a-b", "a", "a0", "z");
        ServiceReply all = page(world, context);
        assertThat(all.fields().get("Data").toString()).contains("FileType=FOLDER", "RelativePath=a-b");
    }

    @Test
    void aListingLagsAsTheModelSaysAndAReadByKeyNever() throws IOException {
        LocalWorld lagging = new LocalWorld(ServiceModel.defaults().storage(s -> s.listingLag(Duration.ofSeconds(30))));
        String id = lagging.context("project");
        lagging.put(id, "/d/a", "a");
        assertThat(names(page(lagging, id))).isEmpty();
        assertThat(lagging.get(id, "/d/a")).isEqualTo("a");
        lagging.run(Duration.ofSeconds(30));
        assertThat(names(page(lagging, id))).containsExactly("a");
        lagging.data("DeleteContextFile", "ContextId", id, "FilePath", "/d/a");
        assertThat(names(page(lagging, id))).containsExactly("a");
        lagging.run(Duration.ofSeconds(30));
        assertThat(names(page(lagging, id))).isEmpty();
    }
}
