// What can be done to the service: faults, clock, begin anew.

import { again, api, clock, say, send, span } from './page.js';
import { Table, el } from './table.js';
import { head } from './views.js';

const EXAMPLES = {
  'Throttle three polls': { action: 'GetContextInfo', times: 3, effect: 'throttle', retryAfterMillis: 1000 },
  'Fail an upload': { upload: '/mnt/data', times: 1, effect: 'fail', reason: 'disk full' },
  'Upload half and call it success': { upload: '/mnt/data', times: 1, effect: 'lose-half' },
  'An upload that never ends': { upload: '/mnt/data', times: 1, effect: 'stick' },
  'Lose the answer to a create': { action: 'CreateMcpSession', times: 1, effect: 'drop', when: 'after-work' },
  'Slow tool calls, as networks are': { tool: '*', effect: 'delay', medianMillis: 200, sigma: 0.5 },
  'One call in ten fails': { action: '*', probability: 0.1, effect: 'status', status: 503, code: 'ServiceUnavailable' },
  'A session that vanishes': { tool: 'write_file', after: 2, times: 1, effect: 'end-session' },
  'An object acknowledged and lost': { action: 'PUT object', times: 1, effect: 'lose-data' },
  'An expired URL': { action: 'GET object', times: 1, effect: 'expire-url' },
  'A context that stays clearing': { clearing: 'my-project', effect: 'stick' },
};

function spaced(json) {
  return '{' + Object.entries(json).map(([key, value]) => `\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',') + '\n}';
}

/** Does it, shows what went wrong beside the button, and looks again. */
function acting(wrong, work) {
  return async (event) => {
    event?.preventDefault();
    wrong.hidden = true;
    try {
      say(await work());
      await again();
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    }
  };
}

function wrongLine() {
  return el('p', { class: 'wrong', role: 'alert', hidden: true });
}

export function steer() {
  const table = new Table({
    caption: 'Armed faults', key: (fault) => fault.id, empty: 'Nothing is armed: the service does what it should.',
    columns: [
      { title: 'Id', bare: true, kind: 'tight', cell: (f) => el('code', {}, f.id) },
      { title: 'Fault', lead: true, cell: (f) => f.text },
      { title: 'Let pass', kind: 'number', cell: (f) => String(f.passed) },
      { title: 'Struck', kind: 'number', cell: (f) => String(f.struck) },
      { title: 'Disarm', bare: true, kind: 'tight', cell: (f) => el('button', { class: 'link', type: 'button', 'aria-label': `Disarm ${f.id}`,
        onclick: acting(wrongLine(), async () => { await send('DELETE', `/faults/${f.id}`); return `${f.id} is disarmed`; }) }, 'Disarm') },
    ],
  });
  const seed = el('input', { type: 'number', step: 1, id: 'seed', size: 8 });
  const now = el('p', { class: 'big' });
  const ahead = el('p', { class: 'hint' });
  const node = el('div', {},
    head('Faults and clock', resetButton()), table.node,
    el('div', { class: 'panels' }, armPanel(seed), clockPanel(now, ahead)));

  async function refresh() {
    const faults = await api('/faults');
    table.update(faults.items);
    if (document.activeElement !== seed) seed.value = faults.seed;
    now.textContent = clock.seen.now.slice(0, 19).replace('T', ' ') + ' UTC';
    ahead.textContent = clock.seen.aheadMillis ? span(clock.seen.aheadMillis) + ' ahead of this machine.' : 'The time of this machine.';
  }

  return { title: 'Faults and clock', node, refresh };
}

function resetButton() {
  const wrong = wrongLine();
  return [wrong, el('button', { type: 'button', onclick: acting(wrong, async () => {
    if (!confirm('Disarm all faults and forget the request journal? Data, sessions and the clock stay.')) return '';
    await send('POST', '/reset');
    return 'Nothing is armed, and the journal is empty';
  }) }, 'Reset')];
}

function armPanel(seed) {
  const wrong = wrongLine();
  const text = el('textarea', { rows: 7, id: 'fault', spellcheck: 'false' });
  const examples = el('select', { id: 'example', onchange: () => { text.value = spaced(EXAMPLES[examples.value]); } },
    Object.keys(EXAMPLES).map((name) => el('option', {}, name)));
  text.value = spaced(EXAMPLES[Object.keys(EXAMPLES)[0]]);
  const arm = acting(wrong, async () => {
    let fault;
    try {
      fault = JSON.parse(text.value);
    } catch {
      throw new Error('This is not JSON.');
    }
    const armed = await send('POST', '/faults', fault);
    return `${armed.id} is armed: ${armed.text}`;
  });
  const sow = acting(wrong, async () => {
    await send('PUT', '/faults/seed', { seed: Number(seed.value) });
    return 'Chance begins anew';
  });
  return el('section', { class: 'panel', 'aria-labelledby': 'arm' },
    el('h2', { id: 'arm' }, 'Arm a fault'),
    el('form', { onsubmit: arm },
      el('label', { for: 'example', class: 'unseen' }, 'Example'), examples,
      el('div', { class: 'row' }, el('label', { for: 'fault', class: 'unseen' }, 'Fault as JSON'), text),
      el('div', { class: 'row' }, el('button', { class: 'main' }, 'Arm'))),
    el('form', { class: 'row', onsubmit: sow }, el('label', { for: 'seed' }, 'Seed of chance'), seed, el('button', {}, 'Set')),
    wrong);
}

function clockPanel(now, ahead) {
  const wrong = wrongLine();
  const by = el('input', { id: 'by', size: 10, value: 'PT5M', spellcheck: 'false' });
  const move = (text) => acting(wrong, async () => {
    await send('POST', '/clock/advance', { by: text() });
    return 'The clock moved, and what became due has happened';
  });
  const steps = { '1 minute': 'PT1M', '1 hour': 'PT1H', '1 day': 'P1D', '31 days': 'P31D' };
  return el('section', { class: 'panel', 'aria-labelledby': 'clock' },
    el('h2', { id: 'clock' }, "The service's clock"), now, ahead,
    el('div', { class: 'row' }, Object.entries(steps).map(([words, step]) => el('button', { type: 'button', onclick: move(() => step) }, '+ ' + words))),
    el('form', { class: 'row', onsubmit: move(() => by.value.trim()) },
      el('label', { for: 'by' }, 'By'), by, el('button', {}, 'Advance')),
    el('p', { class: 'hint' }, 'It only goes forward. Idle sessions end, tasks finish and old files are recycled as they become due.'),
    wrong);
}
