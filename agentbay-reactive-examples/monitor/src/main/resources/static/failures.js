// What failed, and why.
import { element, words } from "./text.js";

const shown = 50;

export class Failures {
  constructor(list, empty) {
    this.list = list;
    this.empty = empty;
    this.drawn = "";
  }

  draw(model) {
    const state = `${model.failures.total} ${model.filter} ${model.names.size}`;
    if (state === this.drawn) {
      return;
    }
    this.drawn = state;
    const newest = model.failures.newest.filter(event => !model.filter || event.context === model.filter);
    this.list.replaceChildren(...newest.slice(0, shown).map(event => item(event, model.names)));
    this.empty.hidden = newest.length > 0;
  }
}

function item(event, names) {
  const made = element("li");
  const at = new Date(event.at).toLocaleTimeString();
  const where = [names.get(event.context) ?? event.context, event.path, event.item].filter(Boolean).join(" ");
  made.append(element("div", "reason", event.reason ?? "no reason was given"), element("div", "what", `${at}  ${words(event.kind)}  ${where}`));
  return made;
}
