// A table that draws only the rows that are seen, so that thousands of operations cost no more than twenty.
import { byId, bytes, count, element, seconds, words } from "./text.js";

const height = 34;

export class OperationList {
  constructor(frame, model) {
    this.frame = frame;
    this.model = model;
    this.rows = [];
    this.head = this.heading();
    this.space = element("div", "space");
    frame.append(this.head, this.space);
    frame.addEventListener("scroll", () => this.draw(), { passive: true });
  }

  heading() {
    const head = element("div", "row head");
    head.setAttribute("role", "row");
    [["what", "Operation"], ["where", "Context and path"], ["phase", "Phase"], ["progress", "Progress"], ["figures num", "Done"]].forEach(([name, text]) => {
      const cell = element("span", name, text);
      cell.setAttribute("role", "columnheader");
      head.append(cell);
    });
    return head;
  }

  draw() {
    const operations = this.model.shown();
    this.space.style.height = `${operations.length * height}px`;
    this.frame.setAttribute("aria-rowcount", operations.length + 1);
    byId("operations-count").textContent = operations.length ? count(operations.length) : "nothing";
    const first = Math.max(0, Math.floor(this.frame.scrollTop / height) - 2);
    const seen = operations.slice(first, first + Math.ceil(this.frame.clientHeight / height) + 4);
    this.fit(seen.length);
    seen.forEach((operation, index) => this.rows[index].show(operation, first + index, this.model));
  }

  fit(number) {
    while (this.rows.length < number) {
      const row = new Row();
      this.rows.push(row);
      this.space.append(row.element);
    }
    while (this.rows.length > number) {
      this.rows.pop().element.remove();
    }
  }
}

class Row {
  constructor() {
    this.element = element("div", "row");
    this.element.setAttribute("role", "row");
    this.what = this.cell("what");
    this.where = this.cell("where");
    this.phase = this.cell("phase");
    const progress = this.cell("progress");
    this.bar = element("div", "bar");
    this.bar.setAttribute("role", "progressbar");
    this.fill = element("i");
    this.bar.append(this.fill);
    progress.append(this.bar);
    this.figures = this.cell("figures num");
  }

  cell(name) {
    const made = element("span", name);
    made.setAttribute("role", "cell");
    this.element.append(made);
    return made;
  }

  show(operation, index, model) {
    this.element.style.top = `${index * height}px`;
    this.element.setAttribute("aria-rowindex", index + 2);
    this.element.dataset.id = operation.id;
    this.what.textContent = words(operation.kind);
    const name = model.names.get(operation.context) ?? operation.context ?? "";
    const where = [name, operation.path].filter(Boolean).join("  ");
    this.where.textContent = where || (operation.session ?? "");
    this.where.title = where;
    this.phase.textContent = words(operation.phase);
    this.figures.textContent = figures(operation);
    this.figures.title = operation.origin ? words(operation.origin) : "not known";
    this.progress(ratio(operation), `${words(operation.kind)} ${where}`);
  }

  progress(share, label) {
    this.bar.classList.toggle("unknown", share === null);
    this.bar.setAttribute("aria-label", label);
    if (share === null) {
      this.bar.removeAttribute("aria-valuenow");
      this.fill.style.width = "";
    } else {
      this.bar.setAttribute("aria-valuenow", Math.round(share * 100));
      this.fill.style.width = `${share * 100}%`;
    }
  }
}

function ratio(operation) {
  if (operation.bytesTotal > 0 && operation.bytesDone !== undefined) {
    return Math.min(1, operation.bytesDone / operation.bytesTotal);
  }
  if (operation.filesTotal > 0 && operation.filesDone !== undefined) {
    return Math.min(1, operation.filesDone / operation.filesTotal);
  }
  return null;
}

/** A figure nobody measured or observed says so. */
function figures(operation) {
  const age = seconds(Math.max(0, Date.now() - operation.since));
  const about = operation.origin === "ESTIMATED" ? "≈ " : "";
  if (operation.bytesTotal !== undefined || operation.bytesDone !== undefined) {
    return `${about}${share(operation.bytesDone, operation.bytesTotal, bytes)}, ${age}`;
  }
  if (operation.filesTotal !== undefined || operation.filesDone !== undefined) {
    return `${about}${share(operation.filesDone, operation.filesTotal, count)} files, ${age}`;
  }
  return age;
}

function share(done, total, said) {
  return [done, total].filter(number => number !== undefined).map(said).join(" of ");
}
