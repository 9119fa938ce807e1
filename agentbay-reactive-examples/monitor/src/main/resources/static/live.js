// The stream of events. The browser reconnects by itself and says with Last-Event-ID where it was.
import { byId } from "./text.js";

const again = 2000;

export class Live {
  constructor(model, health) {
    this.model = model;
    this.health = health;
  }

  open() {
    const source = new EventSource("api/events");
    source.addEventListener("open", () => this.say("live", "Live"));
    source.addEventListener("picture", message => this.model.begin(JSON.parse(message.data)));
    source.addEventListener("events", message => this.apply(JSON.parse(message.data)));
    source.addEventListener("gap", message => this.model.gap(JSON.parse(message.data)[0]));
    source.addEventListener("error", () => this.lost(source));
  }

  apply(events) {
    if (events.length > 0) {
      this.health.received(events);
      this.model.apply(events);
    }
  }

  /** A stream the browser has given up, such as after an answer that is no stream, is opened anew. */
  lost(source) {
    this.say("lost", "Connection lost, trying again …");
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(() => this.open(), again);
    }
  }

  say(state, text) {
    const status = byId("connection");
    status.dataset.state = state;
    status.textContent = text;
  }
}
