// Whether the page keeps up: how old an event is when it is shown, and how long the longest frame took.
const window_ = 5000;

export class Health {
  constructor() {
    this.lags = [];
    this.frames = [];
    this.events = 0;
    this.last = performance.now();
    requestAnimationFrame(now => this.frame(now));
  }

  /** The newest event of a batch tells how far behind the page is; the clocks are the same machine's. */
  received(events) {
    this.events += events.length;
    this.note(this.lags, Math.max(0, Date.now() - events[events.length - 1].at));
  }

  frame(now) {
    this.note(this.frames, now - this.last);
    this.last = now;
    requestAnimationFrame(next => this.frame(next));
  }

  note(list, value) {
    const now = performance.now();
    list.push({ now, value });
    while (list[0].now < now - window_) {
      list.shift();
    }
  }

  figures() {
    return { events: this.events, lag: high(this.lags), frame: high(this.frames) };
  }

  text() {
    const { events, lag, frame } = this.figures();
    const late = lag === null ? "no event in the last 5 s" : `events are shown ${Math.round(lag)} ms after they happened`;
    return `${events} events so far; ${late}; longest frame ${Math.round(frame ?? 0)} ms.`;
  }
}

const high = list => (list.length === 0 ? null : list.reduce((most, one) => Math.max(most, one.value), 0));
