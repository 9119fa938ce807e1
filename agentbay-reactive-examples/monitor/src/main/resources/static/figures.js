// Figures by the second, for two minutes; what nobody measured is null, never zero.
const kept = 120;

class Seconds {
  constructor(empty) {
    this.empty = empty;
    this.current = empty();
    this.past = [];
  }

  tick() {
    this.past.push({ at: Math.round(Date.now() / 1000), value: this.current });
    this.current = this.empty();
    if (this.past.length > kept) {
      this.past.shift();
    }
  }

  recent(seconds) {
    return this.past.slice(-seconds).map(second => second.value);
  }

  times() {
    return this.past.map(second => second.at);
  }
}

export class Throughput {
  constructor() {
    this.seconds = new Seconds(() => 0);
    this.seen = false;
  }

  add(bytes) {
    this.seen = this.seen || bytes > 0;
    this.seconds.current += bytes;
  }

  tick() {
    this.seconds.tick();
  }

  recent(seconds) {
    const values = this.seconds.recent(seconds);
    return this.seen && values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  }

  series() {
    return [this.seconds.times(), this.seconds.past.map(second => second.value / 1e6)];
  }
}

function percentile(sorted, share) {
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const ascending = values => [...values].sort((one, other) => one - other);

export class Latency {
  constructor() {
    this.seconds = new Seconds(() => []);
  }

  add(milliseconds) {
    this.seconds.current.push(milliseconds);
  }

  tick() {
    this.seconds.tick();
  }

  recent(seconds) {
    const values = ascending(this.seconds.recent(seconds).flat());
    return values.length === 0 ? null : { count: values.length, median: percentile(values, .5), high: percentile(values, .95) };
  }

  series() {
    const sorted = this.seconds.past.map(second => ascending(second.value));
    const line = share => sorted.map(values => (values.length ? percentile(values, share) / 1000 : null));
    return [this.seconds.times(), line(.5), line(.95)];
  }
}
