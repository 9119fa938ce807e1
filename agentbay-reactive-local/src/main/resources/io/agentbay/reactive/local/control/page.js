// One page over the control API: picks the view the address names, and looks again every second while somebody looks.

import { contexts, files, sessions, tasks, requests } from './views.js';
import { steer } from './steer.js';

const EVERY = 1000;
const AFTER_TROUBLE = 5000;
const VIEWS = { contexts, context: files, sessions, tasks, requests, steer };
const NAV = { context: 'contexts' };

let view = null;
let timer = 0;
let looking = false;

/** JSON of the control API; an error carries the words the service gave. */
export async function api(path, options = {}) {
  const response = await fetch('/_local' + path, options);
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(json.error || `HTTP ${response.status}`);
  return json;
}

export function send(method, path, json) {
  return api(path, { method, body: json === undefined ? undefined : JSON.stringify(json) });
}

/** Told to who does not see the page. */
export function say(words) {
  document.getElementById('said').textContent = words;
}

/** Looks now instead of at the next second. */
export function again() {
  clearTimeout(timer);
  return look();
}

function address() {
  const [path, query] = (location.hash.slice(2) || 'contexts').split('?');
  const [name, ...rest] = path.split('/').map(decodeURIComponent);
  return { name: VIEWS[name] ? name : 'contexts', rest, query: new URLSearchParams(query) };
}

function open(moved) {
  const where = address();
  const main = document.getElementById('main');
  view = VIEWS[where.name](where);
  main.replaceChildren(view.node);
  document.title = `${view.title} – AgentBay local`;
  for (const link of document.querySelectorAll('nav a')) {
    const current = link.hash === '#/' + (NAV[where.name] || where.name);
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (moved) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  again();
}

async function look() {
  if (looking) return;
  looking = true;
  const shown = view;
  try {
    overview(await api('/overview'));
    await shown.refresh();
    trouble('');
  } catch (error) {
    trouble(error instanceof TypeError ? 'The service does not answer. Is it still running?' : error.message);
  } finally {
    looking = false;
  }
  clearTimeout(timer);
  if (shown !== view) return void look();
  timer = setTimeout(() => document.hidden || look(), document.getElementById('trouble').hidden ? EVERY : AFTER_TROUBLE);
}

function trouble(words) {
  const banner = document.getElementById('trouble');
  banner.hidden = !words;
  if (banner.textContent !== words) banner.textContent = words;
}

function overview(seen) {
  const now = document.getElementById('now');
  now.dateTime = seen.now;
  now.textContent = seen.now.slice(0, 19).replace('T', ' ');
  const ahead = document.getElementById('ahead');
  ahead.hidden = seen.aheadMillis === 0;
  ahead.textContent = '+' + span(seen.aheadMillis);
  for (const count of document.querySelectorAll('[data-count]')) {
    const value = seen[count.dataset.count];
    count.textContent = value ? value.toLocaleString('en') : '';
  }
  clock = { at: Date.parse(seen.now), seen };
}

/** What the service said last. */
export let clock = { at: Date.now(), seen: {} };

/** A span of time in its two largest units. */
export function span(millis) {
  const units = [['d', 86400000], ['h', 3600000], ['min', 60000], ['s', 1000]];
  const parts = [];
  let rest = Math.round(Math.abs(millis) / 1000) * 1000;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
  }
  return parts.join(' ') || '0 s';
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});
addEventListener('hashchange', () => open(true));
document.addEventListener('visibilitychange', () => document.hidden || again());
open(false);
