// Two lines over two minutes; uPlot draws thousands of points in a millisecond.
import { byId } from "./text.js";

const height = 150;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Charts {
  constructor(model) {
    this.model = model;
    this.make();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.make());
    new ResizeObserver(() => this.fit()).observe(byId("throughput-chart"));
  }

  make() {
    this.throughput?.destroy();
    this.latency?.destroy();
    this.throughput = this.chart("throughput-chart", [line("moved", "--accent", true)]);
    this.latency = this.chart("latency-chart", [line("median", "--accent"), line("95 %", "--second")]);
    this.draw();
  }

  chart(id, series) {
    const place = byId(id);
    const axis = { stroke: color("--soft"), grid: { stroke: color("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui" };
    const options = {
      width: Math.max(200, place.clientWidth),
      height,
      cursor: { y: false },
      legend: { live: false, show: series.length > 1 },
      scales: { y: { range: (chart, low, high) => [0, Math.max(high ?? 0, .1) * 1.1] } },
      axes: [{ ...axis, size: 24, space: 90, values: (chart, at) => at.map(second => clock.format(second * 1000)) }, { ...axis, size: 44 }],
      series: [{ label: "at" }, ...series],
    };
    return new window.uPlot(options, [[], ...series.map(() => [])], place);
  }

  draw() {
    this.throughput.setData(this.model.throughput.series());
    this.latency.setData(this.model.latency.series());
  }

  fit() {
    [[this.throughput, "throughput-chart"], [this.latency, "latency-chart"]].forEach(([chart, id]) =>
      chart.setSize({ width: Math.max(200, byId(id).clientWidth), height }));
  }
}

function line(label, variable, filled) {
  const stroke = color(variable);
  return { label, stroke, width: 2, fill: filled ? color("--accent-soft") : undefined, points: { show: false }, spanGaps: true };
}
