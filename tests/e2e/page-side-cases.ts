export interface PageSideCase {
  readonly what: string;
  /** The ids of the boxes that are the prompt, in order; none where the page has none for us. */
  readonly finds: readonly string[];
  readonly page: string;
  /** Runs in the page before it is looked at. */
  readonly arrange?: string;
}

const INTRO =
  '<h1>Two-factor authentication</h1><p>Open your authenticator app and enter the six digits it shows.</p>';
const box = (id = 'good', more = '') => `<input id="${id}" ${more}>`;
const labelled = (id = 'good', style = '', more = '') =>
  `<label for="${id}">Verification code</label><input id="${id}" style="${style}" ${more}>`;
const manyBoxes = (count: number) =>
  Array.from({ length: count }, (_, n) => `<p><label for="r${n}">River</label><input id="r${n}"></p>`).join(
    '',
  );
const split = (ids: readonly string[], more = '') =>
  ids.map((id) => `<input id="${id}" style="width:32px" ${more}>`).join('');
const SIX = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const MIDDLE = 'position:fixed;inset:100px;background:white';

/** Pairs: a box a person would call the prompt, and the like that nobody would. */
export const pageSideCases: readonly PageSideCase[] = [
  // Who names the box.
  { what: 'a label for it', finds: ['good'], page: INTRO + labelled() },
  { what: 'a label round it', finds: ['good'], page: `${INTRO}<label>Authentication code ${box()}</label>` },
  {
    what: 'aria-labelledby',
    finds: ['good'],
    page: `<b id="l">Authentication code</b>${box('good', 'aria-labelledby="l"')}`,
  },
  {
    what: 'aria-labelledby that names another place',
    finds: [],
    page: `<b id="l">Postal code</b>${box('bad', 'aria-labelledby="l"')}`,
  },
  {
    what: 'aria-describedby',
    finds: ['good'],
    page: `${box('good', 'aria-describedby="d" aria-label="Code"')}<p>River</p><div><div><p id="d">From your authenticator app</p></div></div>`,
  },
  {
    what: 'a legend of its group',
    finds: SIX,
    page: `<fieldset><legend>Authenticator code</legend>${split(SIX)}</fieldset>`,
  },
  {
    what: 'the cell to its left',
    finds: ['good'],
    page: `<table><tr><td>Authentication code</td><td>${box()}</td></tr></table>`,
  },
  {
    what: 'the head of its column',
    finds: ['good'],
    page: `<table><tr><th>Authentication code</th></tr><tr><td>${box()}</td></tr></table>`,
  },
  {
    what: 'the head of another column',
    finds: [],
    page: `<table><tr><th>Authentication code</th><th>Town</th></tr><tr><td>-</td><td>${box('bad')}</td></tr></table>`,
  },
  {
    what: 'what stands over the form, not over the choices in it',
    finds: [],
    page: `<p>We sent a text message with a code to your phone.</p><form>${labelled('bad')}
      <fieldset><legend>This device</legend><label><input type="radio"> Do not ask on this device for up to a year</label>
      <label><input type="radio"> Ask every time on this device</label></fieldset></form>`,
  },
  {
    what: 'the sentence nearest to it, not those of the page',
    finds: [],
    page: `<section><h2>Texts</h2><p>We sent a text message with a code to your phone, enter it here please.</p>${labelled('bad')}</section>
      <section><h2>Your authenticator app</h2><p>Nothing is to be done about this here and now, thank you.</p></section>`,
  },
  {
    what: 'words that nobody sees',
    finds: [],
    page: `<div><p style="display:none">Open your authenticator app</p>${box('bad', 'aria-label="Code"')}</div>`,
  },

  // Shadow roots and slots.
  {
    what: 'in an open shadow root',
    finds: ['good'],
    page: `${INTRO}<my-box></my-box>`,
    arrange: `document.querySelector('my-box').attachShadow({ mode: 'open' }).innerHTML = '<input id="good" aria-label="Code">'`,
  },
  {
    what: 'in a root within a root, the words in the outer one',
    finds: ['good'],
    page: '<main><my-page><i>not shown</i></my-page></main>',
    arrange: `const outer = document.querySelector('my-page').attachShadow({ mode: 'open' });
      outer.innerHTML = ${JSON.stringify(`${INTRO}<div></div>`)};
      outer.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<input id="good" aria-label="Code">';`,
  },
  {
    what: 'a component labelled from outside',
    finds: ['good'],
    page: '<label for="host">Authentication code</label><my-box id="host"></my-box>',
    arrange: `document.querySelector('my-box').attachShadow({ mode: 'open' }).innerHTML = '<input id="good">'`,
  },
  {
    what: 'slotted into a component that introduces it',
    finds: ['good'],
    page: `<my-card>${box('good', 'aria-label="Code"')}</my-card>`,
    arrange: `document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`${INTRO}<slot></slot>`)}`,
  },
  {
    what: 'put into a component that has no slot for it',
    finds: [],
    page: `<my-card>${labelled('bad')}</my-card>`,
    arrange: `document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(INTRO)}`,
  },
  {
    what: 'a digit in each of six components',
    finds: SIX,
    page: `${INTRO}<div style="display:flex">${SIX.map((id) => `<my-digit data-id="${id}"></my-digit>`).join('')}</div>`,
    arrange: `for (const digit of document.querySelectorAll('my-digit')) digit.attachShadow({ mode: 'open' }).innerHTML = '<input maxlength="1" style="width:30px" id="' + digit.dataset.id + '">'`,
  },

  // Split, and drawn.
  { what: 'a box a digit, by shape alone', finds: SIX, page: `${INTRO}<div>${split(SIX)}</div>` },
  {
    what: 'a box a digit with its joined twin hidden',
    finds: SIX,
    page: `${INTRO}<div>${split(SIX, 'maxlength="1"')}<input name="otp" type="text" style="display:none"></div>`,
  },
  {
    what: 'one transparent box over drawn slots',
    finds: ['good'],
    page: `${INTRO}<div style="position:relative;width:240px;display:flex">${'<div style="width:40px;height:40px;border:1px solid;box-sizing:border-box"></div>'.repeat(6)}
      <div style="position:absolute;inset:0;pointer-events:none"><input id="good" autocomplete="one-time-code" maxlength="6"
      style="position:absolute;inset:0;width:calc(100% + 40px);height:100%;opacity:0;clip-path:inset(0 40px 0 0);pointer-events:all"></div></div>`,
  },
  {
    what: 'one transparent box over nothing',
    finds: [],
    page: `${INTRO}<div style="position:relative;width:240px;height:40px">
      <input id="bad" autocomplete="one-time-code" style="position:absolute;inset:0;opacity:0"></div>`,
  },

  // One of several.
  {
    what: 'the panel that is shown',
    finds: ['good'],
    page: `<div hidden>${INTRO}${labelled('bad')}</div><div>${INTRO}${labelled()}</div>`,
  },
  {
    what: 'a panel hidden until it is found',
    finds: [],
    page: `<div hidden="until-found">${INTRO}${labelled('bad')}</div>`,
  },
  {
    what: 'content-visibility hidden',
    finds: [],
    page: `<div style="content-visibility:hidden">${INTRO}${labelled('bad')}</div>`,
  },
  { what: 'inert', finds: [], page: `<div inert>${INTRO}${labelled('bad')}</div>` },
  {
    what: 'hidden from assistive technology',
    finds: [],
    page: `<div aria-hidden="true">${INTRO}${labelled('bad')}</div>`,
  },
  { what: 'off the page', finds: [], page: INTRO + labelled('bad', 'position:absolute;left:-9999px') },
  {
    what: 'beside a twin of one pixel',
    finds: ['good'],
    page:
      INTRO +
      labelled() +
      labelled('bad', 'width:1px;height:1px;padding:0;border:0', 'autocomplete="one-time-code"'),
  },
  {
    what: 'in a part folded to no height',
    finds: [],
    page: `<div style="height:0;overflow:hidden">${INTRO}${labelled('bad')}</div>`,
  },
  {
    what: 'on a card slid out of its frame',
    finds: ['good'],
    page: `<div style="width:400px;overflow:hidden"><div style="display:flex;width:800px"><form style="width:400px">${INTRO}${labelled()}</form>
      <form style="width:400px">${INTRO}${labelled('bad')}</form></div></div>`,
  },
  {
    what: 'beside one that is covered',
    finds: ['good'],
    page: `<form style="position:relative">${INTRO}${labelled('bad')}<div style="position:absolute;inset:0;background:white"></div></form><form>${INTRO}${labelled()}</form>`,
  },
  {
    what: 'covered',
    finds: [],
    page: `<form style="position:relative">${INTRO}${labelled('bad')}<div style="position:absolute;inset:0;background:white"></div></form>`,
  },
  {
    what: 'scrolled out of sight in its own part',
    finds: ['good'],
    page: `<div style="height:100px;overflow:auto"><div style="height:400px"></div>${INTRO}${labelled()}</div><div style="height:900px"></div>`,
  },
  { what: 'below the fold', finds: ['good'], page: `<div style="height:3000px"></div>${INTRO}${labelled()}` },

  // Large pages.
  {
    what: 'a dialog over a page of 200 boxes',
    finds: ['good'],
    page: `${manyBoxes(200)}<div role="dialog" style="${MIDDLE}">${INTRO}${box('good', 'aria-label="Code"')}</div>`,
  },
  {
    what: 'a native dialog over a page of 200 boxes',
    finds: ['good'],
    page: `${manyBoxes(200)}<dialog>${INTRO}${box('good', 'aria-label="Code"')}</dialog>`,
    arrange: `document.querySelector('dialog').showModal()`,
  },
  {
    what: 'a dialog that is closed',
    finds: [],
    page: `${manyBoxes(200)}<dialog>${INTRO}${box('bad', 'aria-label="Code"')}</dialog>`,
  },
  {
    what: 'a bare code among 200 boxes',
    finds: [],
    page: `${INTRO}${manyBoxes(200)}${box('bad', 'aria-label="Code"')}`,
  },
  {
    what: 'two prompts alike behind a modal one',
    finds: ['good'],
    page: `${INTRO}${labelled('bad')}<dialog>${INTRO}${labelled()}</dialog>`,
    arrange: `document.querySelector('dialog').showModal()`,
  },

  // Later.
  {
    what: 'fades in',
    finds: ['good'],
    page: `<div id="fade" style="opacity:0;transition:opacity 300ms">${INTRO}${labelled()}</div>`,
    arrange: `requestAnimationFrame(() => { document.getElementById('fade').style.opacity = 1; })`,
  },
  { what: 'never faded in', finds: [], page: `<div style="opacity:0">${INTRO}${labelled('bad')}</div>` },
];
