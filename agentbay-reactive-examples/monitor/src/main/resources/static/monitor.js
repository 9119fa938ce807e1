// Puts the page together: events go into the model at once, what is seen follows at a pace a person can read.
import { Model } from "./model.js";
import { Live } from "./live.js";
import { OperationList } from "./operation-list.js";
import { Charts } from "./charts.js";
import { Failures } from "./failures.js";
import { Panels } from "./panels.js";
import { Health } from "./health.js";
import { byId, bytes, count, seconds, setText } from "./text.js";

const model = new Model();
const health = new Health();
const live = new Live(model, health);
const list = new OperationList(byId("operations"), model);
const charts = new Charts(model);
const failures = new Failures(byId("failures"), byId("no-failures"));
const panels = new Panels(byId("context"));

const kinds = { UPLOAD: "uploads", DOWNLOAD: "downloads", SESSION_CREATE: "creates", SESSION_CLOSE: "closes", SNAPSHOT: "snapshots" };

function tiles() {
  const shown = model.shown();
  setText("active", count(shown.length));
  const parts = Object.entries(kinds)
    .map(([kind, word]) => [shown.filter(operation => operation.kind === kind).length, word])
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${count(number)} ${word}`);
  setText("active-kinds", parts.join(", ") || (shown.length ? "other work" : "nothing to do"));
  const rate = model.throughput.recent(5);
  setText("throughput", rate === null ? "–" : `${bytes(rate)}/s`);
  const times = model.latency.recent(60);
  setText("latency", times ? seconds(times.median) : "–");
  setText("latency-more", times ? `median, 95 % in ${seconds(times.high)}` : "median of the last minute");
  setText("completed", count(model.completed));
  setText("failed", count(model.failures.total));
  byId("failed").parentElement.classList.toggle("bad", model.failures.total > 0);
}

function contexts(names) {
  model.names = names;
  const select = byId("context");
  const chosen = select.value;
  const options = [new Option("all", ""), ...[...names].map(([id, name]) => new Option(name, id))];
  options.forEach(option => { option.selected = option.value === chosen; });
  select.replaceChildren(...options);
}

byId("context").addEventListener("change", event => {
  model.filter = event.target.value;
  list.draw();
  tiles();
});
model.onGap = text => {
  const notice = byId("gap");
  notice.textContent = text;
  const close = document.createElement("button");
  close.textContent = "OK";
  close.addEventListener("click", () => { notice.hidden = true; });
  notice.append(close);
  notice.hidden = false;
};
panels.onContexts = contexts;

function every(milliseconds, work) {
  work();
  setInterval(work, milliseconds);
}

live.open();
every(200, () => { if (!document.hidden) { list.draw(); tiles(); failures.draw(model); } });
every(1000, () => { model.tick(); if (!document.hidden) { charts.draw(); setText("health", health.text()); } });
every(2000, () => { if (!document.hidden) { panels.load(); } });

// What a test, or a curious person, may ask.
window.monitor = { model, health };
