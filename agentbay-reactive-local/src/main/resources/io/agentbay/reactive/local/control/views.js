// What there is: contexts, the files in one, sessions, sync tasks, requests.

import { api, clock, span } from './page.js';
import { Table, el } from './table.js';

export function head(title, ...others) {
  return el('div', { class: 'head' }, el('div', { class: 'grow' }, typeof title === 'string' ? el('h1', {}, title) : title), others);
}

function tag(text, kind) {
  return el('span', { class: `tag ${kind || ''}` }, text);
}

function time(iso) {
  return el('time', { datetime: iso, title: iso }, iso.slice(0, 19).replace('T', ' '));
}

function bytes(count) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let value = count;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

function number(value) {
  return value.toLocaleString('en');
}

function contextLink(id, name) {
  return el('a', { href: `#/context/${encodeURIComponent(id)}` }, name);
}

/** A field that filters, a moment after the last key. */
function filterField(label, onchange) {
  let wait = 0;
  return el('input', {
    type: 'search', placeholder: label, 'aria-label': label,
    oninput: (event) => {
      clearTimeout(wait);
      wait = setTimeout(() => onchange(event.target.value), 150);
    },
  });
}

export function contexts() {
  let filter = '';
  let wanted = 200;
  const sum = el('span', { class: 'quiet' });
  const table = new Table({
    caption: 'Contexts', key: (context) => context.id, empty: 'No context yet, or none that fits.',
    columns: [
      { title: 'Name', lead: true, cell: (c) => [el('span', { class: 'name' }, contextLink(c.id, c.name)), c.internal ? [' ', tag('file transfer')] : '', el('code', { class: 'sub' }, c.id)] },
      { title: 'State', bare: true, kind: 'tight', cell: (c) => tag(c.state, c.state === 'available' ? 'good' : 'busy') },
      { title: 'Files', kind: 'number', cell: (c) => number(c.files) },
      { title: 'Size', kind: 'number', cell: (c) => bytes(c.bytes) },
      { title: 'Created', kind: 'time', cell: (c) => time(c.created) },
      { title: 'Last used', kind: 'time', cell: (c) => time(c.lastUsed) },
    ],
    onEnd: () => { wanted += 200; return refresh(); },
  });

  async function refresh() {
    const asked = filter;
    const pages = await Promise.all(Array.from({ length: Math.ceil(wanted / 1000) }, (_, page) => {
      const query = new URLSearchParams({ filter, from: page * 1000, max: Math.min(1000, wanted - page * 1000) });
      return api('/contexts?' + query);
    }));
    if (asked !== filter) return;
    table.update(pages.flatMap((page) => page.items), pages[pages.length - 1].more);
    sum.textContent = `${number(pages[0].total)} contexts, ${number(clock.seen.files || 0)} files, ${bytes(clock.seen.bytes || 0)} in all`;
  }

  const find = filterField('Name or id', (text) => { filter = text; wanted = 200; refresh(); });
  return { title: 'Contexts', node: el('div', {}, head('Contexts', sum, find), table.node), refresh };
}

export function files({ rest, query }) {
  const id = rest[0] || '';
  const folder = query.get('folder') || '/';
  const path = `/contexts/${encodeURIComponent(id)}`;
  let loaded = [];
  let more = false;
  const name = el('span', {}, id);
  const table = new Table({
    caption: 'Files and folders', key: (file) => file.cursor, empty: 'Nothing in this folder.',
    columns: [
      { title: 'Name', lead: true, cell: (f) => f.folder ? el('a', { class: 'folder name', href: folderLink(f.path) }, f.name) : el('span', {}, f.name) },
      { title: 'Size', kind: 'number', cell: (f) => f.folder ? '' : bytes(f.size) },
      { title: 'Modified', kind: 'time', cell: (f) => f.folder ? '' : time(f.modified) },
      { title: 'Content', bare: true, kind: 'tight', cell: (f) => f.folder ? '' : el('a', {
        href: `/_local${path}/content?key=${encodeURIComponent(f.path)}`, download: f.name, 'aria-label': `Download ${f.name}` }, 'Download') },
    ],
    onEnd: async () => { await load(loaded.length ? loaded[loaded.length - 1].cursor : ''); },
  });

  function folderLink(to) {
    return `#/context/${encodeURIComponent(id)}?folder=${encodeURIComponent(to)}`;
  }

  function crumbs() {
    const parts = folder.split('/').filter(Boolean);
    const links = parts.map((part, at) => [el('span', { class: 'quiet' }, '/'), at === parts.length - 1
      ? el('span', {}, part) : el('a', { href: folderLink('/' + parts.slice(0, at + 1).join('/')) }, part)]);
    const root = parts.length === 0 ? name : el('a', { href: folderLink('/') }, name);
    return el('h1', { class: 'crumbs' }, el('a', { href: '#/contexts' }, 'Contexts'), el('span', { class: 'quiet' }, '/'), root, links);
  }

  async function load(after) {
    const seen = loaded;
    const slice = await api(`${path}/files?` + new URLSearchParams({ folder, after, max: 1000 }));
    if (seen !== loaded) return;
    loaded = after ? loaded.concat(slice.items) : slice.items;
    more = slice.more;
    table.update(loaded, more);
  }

  async function refresh() {
    if (name.textContent === id) {
      const named = (await api('/contexts?' + new URLSearchParams({ filter: id, max: 1 }))).items[0];
      if (named) name.textContent = named.name;
    }
    if (loaded.length <= 1000) await load('');
  }

  return { title: 'Files', node: el('div', {}, head(crumbs()), table.node), refresh };
}

const SESSION = { RUNNING: 'good', FINISH: '' };

export function sessions() {
  const table = new Table({
    caption: 'Sessions', key: (session) => session.id, empty: 'No session lives, and none ended within the last hour.',
    columns: [
      { title: 'Session', lead: true, cell: (s) => [el('code', {}, s.id), labels(s.labels || {})] },
      { title: 'Status', bare: true, kind: 'tight', cell: (s) => tag(s.status.toLowerCase(), SESSION[s.status] ?? 'busy') },
      { title: 'Mounts', lead: true, cell: mounts },
      { title: 'Image', cell: (s) => s.image || '' },
      { title: 'Commands', kind: 'number', cell: (s) => s.commands ? number(s.commands) : '' },
      { title: 'Created', kind: 'time', cell: (s) => time(s.created) },
      { title: 'Idle until', kind: 'time', cell: (s) => s.idleUntil && s.status !== 'FINISH' ? time(s.idleUntil) : '' },
    ],
  });

  function labels(map) {
    const words = Object.entries(map).map(([key, value]) => `${key} = ${value}`);
    return words.length ? el('span', { class: 'sub' }, words.join(', ')) : '';
  }

  function mounts(session) {
    if (session.mounts.length === 0) return '';
    return el('ul', {}, session.mounts.map((m) => el('li', {}, el('code', {}, m.path), ' ',
      m.internal ? tag('file transfer') : contextLink(m.contextId, m.contextName),
      m.internal ? '' : el('span', { class: 'quiet' }, m.autoUpload ? ', uploaded at the end' : ', uploaded by call'))));
  }

  return {
    title: 'Sessions', node: el('div', {}, head('Sessions'), table.node),
    refresh: async () => table.update((await api('/sessions?max=2000')).items),
  };
}

const TASK = { Success: 'good', Failed: 'bad', Running: 'busy', Preparing: 'busy' };

export function tasks() {
  const table = new Table({
    caption: 'Sync tasks', key: (t) => [t.session, t.contextId, t.path, t.direction, t.accepted].join(' '),
    empty: 'No living session has a sync task.',
    columns: [
      { title: 'Path', lead: true, cell: (t) => [el('code', {}, t.path), ' ', el('span', { class: 'quiet' }, t.direction === 'upload' ? '→' : '←'), ' ', contextLink(t.contextId, t.contextName)] },
      { title: 'Status', bare: true, kind: 'tight', cell: (t) => tag(t.status.toLowerCase(), TASK[t.status]) },
      { title: 'Direction', kind: 'tight', cell: (t) => t.direction },
      { title: 'Asked by', cell: (t) => ({ mount: 'the mount', call: 'a call', release: "the session's end" })[t.cause] },
      { title: 'What went wrong', kind: 'wide', cell: (t) => [t.reason, t.fault ? el('span', { class: 'fault sub' }, 'fault: ' + t.fault) : ''] },
      { title: 'Session', kind: 'wide', cell: (t) => el('code', {}, t.session) },
      { title: 'Accepted', kind: 'time', cell: (t) => time(t.accepted) },
    ],
  });
  return {
    title: 'Sync tasks', node: el('div', {}, head('Sync tasks'), table.node),
    refresh: async () => table.update((await api('/tasks?max=5000')).items),
  };
}

export function requests() {
  const KEPT = 10000;
  let all = [];
  let last = 0;
  let text = '';
  let failed = false;
  let paused = false;
  const sum = el('span', { class: 'quiet' });
  const table = new Table({
    caption: 'Requests, newest first', key: (request) => request.number, empty: 'No request yet, or none that fits.',
    columns: [
      { title: 'Time', kind: 'time', bare: true, cell: (r) => el('time', { datetime: r.at, title: r.at }, r.at.slice(11, 23)) },
      { title: 'Status', bare: true, kind: 'tight', cell: (r) => tag(r.status || 'none', good(r) ? 'good' : 'bad') },
      { title: 'Action', lead: true, cell: (r) => [el('span', { class: 'name' }, r.action || '(none)'), r.fields.Name && r.action.endsWith('ool') ? [' ', el('code', {}, r.fields.Name)] : ''] },
      { title: 'Outcome', kind: 'wide', cell: (r) => [good(r) ? el('span', { class: 'quiet' }, r.code) : r.code, r.fault ? el('span', { class: 'fault sub' }, 'fault ' + r.fault) : ''] },
      { title: 'Took', kind: 'number', cell: (r) => r.tookMicros ? (r.tookMicros / 1000).toFixed(1) + ' ms' : '' },
      { title: 'Fields', bare: true, lead: true, cell: fields },
    ],
  });

  function good(request) {
    return request.status > 0 && request.status < 400 && (request.code === 'ok' || request.code === '');
  }

  function fields(request) {
    const entries = Object.entries(request.fields).filter(([key]) => key !== 'Action').sort();
    if (entries.length === 0) return '';
    const list = el('dl', { class: 'fields' });
    const build = () => list.childElementCount || list.append(...entries.flatMap(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]));
    return el('details', { ontoggle: build }, el('summary', {}, `${entries.length} ${entries.length === 1 ? 'field' : 'fields'}`), list);
  }

  function draw() {
    const needle = text.toLowerCase();
    const fit = all.filter((r) => (!failed || !good(r) || r.fault)
      && (!needle || [r.action, r.code, r.fault, ...Object.values(r.fields)].some((value) => value.toLowerCase().includes(needle))));
    table.update(fit);
    sum.textContent = fit.length === all.length ? `${number(all.length)} kept` : `${number(fit.length)} of ${number(all.length)}`;
  }

  async function refresh() {
    if (paused) return;
    const fresh = await api(`/requests?after=${last}&max=${KEPT}`);
    if (clock.seen.requests < last || fresh.last < last) all = [];
    if (fresh.items.length === 0 && fresh.last === last) return;
    last = fresh.last;
    all = fresh.items.concat(all).slice(0, KEPT);
    draw();
  }

  const find = filterField('Action, code, field or fault', (value) => { text = value; draw(); });
  const only = el('label', { class: 'check' }, el('input', { type: 'checkbox', onchange: (event) => { failed = event.target.checked; draw(); } }), 'Only failures');
  const pause = el('button', { type: 'button', 'aria-pressed': 'false', onclick: () => {
    paused = !paused;
    pause.textContent = paused ? 'Resume' : 'Pause';
    pause.setAttribute('aria-pressed', paused);
  } }, 'Pause');
  return { title: 'Requests', node: el('div', {}, head('Requests', sum, only, find, pause), table.node), refresh };
}

export { span };
