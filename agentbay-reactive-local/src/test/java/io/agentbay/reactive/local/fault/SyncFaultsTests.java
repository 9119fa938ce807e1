package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import io.agentbay.reactive.local.core.TaskRun.Cause;
import io.agentbay.reactive.local.core.TaskRun.Direction;
import org.junit.jupiter.api.Test;

class SyncFaultsTests {

    private final FaultBoard board = Boards.empty();
    private final Faults faults = board.faults();

    @Test
    void strikesTheMountAndTheDirectionOnly() {
        faults.onUpload("/mnt/data/").fail("disk full");
        assertThat(decide(Direction.DOWNLOAD, "/mnt/data")).isEqualTo(TaskFault.NONE);
        assertThat(decide(Direction.UPLOAD, "/mnt/other")).isEqualTo(TaskFault.NONE);
        assertThat(decide(Direction.UPLOAD, "/mnt/data")).isEqualTo(TaskFault.fail("disk full"));
    }

    @Test
    void strikesAsOftenAsSaidAndThenTheNextOne() {
        faults.onDownload("/mnt/data").times(2).stick();
        faults.onDownload("/mnt/data").loseData();
        assertThat(decide(Direction.DOWNLOAD, "/mnt/data").kind()).isEqualTo(TaskFault.Kind.STICK);
        assertThat(decide(Direction.DOWNLOAD, "/mnt/data").kind()).isEqualTo(TaskFault.Kind.STICK);
        assertThat(decide(Direction.DOWNLOAD, "/mnt/data").kind()).isEqualTo(TaskFault.Kind.LOSE_DATA);
        faults.clear();
        assertThat(decide(Direction.DOWNLOAD, "/mnt/data")).isEqualTo(TaskFault.NONE);
    }

    @Test
    void senselessFaultsAreRefusedAtTheCall() {
        assertThatThrownBy(() -> faults.onUpload("mnt")).hasMessageContaining("slash");
        assertThatThrownBy(() -> faults.onUpload("/mnt").fail(" ")).hasMessageContaining("reason");
        assertThatThrownBy(() -> faults.onUpload("/mnt").times(0)).hasMessageContaining("times(0)");
    }

    private TaskFault decide(Direction direction, String mountPath) {
        return board.decide(new TaskRun("s-1", "SdkCtx-1", mountPath, mountPath + "/a.txt", direction, Cause.CALL));
    }
}
