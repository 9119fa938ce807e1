// What is asked for now and then: work, sessions, contexts with their snapshots.
import { byId, bytes, count, element, setText } from "./text.js";

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

const draw = (id, rows, empty) => {
  byId(id).replaceChildren(...rows);
  if (empty) {
    byId(empty).hidden = rows.length > 0;
  }
};

export class Panels {
  constructor() {
    this.snapshots = new Map();
    this.onContexts = () => {};
    this.drawn = new Map();
    byId("work-form").addEventListener("submit", event => this.start(event));
    byId("break").addEventListener("click", () => this.fail());
  }

  /** One that is down shows as a lost connection already; the next round asks again. */
  async load() {
    if (this.loading) {
      return;
    }
    this.loading = true;
    try {
      const [works, sessions, contexts] = await Promise.all([get("api/work"), get("api/sessions"), get("api/contexts")]);
      this.changed("work", works, () => draw("works", works.slice(0, 20).map(work => this.work(work))));
      this.changed("sessions", sessions, () => this.sessions(sessions));
      this.changed("contexts", [contexts, [...this.snapshots]], () => this.contexts(contexts));
    } catch (unreachable) {
      console.info(`Not loaded: ${unreachable.message}`);
    } finally {
      this.loading = false;
    }
  }

  /** Rows are drawn anew only when they changed, so that whoever reads or tabs through them is not disturbed. */
  changed(name, value, drawing) {
    const text = JSON.stringify(value);
    if (this.drawn.get(name) !== text) {
      this.drawn.set(name, text);
      drawing();
    }
  }

  work(work) {
    const row = element("li");
    const { context, sessions, rounds } = work.request;
    row.append(
      element("span", "", `${context}: ${count(sessions)} sessions, ${count(rounds)} rounds`),
      element("span", work.state === "failed" ? "bad" : "soft", work.reason ? `${work.state}: ${work.reason}` : work.state));
    if (work.state === "running") {
      row.append(button("Stop", `Stop the work in ${context}`, () => this.stop(work.id)));
    }
    return row;
  }

  sessions({ count: number, oldest }) {
    const unsaved = oldest.filter(session => session.unsavedMounts.length > 0).length;
    setText("sessions-open", count(number));
    setText("sessions-unsaved", unsaved ? `${count(unsaved)} with something unsaved` : "nothing unsaved");
    draw("sessions", oldest.slice(0, 50).map(session => this.session(session)), "no-sessions");
  }

  session(session) {
    const row = element("li");
    row.append(element("span", "", session.id?.value ?? `not confirmed, label ${session.label}`));
    row.append(element("span", "soft", session.unsavedMounts.length ? `unsaved: ${session.unsavedMounts.join(", ")}` : "saved"));
    if (session.lastFailure) {
      row.append(element("span", "bad", session.lastFailure.message));
    }
    return row;
  }

  contexts(contexts) {
    this.onContexts(new Map(contexts.map(context => [context.id.value, context.name])));
    draw("contexts", contexts.map(context => this.context(context)), "no-contexts");
  }

  context({ id, name, state }) {
    const row = element("li");
    const known = this.snapshots.get(id.value);
    row.append(element("span", "", name), element("span", "soft", state.toLowerCase()));
    if (known === undefined) {
      row.append(button("Snapshots", `Show the snapshots of ${name}`, () => this.list(id.value)));
      return row;
    }
    row.append(button("Take a snapshot", `Take a snapshot of ${name}`, () => this.take(id.value)));
    const list = element("ul");
    const lines = known.map(one => `${one.name}: ${count(one.files)} files, ${bytes(one.bytes)}, ${bytes(one.storedBytes)} stored`);
    list.append(...(lines.length ? lines : ["no snapshot yet"]).map(text => element("li", "", text)));
    row.append(list);
    return row;
  }

  async list(id) {
    this.snapshots.set(id, await get(`api/contexts/${encodeURIComponent(id)}/snapshots`));
    await this.load();
  }

  async take(id) {
    await fetch(`api/contexts/${encodeURIComponent(id)}/snapshots`, { method: "POST" });
    await this.list(id);
  }

  async start(event) {
    event.preventDefault();
    const { context, verified, ...numbers } = Object.fromEntries(new FormData(event.target));
    const body = { context, verified: verified === "on" };
    Object.entries(numbers).forEach(([name, value]) => { body[name] = Number(value); });
    const answer = await fetch("api/work", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const error = byId("work-error");
    error.hidden = answer.ok;
    error.textContent = answer.ok ? "" : `The work was not begun: ${(await answer.json()).reason}`;
    await this.load();
  }

  async stop(id) {
    await fetch(`api/work/${id}`, { method: "DELETE" });
    await this.load();
  }

  async fail() {
    const path = encodeURIComponent("/home/wuying/data");
    await fetch(`api/faults?path=${path}&reason=${encodeURIComponent("disk full")}`, { method: "POST" });
  }
}

function button(text, label, work) {
  const made = element("button", "", text);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.addEventListener("click", work);
  return made;
}
