import { BOX, page, script, WORDS } from './markup';
import { type Attack, expect, test } from './stage';

test.describe.configure({ mode: 'default' });

/** The whole of a page's visible part, in one colour. */
const SHEET = 'position:fixed;inset:0;background:#fff;z-index:9';
const styled = (style: string) => BOX.replace('<input', `<input style="${style}"`);
const within = (style: string, rest = '') => `<div style="${style}">${BOX}</div>${rest}`;
/** Runs once the page begins to fill: the box is given the focus just before it is written. */
const onFocus = (work: string) => script(`code.addEventListener('focus', () => { ${work} })`);

/** A box that a person does not see, though its words are right. Each stands on the portal itself: a script was slipped in. */
const UNSEEN: Record<string, string> = {
  'not displayed': styled('display:none'),
  invisible: styled('visibility:hidden'),
  'transparent itself': styled('opacity:0.01'),
  'transparent by its parent': within('opacity:0.01'),
  'half transparent by a stylesheet': `<style>body{opacity:0.5}</style>${BOX}`,
  'the whole page transparent': `<style>html{opacity:0.001}</style>${BOX}`,
  'a little transparent six times over': `${'<div style="opacity:0.9">'.repeat(6)}${BOX}`,
  'filter: opacity': within('filter:opacity(1%)'),
  'filter: blur': within('filter:blur(40px)'),
  'filter: an SVG that paints nothing': `<svg width="0" height="0"><filter id="gone"><feFlood flood-opacity="0"/></filter></svg>${within('filter:url(#gone)')}`,
  'filter: all white': within('filter:brightness(100) contrast(0) brightness(100)'),
  'mix-blend-mode to nothing': `<div style="background:#fff;isolation:isolate"><div style="mix-blend-mode:screen">${BOX}</div></div>`,
  'mask-image': within('mask-image:linear-gradient(transparent,transparent)'),
  'clip-path on the box': styled('clip-path:inset(50%)'),
  'clip-path on a part': within('clip-path:circle(0)'),
  'clip on a part': within('position:absolute;clip:rect(0,0,0,0)'),
  'clipped by a part without height': within('height:0;overflow:hidden'),
  'clipped out of a part that cannot be scrolled': within('height:30px;overflow:clip', '').replace(
    '<label',
    '<p style="height:200px"></p><label',
  ),
  'transform: scale': within('transform:scale(0.01)'),
  'transform: turned away': within('transform:rotateY(90deg)'),
  'seen from behind': within('transform:rotateY(180deg);backface-visibility:hidden'),
  zoom: within('zoom:0.01'),
  'one pixel': styled('width:1px;height:1px;padding:0;border:0'),
  'off to the left': styled('position:absolute;left:-9999px'),
  'off above': styled('position:absolute;top:-9999px'),
  'fixed, outside the window': styled('position:fixed;left:200vw;top:10px'),
  'read-only': BOX.replace('<input', '<input readonly'),
  disabled: BOX.replace('<input', '<input disabled'),
  'inert by its parent': `<div inert>${BOX}</div>`,
  'a hidden input': BOX.replace('inputmode="numeric"', 'type="hidden"'),
  'in a closed fold': `<details><summary>More</summary>${BOX}</details>`,
  'content-visibility': within('content-visibility:hidden'),
  'in an open shadow root whose host is transparent': `<div id="host" style="opacity:0.01"></div>${script(`host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(BOX)}`)}`,
  'covered by a sheet': `${BOX}<div style="${SHEET}"></div>`,
  'covered by a sheet the pointer goes through': `${BOX}<div style="${SHEET};pointer-events:none"></div>`,
  'half covered': within('position:relative;display:inline-block', '').replace(
    '</div>',
    '<div style="position:absolute;right:0;top:-20px;width:40%;height:80px;background:#fff"></div></div>',
  ),
  'covered by a picture painted over it': `${BOX}<canvas style="${SHEET};width:100%;height:100%"></canvas>`,
  'covered by a frame': `${BOX}<iframe srcdoc="A cookie banner" style="${SHEET};width:100%;height:100%"></iframe>`,
  'under a modal dialog': `${BOX}<dialog id="top" style="width:90%;height:90%">Cookies?</dialog>${script('top.showModal?.(); document.querySelector("dialog").showModal()')}`,
  'under a popover': `${BOX}<div id="pop" popover="manual" style="width:100%;height:100%;background:#fff">Cookies?</div>${script('pop.showPopover()')}`,
  'under a popover the pointer goes through': `${BOX}<div id="pop" popover="manual" style="width:100%;height:100%;background:#fff;pointer-events:none">Cookies?</div>${script('pop.showPopover()')}`,
  'under a view transition that does not end': `<style>::view-transition-group(*){animation-duration:60s}</style>${BOX}${script('document.startViewTransition(() => {})')}`,
  'moved away when it is given the focus': `${BOX}${onFocus('code.style.cssText = "position:absolute;left:-9999px"')}`,
  'covered when it is given the focus': `${BOX}<div id="sheet" hidden style="${SHEET}"></div>${onFocus('sheet.hidden = false')}`,
  'swapped for a hidden twin when it is given the focus': `${BOX}<p id="twin" style="opacity:0">${BOX.replace('id="code"', 'id="other"')}</p>${onFocus('code.replaceWith(other)')}`,
};

/** Fullscreen needs a person's click, which a page may well get for something else. */
const CLICKED: Attack[] = [
  {
    title: 'behind something fullscreen',
    async play(scene) {
      const body = `${WORDS}${BOX}<div id="banner" style="background:#fff" onclick="banner.requestFullscreen()">Accept cookies</div>`;
      scene.put('page', page(scene, body));
      await scene.tab.goto(scene.address('page'));
      await scene.tab.locator('#banner').click();
      await scene.tab.waitForFunction(() => document.fullscreenElement !== null);
      await scene.wish();
    },
  },
];

const attacks: Attack[] = [
  ...Object.entries(UNSEEN).map(([title, body]) => onPortal(title, body)),
  ...CLICKED,
];

function onPortal(title: string, body: string): Attack {
  return {
    title,
    async play(scene) {
      scene.put('page', page(scene, WORDS + body));
      await scene.tab.goto(scene.address('page'));
      await scene.wish();
      await scene.tab.waitForTimeout(100);
    },
  };
}

const got = (came: Map<string, readonly unknown[]>) =>
  [...came].filter(([, codes]) => codes.length > 0).map(([title]) => title);

test('T13 T16 a box nobody sees is not filled', async ({ stageWith }) => {
  test.setTimeout(180_000);
  const stage = await stageWith(null);
  const came = await stage.play(attacks);
  expect(came.size).toBe(attacks.length);
  expect(got(came)).toEqual([]);
});

test('T13 T16 the control: without the look at the box, they are', async ({ stageWith }) => {
  test.setTimeout(180_000);
  const stage = await stageWith('any-box');
  const came = await stage.play(attacks);
  expect(got(came).length).toBeGreaterThan(attacks.length / 2);
});
