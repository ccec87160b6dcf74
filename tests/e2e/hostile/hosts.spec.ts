import { BOX, LOGIN, page, script, WORDS } from './markup';
import { type Attack, expect, hostsOf, type Scene, test } from './stage';

test.describe.configure({ mode: 'default' });

/**
 * Hosts that want to be taken for `harbour.<name>.com`. They are granted as well: it is our own rule that is seen to
 * hold, and not the browser's. What a person sees there is a login and a prompt, and every trigger is tried.
 */
const LOOK_ALIKES: Record<string, (name: string) => string> = {
  'T01 a suffix that begins like the portal': (name) => `${name}.com.evil.example`,
  'T01 the whole name as a prefix': (name) => `harbour.${name}.com.evil.example`,
  'T01 the same name under another ending': (name) => `harbour.${name}.com.au`,
  'T02 the name inside a longer one': (name) => `evil${name}.com`,
  'T02 the name as a label of another': (name) => `${name}.evil.example`,
  'T02 the name with a hyphen for the dot': (name) => `harbour-${name}-com.example`,
  'T04 a dot behind': (name) => `harbour.${name}.com.`,
  'T04 a letter of another alphabet': (name) => new URL(`https://harbour.${name.replace('o', 'о')}.com`).host,
  'T05 the domain itself': (name) => `${name}.com`,
  'T05 a neighbour under the same domain': (name) => `pages.${name}.com`,
  'T05 a host below it': (name) => `user.harbour.${name}.com`,
  'T05 a shared suffix': (name) => `${name}.github.io`,
};
const EVIL = 'evil.example';
const GRANTED = [...Object.values(LOOK_ALIKES).flatMap(hostsOf), EVIL, 'loot.example'];

const prompt = (scene: Scene, head = '') => page(scene, LOGIN + WORDS + BOX, head);

async function everyTrigger(scene: Scene): Promise<void> {
  await scene.logIn();
  await scene.tab.waitForTimeout(500);
  await scene.command();
  await insist(scene);
}

/** Asks until it is refused or done: a busy machine is no defence. */
async function insist(scene: Scene): Promise<void> {
  for (let tries = 0; tries < 3; tries++) if (/rror|filled/.test(await scene.wish())) return;
}

function at(title: string, address: (scene: Scene) => string, head = ''): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', prompt(scene, head));
      await scene.tab.goto(address(scene));
      await everyTrigger(scene);
    },
  };
}

/** The portal's prompt in frames, and the way a person's login is played in the innermost one. */
function framed(title: string, outer: (scene: Scene) => string, nest: (scene: Scene) => string): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', prompt(scene));
      scene.put('outer', page(scene, nest(scene)));
      scene.put('between', page(scene, `<iframe src="${scene.address('page')}"></iframe>`));
      await scene.tab.goto(scene.address('outer', outer(scene)));
      await scene.tab.waitForTimeout(300);
      const box = scene.tab.frames().at(-1)!.locator('[type=password]');
      if (await box.isVisible().catch(() => false)) {
        await box.pressSequentially('calm');
        await box.press('Enter');
      }
      await scene.tab.waitForTimeout(700);
      await scene.command();
      await insist(scene);
    },
  };
}

const evil = () => `https://${EVIL}`;
const home = (scene: Scene) => scene.portal.origin;
const frameOf = (address: string, attributes = '') =>
  `<iframe src="${address}" width="800" height="500" ${attributes}></iframe>`;

const hosts: Attack[] = [
  ...Object.entries(LOOK_ALIKES).map(([title, host]) =>
    at(title, (scene) => scene.address('page', `https://${host(scene.portal.name)}`)),
  ),
  at(
    'T03 a page titled like the portal',
    (scene) => scene.address('page', evil()),
    script('document.title = location.search + "Larkmoora harbour.larkmoora.com"'),
  ),
  at('T04 the portal as the user of an address', (scene) =>
    scene.address('page', `https://harbour.${scene.portal.name}.com@${EVIL}`),
  ),
  at('T04 another port', (scene) => scene.address('page', `${scene.portal.origin}:8443`)),
  at('T06 without https', (scene) => scene.address('page', scene.portal.origin.replace('https', 'http'))),
  at(
    'T11 the portal’s own open redirect',
    (scene) => `${scene.address('redirect')}?to=${encodeURIComponent(scene.address('page', evil()))}`,
  ),
];

const opaque: Attack[] = [
  framed('T07 a data: frame in the portal', home, (scene) =>
    frameOf(`data:text/html,${encodeURIComponent(prompt(scene)).replaceAll("'", '%27')}`),
  ),
  framed('T07 a sandboxed frame in the portal', home, (scene) =>
    frameOf(scene.address('page'), 'sandbox="allow-scripts allow-forms"'),
  ),
  {
    title: 'T07 a sandboxed portal',
    async play(scene) {
      scene.put('page', page(scene, LOGIN + WORDS + BOX).replace('<head>', '<head><base target="_self">'));
      scene.put('outer', page(scene, frameOf(scene.address('page'), 'sandbox="allow-scripts"')));
      await scene.tab.goto(scene.address('outer', evil()));
      await scene.tab.waitForTimeout(500);
      await scene.command();
      await insist(scene);
    },
  },
  {
    title: 'T07 about:blank written by another',
    async play(scene) {
      scene.put('outer', page(scene, ''));
      await scene.tab.goto(scene.address('outer', evil()));
      await scene.tab.evaluate((text) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.width = '800';
        frame.height = '500';
        frame.contentDocument!.write(text);
      }, prompt(scene));
      await scene.tab.waitForTimeout(500);
      await scene.command();
      await insist(scene);
    },
  },
  {
    title: 'T07 a blob: of another',
    async play(scene) {
      scene.put('outer', page(scene, ''));
      await scene.tab.goto(scene.address('outer', evil()));
      await scene.tab.evaluate((text) => {
        location.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
      }, prompt(scene));
      await scene.tab.waitForTimeout(700);
      await scene.command();
      await insist(scene);
    },
  },
];

const frames: Attack[] = [
  framed('T08 the portal in another’s page', evil, (scene) => frameOf(scene.address('page'))),
  framed('T08 another’s page in the portal', home, (scene) => frameOf(scene.address('page', evil()))),
  framed('T08 a neighbour’s page in the portal', home, (scene) =>
    frameOf(scene.address('page', `https://pages.${scene.portal.name}.com`)),
  ),
  framed('T09 the portal in another’s page in the portal', home, (scene) =>
    frameOf(scene.address('between', evil())),
  ),
  framed('T09 the portal in its own page in another’s', evil, (scene) => frameOf(scene.address('between'))),
  {
    title: 'T09 an opener that takes its window elsewhere',
    async play(scene) {
      scene.put('page', prompt(scene));
      scene.put(
        'outer',
        page(
          scene,
          `<button onclick="w = open('${scene.address('page')}', 'w', 'popup,width=700,height=600')">Open</button>`,
        ),
      );
      await scene.tab.goto(scene.address('outer', evil()));
      const opened = scene.tab.waitForEvent('popup');
      await scene.tab.locator('button').click();
      const popup = await opened;
      await popup.waitForLoadState();
      await popup.locator('[type=password]').pressSequentially('calm');
      await scene.tab.evaluate(
        (address) => {
          (globalThis as unknown as { w: Window }).w.location.href = address;
        },
        scene.address('page', evil()),
      );
      await popup.waitForURL(/evil/);
      await popup.locator('[type=password]').press('Enter');
      await popup.waitForTimeout(700);
      await popup.close();
    },
  },
];

const attacks = [...hosts, ...opaque, ...frames];

test('T01 to T09, T11 a page that is not the portal gets nothing', async ({ stageWith }) => {
  test.setTimeout(240_000);
  const came = await (await stageWith(null, GRANTED)).play(attacks);
  expect(came.size).toBe(attacks.length);
  expect([...came].filter(([, codes]) => codes.length > 0)).toEqual([]);
});

test('T12 on a host that no account is bound to nothing is filled, and nothing is bound by asking', async ({
  stageWith,
}) => {
  const stage = await stageWith(null, GRANTED);
  const origins = async () =>
    (await stage.lanyard.ask('vault/snapshot', { tabId: null })).accounts.flatMap(({ origins }) => origins);
  const before = await origins();
  const outcomes: string[] = [];
  const came = await stage.play([
    {
      title: 'asked for elsewhere',
      async play(scene) {
        scene.put('page', prompt(scene));
        await scene.tab.goto(scene.address('page', evil()));
        outcomes.push(await scene.wish());
      },
    },
  ]);
  expect(outcomes).toEqual([expect.stringContaining('not-bound')]);
  expect([...came.values()]).toEqual([[]]);
  expect(await origins()).toEqual(before);
});

test('the control: on the portal itself the same page gets one code', async ({ stageWith }) => {
  const stage = await stageWith(null, GRANTED);
  const came = await stage.play([
    {
      title: 'home',
      async play(scene) {
        scene.put('page', prompt(scene));
        await scene.tab.goto(scene.address('page'));
        await scene.logIn();
        await scene.awaitCode();
      },
    },
  ]);
  expect(new Set(came.get('home')!.map(({ value }) => value)).size).toBe(1);
});

test('T01 to T09 the control: bound by a part of the host and with every frame trusted, many of them do', async ({
  stageWith,
}) => {
  test.setTimeout(240_000);
  const stage = await stageWith('any-host', GRANTED);
  const leaked: string[] = [];
  // Not T08: there the worker sees another origin in the tab than in the frame, which this build still minds.
  const threats = ['T01', 'T02', 'T04', 'T05', 'T09'];
  const missing = () => threats.filter((threat) => !leaked.join('\n').includes(threat));
  // A page that comes too late on a busy machine is given a second chance to leak.
  for (let chance = 0; chance < 2 && missing().length > 0; chance++) {
    const left = attacks.filter(({ title }) => missing().some((threat) => title.startsWith(threat)));
    for (const [title, codes] of await stage.play(left)) if (codes.length > 0) leaked.push(title);
  }
  expect(missing()).toEqual([]);
});
