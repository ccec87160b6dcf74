import { expectedCode } from '../../../scripts/lib/codes.mjs';
import { BOX, LOGIN, page, script, WORDS } from './markup';
import { type Attack, expect, type Scene, type Stage, test } from './stage';

test.describe.configure({ mode: 'default' });

/** Seconds that a script tries on its own: 60 for a release. */
const TRIES_FOR = Number(process.env.LANYARD_SCRIPT_SECONDS ?? 4) * 1000;

/** A script slipped into the portal, with nobody at the keyboard: it plays every part of a login that a script can. */
const TRY_EVERYTHING = `
addEventListener('submit', (event) => event.preventDefault());
const kinds = ['pointerdown', 'mousedown', 'keydown', 'keyup', 'click', 'submit', 'input', 'change', 'focus', 'touchstart'];
let rounds = 0;
setInterval(() => {
  const box = document.querySelector('[type=password]');
  if (!box) return;
  box.value = 'typed by nobody';
  box.focus();
  for (const target of [box, box.form, box.form.querySelector('button'), code, document, document.documentElement.lastElementChild])
    for (const kind of kinds) {
      const given = { bubbles: true, cancelable: true, composed: true, key: 'Enter', code: 'Enter', keyCode: 13, view: window };
      target.dispatchEvent(/key/.test(kind) ? new KeyboardEvent(kind, given) : new MouseEvent(kind, given));
    }
  box.form.querySelector('button').click();
  box.form.requestSubmit();
  code.blur(); code.focus();
  if (rounds++ % 20 === 1) code.replaceWith(code.cloneNode());
  history.pushState({}, '', '?' + Math.random());
    if (frames.length > 0) return;
  const again = document.body.appendChild(document.createElement('iframe'));
  again.src = location.pathname.replace('page', 'inner');
  setTimeout(() => again.remove(), 1000);
}, 200);`;

/** Every shape of message that a page might hope we listen to. */
const SAY_EVERYTHING = `
const names = ['fill/code', 'fill/arm', 'fill/ready', 'fill/look', 'fill/offer', 'fill/outcome', 'fill/active-tab', 'codes/list', 'vault/snapshot'];
const shapes = (name) => [name, { name }, { name, input: null }, { type: name }, { name, value: { code: '123456' } }, { action: name, to: 'lanyard' }, [name], JSON.stringify({ name }), { __proto__: { name } }, { wxt: name }, { message: { name, input: { trigger: 'popup' } } }];
const port = new MessageChannel(), air = new BroadcastChannel('lanyard');
let said = 0;
addEventListener('DOMContentLoaded', () => { const rounds = setInterval(() => {
  for (const name of names) for (const shape of shapes(name)) {
    postMessage(shape, '*'); postMessage(shape, location.origin, [new MessageChannel().port2]);
    port.port1.postMessage(shape); air.postMessage(shape);
    for (const target of [window, document, code]) {
      target.dispatchEvent(new CustomEvent(name, { detail: shape, bubbles: true }));
      target.dispatchEvent(new MessageEvent('message', { data: shape, origin: location.origin }));
      target.dispatchEvent(new CustomEvent('lanyard', { detail: shape }));
    }
    said += 13;
  }
  if (said > 10000) { clearInterval(rounds); document.body.dataset.said = said; }
}, 20); });
`;

/** Marks that a copy of ours might have left, or might trust. */
const FORGE_MARKS = `
for (const key of ['lanyard', 'Lanyard', 'wxt', 'content']) {
  const forged = { isAlive: () => true, stop() {}, fillNow() {} };
  globalThis[Symbol.for(key)] = forged; globalThis[key] = forged; globalThis['__' + key] = forged;
}
globalThis.chrome ??= {}; chrome.runtime = { id: 'forged', sendMessage: (...given) => Promise.resolve({ value: { code: '123456' } }), onMessage: { addListener() {} } };
globalThis.browser = chrome;
addEventListener('DOMContentLoaded', () => {
  for (const element of document.querySelectorAll('*'))
    for (const mark of ['data-lanyard', 'data-lanyard-box', 'data-twofas-input', 'data-filled', 'data-otp-target']) if (element.id !== 'code') element.setAttribute(mark, 'true');
});`;

const DECOYS = `<p style="position:absolute;left:-9999px"><label>Verification code <input id="decoy1" class="lanyard" data-lanyard="code"></label></p>
<p style="opacity:0.01"><label>Verification code <input id="decoy2" name="code" autocomplete="one-time-code"></label></p>`;

function alone(title: string, head: string, work: string): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', page(scene, LOGIN + WORDS + BOX + script(work), script(head)));
      scene.put('inner', page(scene, LOGIN + WORDS + BOX));
      await scene.tab.goto(scene.address('page'));
      await scene.tab.waitForTimeout(TRIES_FOR);
    },
  };
}

/** A person's hand on the page, for something else: a banner, a word, a box that is no password. */
const BUSY: Attack = {
  title: 'T13 clicks on a cookie banner, keys in another box',
  async play(scene) {
    const banner = `<div style="position:fixed;inset:auto 0 0 0;background:#eee"><button id="banner">Accept cookies</button></div>`;
    const search = '<label>Search <input id="search"></label>';
    const tricks = script(
      `addEventListener('click', () => { const box = document.querySelector('[type=password]'); box.value = 'x'; box.focus(); code.focus(); })`,
    );
    scene.put(
      'page',
      page(scene, search + WORDS + BOX + LOGIN.replace('<form', '<form style="opacity:0"') + banner + tricks),
    );
    await scene.tab.goto(scene.address('page'));
    for (const end = Date.now() + TRIES_FOR; Date.now() < end; ) {
      await scene.tab.locator('#banner').click();
      await scene.tab.locator('#search').pressSequentially('a');
      await scene.tab.waitForTimeout(300);
    }
  },
};

const ALONE: Attack[] = [
  alone('T24 every event, focus, submit and history change', '', TRY_EVERYTHING),
  alone('T24 the same with the page’s prototypes tampered with', 'tamper()', TRY_EVERYTHING),
  alone('T23 ten thousand messages and events', SAY_EVERYTHING, ''),
  alone('T22 our marks forged', FORGE_MARKS, TRY_EVERYTHING),
  {
    title: 'T14 events at whatever we add to a page',
    async play(scene) {
      const work = `new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1 && node.tagName !== 'IFRAME') {
        globalThis.added = (globalThis.added ?? 0) + 1;
        for (const kind of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown']) node.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
        try { node.attachShadow({ mode: 'open' }) } catch {}
        node.click?.(); node.focus?.();
      } }).observe(document, { childList: true, subtree: true });`;
      scene.put('page', page(scene, LOGIN + WORDS + BOX + script(work)));
      await scene.tab.goto(scene.address('page'));
      // The hint that a code did not go in is shown; it is all that we ever add.
      await scene.tab.evaluate(() => document.querySelector('#code')!.setAttribute('readonly', ''));
      await scene.wish();
      await scene.tab.waitForTimeout(500);
    },
  },
  BUSY,
];

/** One login of a person's on a page that wants more than the one code. */
function greedy(title: string, head: string, work: string, decoys = ''): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', page(scene, decoys + LOGIN + WORDS + BOX + script(work), script(head)));
      scene.put('inner', page(scene, LOGIN + WORDS + BOX));
      await scene.tab.goto(scene.address('page'));
      await scene.logIn();
      await scene.awaitCode();
      await scene.tab.waitForTimeout(TRIES_FOR);
    },
  };
}

const CLEAR = `setInterval(() => { if (!code.value) return; code.value = ''; code.replaceWith(code.cloneNode()); history.pushState({}, '', '?' + Math.random()); }, 300);`;
const ARMED: Attack[] = [
  greedy(
    'T24 a script that goes on trying',
    '',
    `if (location.href.includes('?')) { ${TRY_EVERYTHING.replace('if (rounds++ % 20 === 1) code.replaceWith(code.cloneNode());', "if (code.value) code.value = '';")} }`,
  ),
  greedy('T25 a box that empties itself and comes back', '', CLEAR),
  greedy('T20 prototypes tampered with before', 'tamper()', CLEAR),
  greedy('T20 prototypes tampered with after', '', `setTimeout(tamper, 300);${CLEAR}`),
  greedy('T22 our marks forged, on decoys too', FORGE_MARKS, '', DECOYS),
  greedy('T23 ten thousand messages and events meanwhile', SAY_EVERYTHING, CLEAR),
];

const distinct = (came: Map<string, readonly { value: string }[]>) =>
  Object.fromEntries(
    [...came].map(([title, codes]) => [title, new Set(codes.map(({ value }) => value)).size]),
  );
const each = (attacks: readonly Attack[], count: number) =>
  Object.fromEntries(attacks.map(({ title }) => [title, count]));

test('5. a script alone gets no code (T13 T14 T22 T23 T24)', async ({ stageWith }) => {
  test.setTimeout(180_000 + TRIES_FOR);
  const came = await (await stageWith(null)).play(ALONE);
  expect(distinct(came)).toEqual(each(ALONE, 0));
});

test('5. an armed login gives one, into the one box (T20 T22 T23 T24 T25)', async ({ stageWith }) => {
  test.setTimeout(180_000 + TRIES_FOR);
  const came = await (await stageWith(null)).play(ARMED);
  const counts = Object.entries(distinct(came));
  expect(counts.filter(([, codes]) => codes > 1)).toEqual([]);
  expect(counts.length).toBe(ARMED.length);
  // A page that is in its own way may get none; the control is that most get theirs.
  expect(counts.filter(([, codes]) => codes === 1).length).toBeGreaterThan(ARMED.length / 2);
  const where = [...came.values()].flat().map(({ source }) => source);
  expect(where.filter((source) => /decoy|Object\.prototype|came from|given to/.test(source))).toEqual([]);
});

test('T20 the control: what the page’s own scripts do with a code, the tampered prototypes tell', async ({
  stageWith,
}) => {
  const came = await (await stageWith(null)).play([
    {
      title: 'tampered',
      async play(scene: Scene) {
        scene.put('page', page(scene, BOX, script('tamper()')));
        await scene.tab.goto(scene.address('page'));
        await scene.tab.evaluate(
          (code) => {
            (document.querySelector('#code') as HTMLInputElement).value = code;
            JSON.parse(`{"code":"${code}"}`);
            document.body.setAttribute('data-code', code);
          },
          await currentCode(scene),
        );
        await scene.awaitCode();
      },
    },
  ]);
  const sources = came.get('tampered')!.map(({ source }) => source);
  for (const source of ['value written', 'given to parse', 'given to setAttribute', 'box code'])
    expect(sources).toContain(source);
});

test('T24 the control: where a script’s events count as a person’s, it gets codes', async ({ stageWith }) => {
  test.setTimeout(180_000 + TRIES_FOR);
  const stage: Stage = await stageWith('any-trigger');
  const came = distinct(
    await stage.play(ALONE.filter(({ title }) => title.startsWith('T24') || title.startsWith('T22'))),
  );
  expect(came['T24 every event, focus, submit and history change']).toBeGreaterThan(0);
  expect(came['T22 our marks forged']).toBeGreaterThan(0);
});

const currentCode = ({ portal }: Scene) => expectedCode(portal.secret, Date.now());
