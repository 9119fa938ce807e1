package io.agentbay.reactive.local.core;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools about the machine: what it uses, and what changed on it. */
final class MachineTools {

    private final Ground ground;

    MachineTools(Ground ground) {
        this.ground = ground;
    }

    void register(Tools tools) {
        tools.add(Tools.Tool.file(
                "get_file_change",
                "Tells what changed below a path since the last call.",
                List.of("path"),
                call -> Json.text(call.session().watches().changes(call.session(), call.files(), call.path("path")))));
        tools.add(new Tools.Tool(
                "get_metrics",
                "mcp-server",
                "Tells what this machine uses.",
                List.of(),
                Tools.Tool.soon(call -> metrics())));
    }

    private String metrics() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        DiskSpace space = ground.disk().space();
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("cpu_count", system.getAvailableProcessors());
        metrics.put("cpu_used_pct", Math.max(0, Math.round(system.getCpuLoad() * 1000) / 10.0));
        metrics.put("mem_total", system.getTotalMemorySize());
        metrics.put("mem_used", system.getTotalMemorySize() - system.getFreeMemorySize());
        metrics.put("disk_total", space.total());
        metrics.put("disk_used", space.used());
        metrics.put("rx_rate_kbyte_per_s", 0);
        metrics.put("tx_rate_kbyte_per_s", 0);
        metrics.put("rx_used_kbyte", 0);
        metrics.put("tx_used_kbyte", 0);
        metrics.put("timestamp", ground.now().getEpochSecond());
        return Json.text(metrics);
    }
}
