// What is known: operations under way, what became of those that ended, and figures by the second.
import { Latency, Throughput } from "./figures.js";

const moving = new Set(["UPLOAD", "DOWNLOAD", "TRANSFER", "SNAPSHOT", "RESTORE"]);
const syncing = new Set(["UPLOAD", "DOWNLOAD"]);
const ends = new Set(["completed", "failed", "cancelled"]);
const mostFailures = 200;

export class Model {
  constructor() {
    this.active = new Map();
    this.failures = { newest: [], total: 0 };
    this.completed = 0;
    this.filter = "";
    this.names = new Map();
    this.throughput = new Throughput();
    this.latency = new Latency();
    this.onGap = () => {};
  }

  /** Everything under way, told at once: what was shown before is gone. */
  begin(operations) {
    this.active.clear();
    operations.forEach(operation => this.put(operation));
  }

  apply(events) {
    events.forEach(event => this.one(event));
  }

  gap(event) {
    const missed = event.missed === undefined ? "Some events" : `${event.missed} events`;
    const at = new Date().toLocaleTimeString();
    this.onGap(`${at}: ${missed} were missed, since the application was restarted or too much happened meanwhile. What is under way is shown anew.`);
  }

  one(event) {
    if (event.type === "item-failed") {
      this.fail(event);
    } else if (ends.has(event.type)) {
      this.end(event);
    } else {
      this.put(event);
    }
  }

  put(event) {
    const known = this.active.get(event.id);
    this.moved(known, event);
    if (known) {
      const since = known.since;
      Object.assign(known, event, { since });
    } else {
      this.active.set(event.id, { ...event, since: event.at });
    }
  }

  end(event) {
    const known = this.active.get(event.id);
    this.moved(known, event);
    this.active.delete(event.id);
    if (event.type === "failed" && event.kind !== "WORK") {
      this.fail(event);
    } else if (event.type === "completed" && syncing.has(event.kind)) {
      this.completed++;
      if (known) {
        this.latency.add(event.at - known.since);
      }
    }
  }

  fail(event) {
    this.failures.total++;
    this.failures.newest.unshift(event);
    this.failures.newest.length = Math.min(this.failures.newest.length, mostFailures);
  }

  moved(known, event) {
    if (moving.has(event.kind) && event.bytesDone !== undefined && event.type !== "active") {
      const before = known?.bytesDone ?? 0;
      this.throughput.add(Math.max(0, event.bytesDone - before));
    }
  }

  /** The operations to list, those that began first at the top. */
  shown() {
    const all = [...this.active.values()];
    return this.filter ? all.filter(operation => operation.context === this.filter) : all;
  }

  tick() {
    this.throughput.tick();
    this.latency.tick();
  }
}
