package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArchiveTests {
    private static final String ARCHIVED = policy("", true);
    private static final String ARCHIVE = "/mnt/data/data.archive.zip";

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    private static String policy(String extract, boolean propagatesDeletions) {
        return "{\"uploadPolicy\":{\"uploadMode\":\"Archive\"},\"extractPolicy\":{" + extract
                + "},\"deletePolicy\":{\"syncLocalFile\":" + propagatesDeletions + "}}";
    }

    private static void save(LocalWorld world, String session, String context) {
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.tasks(session, "TaskType", "upload").get(0)).containsEntry("status", "Success");
    }

    private String filled(String policy) {
        String session = world.session(context, "/mnt/data", policy);
        world.settle();
        world.write(session, "/mnt/data/a.txt", "a");
        world.write(session, "/mnt/data/deep/b.txt", "hällo 🎉");
        save(world, session, context);
        return session;
    }

    @Test
    void aMountIsListedAsOneArchiveAndComesBackAsFiles() {
        filled(ARCHIVED);
        assertThat(world.allKeys(context)).containsExactly(ARCHIVE);
        String next = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.files(next, "/mnt/data")).containsExactly("a.txt", "deep/b.txt");
        assertThat(world.tool(next, "read_file", "path", "/mnt/data/deep/b.txt"))
                .isEqualTo("hällo 🎉");
    }

    @Test
    void anUnchangedMountMovesNothing() {
        String session = filled(ARCHIVED);
        int before = world.ledger.commits();
        save(world, session, context);
        assertThat(world.ledger.commits()).isEqualTo(before);
    }

    @Test
    void deletionsAreCarriedOverOnlyIfThePolicySaysSo() {
        String mirrored = filled(ARCHIVED);
        world.tool(mirrored, "delete_file", "path", "/mnt/data/a.txt");
        save(world, mirrored, context);
        String keeping = world.session(context, "/mnt/data", policy("", false));
        world.settle();
        assertThat(world.files(keeping, "/mnt/data")).containsExactly("deep/b.txt");
        world.tool(keeping, "delete_file", "path", "/mnt/data/deep/b.txt");
        world.write(keeping, "/mnt/data/c.txt", "c");
        save(world, keeping, context);
        String next = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.files(next, "/mnt/data")).containsExactly("c.txt", "deep/b.txt");
    }

    @Test
    void aMountEmptiedOnPurposeDeletesItsArchive() {
        String session = filled(ARCHIVED);
        world.tool(session, "delete_file", "path", "/mnt/data/a.txt");
        world.tool(session, "delete_file", "path", "/mnt/data/deep/b.txt");
        save(world, session, context);
        assertThat(world.allKeys(context)).isEmpty();
    }

    @Test
    void theSyncOfAPartKeepsTheRest() {
        String session = filled(ARCHIVED);
        world.write(session, "/mnt/data/a.txt", "changed");
        world.write(session, "/mnt/data/deep/b.txt", "changed");
        world.upload(session, context, "/mnt/data/deep");
        world.settle();
        String next = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.tool(next, "read_file", "path", "/mnt/data/a.txt")).isEqualTo("a");
        assertThat(world.tool(next, "read_file", "path", "/mnt/data/deep/b.txt"))
                .isEqualTo("changed");
    }

    @Test
    void anArchiveThatIsNotExtractedStaysPacked() {
        filled(ARCHIVED);
        String packed = world.session(context, "/mnt/data", policy("\"extract\":false", true));
        world.settle();
        assertThat(world.files(packed, "/mnt/data")).containsExactly("data.archive.zip");
        String both = world.session(context, "/mnt/data", policy("\"deleteSrcFile\":false", true));
        world.settle();
        assertThat(world.files(both, "/mnt/data")).containsExactly("a.txt", "data.archive.zip", "deep/b.txt");
        save(world, both, context);
        String next = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.files(next, "/mnt/data")).containsExactly("a.txt", "deep/b.txt");
    }

    @Test
    void theModelMayRestoreWhereThePolicySays() {
        LocalWorld literal =
                new LocalWorld(ServiceModel.defaults().mounts(m -> m.restores(MountModel.Restores.AS_POLICY)));
        String id = literal.context("project");
        String first = literal.session(id, "/mnt/data", ARCHIVED);
        literal.settle();
        literal.write(first, "/mnt/data/a.txt", "a");
        save(literal, first, id);
        String nested = literal.session(id, "/mnt/data", ARCHIVED);
        literal.settle();
        assertThat(literal.files(nested, "/mnt/data")).containsExactly("data.archive/a.txt");
        String beside = literal.session(id, "/mnt/data", policy("\"extractToCurrentFolder\":true", true));
        literal.settle();
        assertThat(literal.files(beside, "/mnt/data")).containsExactly("a.txt");
    }

    @Test
    void whatCouldNotBeUnpackedAgainIsNotPacked() {
        LocalWorld small = new LocalWorld(ServiceModel.defaults().mounts(m -> m.unpackedBytes(10)));
        String id = small.context("project");
        String session = small.session(id, "/mnt/data", ARCHIVED);
        small.settle();
        small.write(session, "/mnt/data/a.txt", "12345678901");
        small.upload(session, id, "/mnt/data");
        small.settle();
        assertThat(small.tasks(session, "TaskType", "upload").get(0))
                .containsEntry("status", "Failed")
                .containsEntry("errorMessage", "The mount holds more than 10 bytes, the most an archive may");
        assertThat(small.allKeys(id)).isEmpty();
        assertThat(small.disk.files("tmp")).isEmpty();
    }

    @Test
    void anArchiveThatCannotBeReadIsNeitherRestoredNorReplaced() throws IOException {
        world.put(context, ARCHIVE, "PK no archive");
        String session = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.tasks(session).get(0)).containsEntry("status", "Failed");
        world.write(session, "/mnt/data/a.txt", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.tasks(session, "TaskType", "upload").get(0)).containsEntry("status", "Failed");
        assertThat(world.get(context, ARCHIVE)).isEqualTo("PK no archive");
    }

    @Test
    void anArchivedMountSurvivesAPowerLoss() {
        filled(ARCHIVED);
        LocalWorld after = world.powerLost();
        String next = after.session(context, "/mnt/data", ARCHIVED);
        after.settle();
        assertThat(after.files(next, "/mnt/data")).containsExactly("a.txt", "deep/b.txt");
    }
}
