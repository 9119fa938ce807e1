// Tables of many rows: built in steps, changed in place, every text as text.

const STEP = 200;

/** An element; children are nodes or texts, never markup. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== ''));
  return node;
}

/**
 * A table that shows items by their keys. Rows that did not change stay the same elements, so that focus, selection and
 * opened details survive an update; only the first rows are built, more when asked or scrolled to.
 *
 * columns: [{title, kind, lead, bare, cell: item => node or text}]
 */
export class Table {
  constructor({ caption, columns, key, empty, onEnd }) {
    this.columns = columns;
    this.key = key;
    this.onEnd = onEnd;
    this.items = [];
    this.shown = STEP;
    this.rows = new Map();
    this.first = true;
    this.body = el('tbody');
    this.table = el('table', {}, el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col', class: column.kind }, column.title)))),
      this.body);
    this.empty = el('p', { class: 'empty', hidden: true }, empty);
    this.more = el('button', { class: 'more', type: 'button', hidden: true, onclick: () => this.showMore() }, 'Show more');
    this.node = el('div', { class: 'sheet' }, this.table, this.empty, this.more);
    this.sight = new IntersectionObserver((seen) => seen[0].isIntersecting && this.showMore(), { rootMargin: '400px' });
  }

  /** Replaces what is shown; `endless` says that onEnd knows more items than these. */
  update(items, endless = false) {
    this.items = items;
    this.endless = endless;
    this.draw();
  }

  showMore() {
    if (this.shown < this.items.length) {
      this.shown += STEP;
      this.draw();
    } else if (this.endless && !this.asking) {
      this.asking = true;
      this.onEnd().finally(() => { this.asking = false; });
    }
  }

  draw() {
    const wanted = this.items.slice(0, this.shown);
    const keep = new Set();
    let after = null;
    for (const item of wanted) {
      const key = this.key(item);
      keep.add(key);
      const row = this.row(key, item);
      const place = after ? after.nextSibling : this.body.firstChild;
      if (place !== row) this.body.insertBefore(row, place);
      after = row;
    }
    for (const [key, { row }] of this.rows) {
      if (!keep.has(key)) {
        row.remove();
        this.rows.delete(key);
      }
    }
    const rest = this.items.length - wanted.length;
    this.more.hidden = rest <= 0 && !this.endless;
    this.more.textContent = rest > 0 ? `Show more (${rest.toLocaleString('en')} left)` : 'Show more';
    this.empty.hidden = wanted.length > 0;
    this.table.hidden = wanted.length === 0;
    this.first = false;
    this.sight.disconnect();
    if (!this.more.hidden) this.sight.observe(this.more);
  }

  row(key, item) {
    const signature = JSON.stringify(item);
    const known = this.rows.get(key);
    if (known && known.signature === signature) return known.row;
    const cells = this.columns.map((column) => {
      const content = column.cell(item);
      const kind = [column.kind, column.lead && 'lead'].filter(Boolean).join(' ');
      const label = content === '' || content == null || column.bare || column.lead ? null : column.title;
      return el('td', { class: kind || null, 'data-label': label }, content);
    });
    if (known) {
      const open = known.row.querySelector('details[open]') != null;
      known.row.replaceChildren(...cells);
      if (open) known.row.querySelector('details')?.setAttribute('open', '');
      known.signature = signature;
      return known.row;
    }
    const row = el('tr', { class: this.first ? null : 'fresh' }, cells);
    this.rows.set(key, { row, signature });
    return row;
  }
}
